import { spoken } from './spoken.ts'

const english = 'en-GB'

const locales = new Map<string, string>()

/** Digits as clocks and forms in England have them, and the calendar of its letters, in every language. */
const localeFor = (tag: string): string => {
  const known = locales.get(tag)
  if (known !== undefined) return known
  const asked = new Intl.Locale(tag, { numberingSystem: 'latn', calendar: 'gregory' })
  // Where the browser does not know a language it would take its own, and that may write the month before the day.
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(asked.toString()).length > 0
  const locale = asked.language === 'en' || !isKnown ? english : asked.toString()
  locales.set(tag, locale)
  return locale
}

/** The locale by which numbers, money, days and times are shown now, as BCP 47 has it; English is Britain’s. */
export const localeNow = (): string => {
  const language = spoken()
  return language === null ? english : localeFor(language.tag)
}

/** Whether they are shown as in English: it is spoken, or the browser knows nothing of what is. */
export const isShownAsInEnglish = (): boolean => localeNow() === english

/** Makes each formatter once a locale: making one takes a hundred times as long as using it. */
export const inLocale = <Formatter>(make: (locale: string) => Formatter): (() => Formatter) => {
  const made = new Map<string, Formatter>()
  return () => {
    const locale = localeNow()
    const known = made.get(locale)
    if (known !== undefined) return known
    const fresh = make(locale)
    made.set(locale, fresh)
    return fresh
  }
}
