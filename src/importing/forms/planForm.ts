import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, check, type Stored } from '../../domain/record.ts'
import { View } from '../../domain/records/view.ts'
import { WaitingAnswer } from '../../domain/records/waitingAnswer.ts'
import { grouped } from '../../domain/grouped.ts'
import { type Day, parseDay } from '../../domain/rules/day.ts'
import type { ImportTable } from '../importFile.ts'
import type { ColumnRole, Columns } from './columns.ts'
import { type Candidate, type Match, matchPupil, type Told } from './matchPupil.ts'

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

/**
 * `stored`: the very words are in the record. `differs`: others are, and stay. `waits`: nobody matched before, and the
 * very words are kept until somebody says whose they are.
 */
export type Answer = {
  readonly question: string
  readonly words: string
  readonly state: 'new' | 'stored' | 'differs' | 'waits'
  readonly key: string
}
export type FormRow = {
  /** Its number in the file as Excel shows it. */
  readonly row: number
  /** The row above that is the very same, so that nothing of this one is stored. */
  readonly sameAs: number | null
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

type Cells = readonly string[]
type Named = { readonly source: string; readonly number: string; readonly sameAs: number | null }

/**
 * What each row is called, the same each time: by its number, else by its words. A row that stands there twice is one;
 * two answers under one number (files put together by hand), or of two children who say the same and no name, are two.
 */
const namesOf = (
  columns: Columns,
  rows: readonly { readonly row: number; readonly cells: Cells }[],
): Named[] => {
  const met = new Map<string, { readonly print: string; readonly row: number }[]>()
  return rows.map(({ row, cells }) => {
    const id = cellOf(columns, cells, 'row')
    const print = printOf(cells)
    const number = (id === '' ? `answer ${print}` : `answer ${id}`).slice(0, 60)
    const before = met.get(number) ?? []
    const same = before.find((one) => one.print === print)
    const isTold = id !== '' || Object.values(toldIn(columns, cells)).some((text) => text !== '')
    met.set(number, [...before, { print, row }])
    if (same && isTold) return { source: number, number, sameAs: same.row }
    const source =
      before.length === 0 ? number : same ? `${number} ${before.length + 1}` : `${number} ${print}`
    return { source, number, sameAs: null }
  })
}

const nobody = '0'.repeat(26)
type Place = {
  readonly form: string
  readonly source: string
  readonly submitted: string
  readonly question: string
}
/** The key of the view that one answer becomes, the same each time. */
export const viewKey = (pupil: string, { form, source, submitted, question }: Place): string =>
  derivedKey(pupil, 'View', form, source, submitted, question)

/** How a row says whom it is about. */
const toldIn = (columns: Columns, cells: readonly string[]): Told => ({
  upn: cellOf(columns, cells, 'upn'),
  name: cellOf(columns, cells, 'name'),
  forename: cellOf(columns, cells, 'forename'),
  surname: cellOf(columns, cells, 'surname'),
  dateOfBirth: cellOf(columns, cells, 'dateOfBirth'),
  className: cellOf(columns, cells, 'className'),
})

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
  waiting: readonly Stored<WaitingAnswer>[] = [],
): FormRow[] => {
  const { columns, form } = settings
  const waits = grouped(waiting, ({ row }) => row)
  const byRow = grouped(known, ({ sourceRow }) => sourceRow ?? '')
  const names = namesOf(columns, table.rows)
  return table.rows.map(({ row, cells }, at): FormRow => {
    const { source, number, sameAs } = names[at]!
    const submitted = cellOf(columns, cells, 'submitted').slice(0, 40)
    const again = source !== number
    const stored = [...(byRow.get(source) ?? []), ...(again ? (byRow.get(number) ?? []) : [])].filter(
      (view) => view.source === form || (submitted !== '' && view.submitted === submitted),
    )
    const hand = decided.get(source)
    const before = (waits.get(source) ?? []).filter(
      (one) => one.form === form || (submitted !== '' && one.submitted === submitted),
    )
    // What was left out once isn't asked again each time the form is brought in.
    const leftOut = before.length > 0 && before.every(({ archived, pupil }) => archived && pupil === null)
    const own = stored.find(({ sourceRow }) => sourceRow === source)
    const match: FormRow['match'] =
      sameAs !== null || hand === null
        ? { is: 'leftOut' }
        : hand !== undefined
          ? { is: 'matched', pupil: hand, by: 'you' }
          : own
            ? { is: 'matched', pupil: own.pupil, by: 'the earlier import' }
            : leftOut
              ? { is: 'leftOut' }
              : matchPupil(toldIn(columns, cells), pupils)
    const asked = new Map<string, number>()
    const answers = columns.flatMap((role, column): Answer[] => {
      if (role !== 'question') return []
      const question = whole(table.headings[column] ?? '')
      // A form may ask “Why?” twice: each has an answer of its own.
      const nth = (asked.get(question) ?? 0) + 1
      asked.set(question, nth)
      const words = asStored(cells[column] ?? '')
      if (words.trim() === '') return []
      const earlier = stored.filter((view) => (view.question ?? '') === question)
      const pupil = match.is === 'matched' ? match.pupil : nobody
      return [
        {
          question,
          words,
          state: earlier.some((view) => view.words === words)
            ? 'stored'
            : earlier.length >= nth && !again
              ? 'differs'
              : match.is !== 'matched' &&
                  before.some((one) => (one.question ?? '') === question && one.words === words)
                ? 'waits'
                : 'new',
          key: viewKey(pupil, {
            form,
            source,
            submitted,
            question: nth === 1 ? question : `${question}\n${nth}`,
          }),
        },
      ]
    })
    const planned: FormRow = {
      row,
      sameAs,
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

/** A cell as one line that fits its field; '' is null. */
const lineOf = (columns: Columns, cells: readonly string[], role: ColumnRole, max: number): string | null =>
  cellOf(columns, cells, role).replace(/\s+/g, ' ').slice(0, max) || null

/** Who said an answer, when, in which language, who helped: the same for a view and for an answer that waits. */
const saidIn = (row: FormRow, { columns, whose, day }: FormSettings, cells: readonly string[]) => ({
  whose,
  // A child’s own answer needs no name: the record is theirs.
  name: whose === 'child' ? null : lineOf(columns, cells, 'saidBy', 120),
  gathered: dayOfAnswer(row.submitted, day),
  language: lineOf(columns, cells, 'language', 60),
  helper: lineOf(columns, cells, 'helper', 120),
  submitted: row.submitted || null,
})

/** The views that a row would become: its new answers, each word for word, with where it comes from. */
export const viewsOf = (row: FormRow, settings: FormSettings, cells: readonly string[]): Planned[] => {
  const { match } = row
  if (match.is !== 'matched') return []
  return row.answers
    .filter(({ state }) => state === 'new')
    .map(({ question, words, key }) => ({
      key,
      record: blank(View, {
        ...saidIn(row, settings, cells),
        pupil: match.pupil,
        review: settings.reviews.get(match.pupil) ?? null,
        question: question === '' ? null : question,
        words,
        how: 'form',
        source: settings.form,
        sourceRow: row.source,
      }),
    }))
}

/** The answers of a row that matches nobody, to be kept word for word until somebody says whose they are. */
export const waitingOf = (
  row: FormRow,
  settings: FormSettings,
  cells: readonly string[],
): { key: string; record: WaitingAnswer }[] => {
  if (row.match.is !== 'unmatched' || row.trouble) return []
  const { columns, form } = settings
  const { source, submitted } = row
  const full = [lineOf(columns, cells, 'forename', 120), lineOf(columns, cells, 'surname', 119)]
  return row.answers
    .filter(({ state }) => state === 'new')
    .map(({ question, words }) => ({
      // The words too: an answer that was changed since waits beside the first, not over it.
      key: derivedKey(nobody, WaitingAnswer.name, form, source, submitted, question, words),
      record: blank(WaitingAnswer, {
        ...saidIn(row, settings, cells),
        form,
        row: source,
        saysUpn: lineOf(columns, cells, 'upn', 40),
        saysName: lineOf(columns, cells, 'name', 240) ?? (full.filter(Boolean).join(' ') || null),
        saysBorn: lineOf(columns, cells, 'dateOfBirth', 40),
        saysClass: lineOf(columns, cells, 'className', 80),
        question: question === '' ? null : question,
        words,
      }),
    }))
}
