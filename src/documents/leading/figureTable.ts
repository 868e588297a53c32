import { t } from '../../words/t.ts'
import { type LeadingFigure, leadingKind, showLeading } from '../../domain/rules/leadingFigureKinds.ts'
import { changeWords, type Earlier, worthSaying } from '../../domain/rules/leadingHistory.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import type { Block } from '../blocks.ts'
import { cell, note, text } from '../minutes/parts.ts'

/** What is said wherever figures stand. */
export const hidingWords = (fewest: number): string =>
  t`Counts of 1 to ${fewest - 1} are hidden, and what could give one away beside them. No pupil is named.`

/** Figures with their values of a day; beside them those of earlier days, and what changed since the last. */
export const figureTable = (
  summary: string,
  figures: readonly LeadingFigure[],
  asOf: Day,
  last: Earlier | null = null,
  year: Earlier | null = null,
): Block[] => {
  const shown = figures.flatMap(({ id, value }) => {
    const kind = leadingKind(id)
    return kind && worthSaying(id, value, [last, year]) ? [{ ...kind, value }] : []
  })
  if (shown.length === 0) return []
  const then = (earlier: Earlier, id: string, unit: (typeof shown)[number]['unit']) =>
    earlier.figures.has(id) ? showLeading(unit, earlier.figures.get(id)!) : ''
  return [
    {
      is: 'table',
      summary,
      head: [
        t`Figure`,
        showDay(asOf),
        ...(last ? [showDay(last.asOf), t`Change`] : []),
        ...(year ? [showDay(year.asOf)] : []),
      ],
      widths: [3, 1.2, ...(last ? [1.2, 1] : []), ...(year ? [1.2] : [])],
      rowHeadings: true,
      rows: shown.map(({ id, words, unit, value }) => [
        cell(text(words)),
        ...[
          showLeading(unit, value),
          ...(last ? [then(last, id, unit), changeWords(unit, value, last.figures.get(id))] : []),
          ...(year ? [then(year, id, unit)] : []),
        ].map((words) => ({ runs: [text(words)], align: 'right' as const })),
      ]),
    },
  ]
}

/** Figures whose ids begin with any of these. */
export const figuresOf = (
  figures: readonly LeadingFigure[],
  starts: readonly string[],
): readonly LeadingFigure[] =>
  figures.filter(({ id }) =>
    starts.some((start) => id === start || (start.endsWith('.') && id.startsWith(start))),
  )

/** Under a table: how they were counted. */
export const howCounted = (asOf: Day, fewest: number): Block =>
  note(t`Figures of ${showDay(asOf)}, from the school’s records. ${hidingWords(fewest)}`)
