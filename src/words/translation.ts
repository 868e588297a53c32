import { countsOf } from './pluralForms.ts'
import type { Language } from './spoken.ts'

/** The fixed words of papers for families in another language, as somebody at the school translated them. */
export type Translation = {
  /** As BCP 47 has it: `pl`, `ur`, `cy`. */
  readonly tag: string
  /** As the school calls the language: `Polish`. */
  readonly name: string
  readonly by: string
  /** The calendar day on which it was brought in, `YYYY-MM-DD`. */
  readonly on: string
  /** From English to the other language; what is not translated is left out. */
  readonly words: Readonly<Record<string, string>>
}

const writtenToTheLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'])

/** The code of a language in its one spelling, or null where it is none or English. */
export const languageTag = (typed: string): string | null => {
  try {
    const locale = new Intl.Locale(typed.trim())
    return locale.language === 'en' ? null : locale.toString()
  } catch {
    return null
  }
}

/** Whether a language is read from right to left, by the script that it is usually written in. */
export const isRightToLeft = (tag: string): boolean =>
  writtenToTheLeft.has(new Intl.Locale(tag).maximize().script ?? '')

const placesIn = (words: string): string => [...new Set(words.match(/\{\d+\}/g) ?? [])].sort().join(' ')

/** What is wrong with a translation of these words, for the translator; null where nothing is. */
export const wrongPlaces = (english: string, other: string): string | null => {
  const figure = /^\d+(?= )/.exec(english)?.[0]
  if (figure !== undefined && Number(figure) > 2 && !new RegExp(`(?<!\\d)${figure}(?!\\d)`).test(other))
    return `Leave the figure ${figure} in it: other numbers take its place`
  const wanted = placesIn(english)
  const found = placesIn(other)
  if (wanted === found) return null
  const said = (places: string) => (places === '' ? 'none' : places)
  return `The English has ${said(wanted)} for what differs each time, the translation ${said(found)}. Use each as it stands, in the order that your language needs`
}

/** A translation from the text of its file; null where it is no such file. */
export const readTranslation = (text: string): Translation | null => {
  try {
    const { tag, name, by, on, words } = JSON.parse(text) as Partial<Translation>
    if (typeof tag !== 'string' || languageTag(tag) !== tag) return null
    if (typeof name !== 'string' || typeof by !== 'string' || typeof on !== 'string') return null
    if (typeof words !== 'object' || words === null) return null
    const sound = Object.entries(words).filter(
      ([english, other]) => typeof other === 'string' && other !== '' && wrongPlaces(english, other) === null,
    )
    return { tag, name, by, on, words: Object.fromEntries(sound) }
  } catch {
    return null
  }
}

/** The language of a translation. `missed` hears which English words were asked for and are not translated. */
export const languageOfTranslation = ({ tag, words }: Translation, missed: Set<string>): Language => {
  const known = new Map(Object.entries(words))
  return {
    tag,
    words: {
      get: (english) => {
        const other = known.get(english)
        if (other === undefined) missed.add(english)
        return other
      },
    },
    counts: countsOf(tag, (english) => known.get(english), missed),
  }
}
