import { spoken } from './spoken.ts'

const english = 'en-GB'

/** The locale by which numbers, times and months are shown now, as BCP 47 has it; English is Britain’s. */
export const localeNow = (): string => spoken()?.tag ?? english

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
