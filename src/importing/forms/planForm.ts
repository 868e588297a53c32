import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, check, type Stored } from '../../domain/record.ts'
import { View } from '../../domain/records/view.ts'
import { groupedBy } from '../../documents/groupedBy.ts'
import { type Day, parseDay } from '../../domain/rules/day.ts'
import type { ImportTable } from '../importFile.ts'
import type { ColumnRole, Columns } from './columns.ts'
import { type Candidate, type Match, matchPupil } from './matchPupil.ts'

/** What a person settles for the whole form. */
export type FormSettings = {
  /** The name of the form: with the number of an answer it tells what is stored already. */
  readonly form: string
  readonly whose: View['whose']
  readonly columns: Columns
  /** The day for answers that don’t say when they were sent in. */
  readonly day: Day
  /** The review of each pupil that the words are for, by the pupil’s key. */
  readonly reviews: ReadonlyMap<string, string>
}

/** Whom a person says that an answer is about, by its number: a pupil’s key, or null to leave it out. */
export type Decided = ReadonlyMap<string, string | null>

/** `stored`: the very words are in the record. `differs`: others are, and stay. */
export type Answer = {
  readonly question: string
  readonly words: string
  readonly state: 'new' | 'stored' | 'differs'
  readonly key: string
}
export type FormRow = {
  /** Its number in the file as Excel shows it. */
  readonly row: number
  /** What tells this answer from every other of the form, and the same each time. */
  readonly source: string
  readonly submitted: string
  readonly match: Match | { readonly is: 'leftOut' }
  readonly byHand: boolean
  readonly answers: readonly Answer[]
  /** What is wrong with an answer, such as its length. */
  readonly trouble: string | null
}
export type Planned = { readonly key: string; readonly record: View }

const cellOf = (columns: Columns, cells: readonly string[], role: ColumnRole): string =>
  (cells[columns.indexOf(role)] ?? '').trim()

/** A short name for an answer without a number: the same words give the same name. */
const printOf = (cells: readonly string[]): string => derivedKey('0'.repeat(26), ...cells).slice(-10)

const sourceOf = (columns: Columns, cells: readonly string[]): string => {
  const id = cellOf(columns, cells, 'row')
  return id === '' ? `answer ${printOf(cells)}` : `answer ${id}`.slice(0, 80)
}

/** Line ends as SharePoint keeps them; nothing else of the words is touched. */
const asStored = (words: string) => words.replace(/\r\n?/g, '\n')

const dayOfAnswer = (submitted: string, day: Day): Day =>
  parseDay(submitted) ?? parseDay(submitted.split(/[ T]/)[0] ?? '') ?? day

const whole = (heading: string) => heading.trim().replace(/\s+/g, ' ')

/**
 * What of a form’s answers would be stored, row by row; nothing is written. An answer that is stored already, by the
 * form’s name and the answer’s number (or the moment when it was sent in), is recognised; words that differ from those
 * stored are never written over them. Rows that match nobody stay in the list.
 */
export const planForm = (
  table: Pick<ImportTable, 'headings' | 'rows'>,
  settings: FormSettings,
  pupils: readonly Candidate[],
  known: readonly Stored<View>[],
  decided: Decided = new Map(),
): FormRow[] => {
  const { columns, form } = settings
  const byRow = groupedBy(known, ({ sourceRow }) => sourceRow ?? '')
  return table.rows.map(({ row, cells }): FormRow => {
    const source = sourceOf(columns, cells)
    const submitted = cellOf(columns, cells, 'submitted').slice(0, 40)
    const stored = (byRow.get(source) ?? []).filter(
      (view) => view.source === form || (submitted !== '' && view.submitted === submitted),
    )
    const hand = decided.get(source)
    const match: FormRow['match'] =
      hand === null
        ? { is: 'leftOut' }
        : hand !== undefined
          ? { is: 'matched', pupil: hand, by: 'you' }
          : stored[0]
            ? { is: 'matched', pupil: stored[0].pupil, by: 'the earlier import' }
            : matchPupil(
                {
                  upn: cellOf(columns, cells, 'upn'),
                  name: cellOf(columns, cells, 'name'),
                  forename: cellOf(columns, cells, 'forename'),
                  surname: cellOf(columns, cells, 'surname'),
                  dateOfBirth: cellOf(columns, cells, 'dateOfBirth'),
                  className: cellOf(columns, cells, 'className'),
                },
                pupils,
              )
    const answers = columns.flatMap((role, at): Answer[] => {
      const words = asStored(cells[at] ?? '')
      if (role !== 'question' || words.trim() === '') return []
      const question = whole(table.headings[at] ?? '')
      const earlier = stored.find((view) => view.question === question)
      const pupil = match.is === 'matched' ? match.pupil : source
      return [
        {
          question,
          words,
          state: !earlier ? 'new' : earlier.words === words ? 'stored' : 'differs',
          key: derivedKey(
            pupil.length === 26 ? pupil : '0'.repeat(26),
            'View',
            form,
            source,
            submitted,
            question,
          ),
        },
      ]
    })
    const planned: FormRow = {
      row,
      source,
      submitted,
      match,
      byHand: hand !== undefined,
      answers,
      trouble: null,
    }
    return { ...planned, trouble: troubleOf(planned, settings, cells) }
  })
}

const troubleOf = (row: FormRow, settings: FormSettings, cells: readonly string[]): string | null =>
  viewsOf({ ...row, match: { is: 'matched', pupil: '0'.repeat(26), by: '' } }, settings, cells)
    .flatMap(({ record }) => check(View, record))
    .map(({ message }) => message)[0] ?? null

/** The views that a row would become: its new answers, each word for word, with where it comes from. */
export const viewsOf = (row: FormRow, settings: FormSettings, cells: readonly string[]): Planned[] => {
  const { match } = row
  if (match.is !== 'matched') return []
  const { columns, form, whose } = settings
  const text = (role: ColumnRole, max: number) => cellOf(columns, cells, role).replace(/\s+/g, ' ').slice(0, max) || null // prettier-ignore
  return row.answers
    .filter(({ state }) => state === 'new')
    .map(({ question, words, key }) => ({
      key,
      record: blank(View, {
        pupil: match.pupil,
        review: settings.reviews.get(match.pupil) ?? null,
        whose,
        // A child’s own answer needs no name: the record is theirs.
        name: whose === 'child' ? null : text('saidBy', 120),
        question: question === '' ? null : question,
        words,
        gathered: dayOfAnswer(row.submitted, settings.day),
        how: 'form',
        language: text('language', 60),
        helper: text('helper', 120),
        source: form,
        sourceRow: row.source,
        submitted: row.submitted || null,
      }),
    }))
}
