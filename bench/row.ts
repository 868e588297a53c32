/** One measured figure of `npm run bench`, beside its peer of the same run. */
export type Row = {
  /** What was measured, in words: `Tab: first paint`. */
  readonly what: string
  readonly figure: number
  /** Of the figure and of the peer, such as `ms` or `kB`. */
  readonly unit: string
  /** The same measured of the peer; null where there is none. */
  readonly peer: number | null
  /** The figure over the peer's; null without a peer. */
  readonly ratio: number | null
  /** What holds: in words, such as `at most 1.7 times`; null where the figure is only told. */
  readonly limit: string | null
  /** Whether the limit holds; true where there is none. */
  readonly ok: boolean
}

const inRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const digits = (value: number): string =>
  value.toLocaleString('en-GB', {
    maximumFractionDigits: Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0,
  })

const cellsOf = ({ what, figure, unit, peer, ratio, limit, ok }: Row): string[] => [
  what,
  `${digits(figure)} ${unit}`,
  peer === null ? '' : `${digits(peer)} ${unit}`,
  ratio === null ? '' : ratio.toFixed(2),
  limit ?? '',
  limit === null ? '' : ok ? 'holds' : 'BROKEN',
]

/** The rows as a Markdown table whose columns also line up in a terminal. */
export const table = (rows: readonly Row[]): string => {
  const head = ['What', 'Here', 'Peer', 'Ratio', 'Limit', '']
  const lines = [head, ...rows.map(cellsOf)]
  const widths = head.map((_, i) => Math.max(3, ...lines.map((cells) => cells[i]!.length)))
  // Figures stand at the right.
  const right = [false, true, true, true, false, false]
  const padded = lines.map((cells) =>
    inRow(cells.map((cell, i) => (right[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))),
  )
  const rule = inRow(widths.map((width, i) => '-'.repeat(width - 1) + (right[i] ? ':' : '-')))
  return [padded[0]!, rule, ...padded.slice(1)].join('\n')
}
