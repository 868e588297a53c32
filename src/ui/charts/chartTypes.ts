import type { Day } from '../../domain/rules/day.ts'
import type { Why } from '../../domain/rules/why.ts'

/** A cell of a chart’s table: its words, and why they are so where somebody may ask. */
export type ChartCell = string | { readonly text: string; readonly why: Why }

/** The same numbers as in the picture, for whoever reads rather than looks. The first column heads its row. */
export type ChartTable = {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly head: string; readonly cells: readonly ChartCell[] }[]
}

/** One measurement. `low` and `high` are its interval; `label` what a reader should know of it, such as its form. */
export type ChartPoint = {
  readonly day: Day
  readonly value: number
  readonly low?: number | null
  readonly high?: number | null
  readonly label?: string
}
export type ChartSeries = { readonly name: string; readonly points: readonly ChartPoint[] }

/** Which way is better on this scale. */
export type Better = 'higher' | 'lower'
