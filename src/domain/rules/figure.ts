import { inLocale } from '../../words/locale.ts'
import type { Why } from './why.ts'

/**
 * A figure that was reckoned, as a number and as people read it, what it says in plain words, what to beware of and why
 * it is what it is; or a sentence on why there is none. Nothing here is a verdict.
 */
export type Figure = {
  readonly value: number
  readonly shown: string
  /** One sentence for somebody who has never met the measure. */
  readonly reading: string
  /** Sentences on how far to trust it; shown wherever the figure is. */
  readonly cautions: readonly string[]
  readonly why: Why
}
export type NoFigure = { readonly value: null; readonly without: string }
export type Reckoned<F = Figure> = F | NoFigure
export const noFigure = (without: string): NoFigure => ({ value: null, without })

type Input = Why['inputs'][number]
export const because = (rule: string, says: string, source: string, inputs: readonly Input[]): Why => ({
  rule,
  says,
  strength: 'recommended',
  source,
  inputs,
})

// Each is made once: making one takes a hundred times as long as using it, and a school has thousands of figures.
const formats = new Map<number, () => Intl.NumberFormat>()
const formatFor = (places: number): Intl.NumberFormat => {
  const known = formats.get(places)
  if (known) return known()
  const made = inLocale(
    (locale) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places }),
  )
  formats.set(places, made)
  return made()
}

/** A number with so many decimal places, a real minus sign, and a plus where asked for, in the language that is spoken. */
export const showNumber = (value: number, places = 1, signed = false): string => {
  const text = formatFor(places).format(Math.abs(value))
  const nothing = !/[1-9]/.test(text)
  return `${nothing ? '' : value < 0 ? '−' : signed ? '+' : ''}${text}`
}
