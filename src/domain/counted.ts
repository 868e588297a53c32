import { inLocale } from '../words/locale.ts'
import { spoken } from '../words/spoken.ts'

const whole = inLocale((locale) => new Intl.NumberFormat(locale))

/** A number as people read it: `2,028`. */
export const showCount = (count: number): string => whole().format(count)

const otherwise = (count: number, one: string, many: string): string | undefined => {
  const language = spoken()
  const forms = language?.counts.get(`${one}|${many}`)
  if (!language || !forms) return undefined
  const form = forms[new Intl.PluralRules(language.tag).select(count)] ?? forms.other
  return form?.replace('{0}', showCount(count))
}

/** A number with what it counts: `1 record`, `2,028 records`; in another language by that language's own plurals. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  otherwise(count, one, many) ?? `${showCount(count)} ${count === 1 ? one : many}`
