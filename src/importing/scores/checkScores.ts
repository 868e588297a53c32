import { show } from '../../domain/fields.ts'
import { folded } from '../../domain/folded.ts'
import { grouped } from '../../domain/grouped.ts'
import { blank, check, fieldOf, type Stored } from '../../domain/record.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Score } from '../../domain/records/score.ts'
import type { Day } from '../../domain/rules/day.ts'
import { outOfRange } from '../../domain/rules/scoring.ts'
import type { ImportTable, SourceRow } from '../importFile.ts'
import { newKeysFor } from '../newKeys.ts'
import type { NewRecord } from '../plan.ts'
import type { Notice, Reason } from '../readRow.ts'
import {
  type CellRead,
  cleaned,
  isNothing,
  readAge,
  readInterval,
  readNumber,
  readPurpose,
  readTestDay,
  readText,
} from './scoreCells.ts'
import { missingOf, type ScoreMapping, type ScoreTarget, scoreTargets } from './scoreHeadings.ts'
import { pupilMatcher, type PupilMatch } from './scorePupil.ts'

/** What a school has that scores are held against. */
export type ScoresExisting = {
  readonly pupils: readonly Stored<Pupil>[]
  readonly tools: readonly Stored<AssessmentTool>[]
  /** Archived ones too: no new score may have their keys. */
  readonly scores: readonly Stored<Score>[]
}

/** What a person chose for the whole list, and for single rows whose pupil was in doubt. */
export type ScoresChosen = {
  readonly tool: string | null
  readonly day: Day | null
  readonly pupils: ReadonlyMap<number, string>
}

type Common = {
  readonly row: number
  /** The pupil's key, for the screen; a report leaves names out. */
  readonly pupil: string | null
  readonly notices: readonly Notice[]
}
export type ScoreRow = Common &
  (
    | { readonly outcome: 'new'; readonly score: NewRecord<Score> }
    | { readonly outcome: 'unchanged' }
    | { readonly outcome: 'refused'; readonly reasons: readonly Reason[]; readonly maybe: readonly string[] }
  )
export type ScoreOutcome = ScoreRow['outcome']

/** What an import of scores would do, row by row; nothing is stored yet. */
export type ScorePlan = {
  readonly table: ImportTable
  readonly mapping: ScoreMapping
  readonly missing: readonly string[]
  readonly rows: readonly ScoreRow[]
  readonly counts: Readonly<Record<ScoreOutcome, number>>
}

type Draft = {
  readonly row: number
  readonly match: PupilMatch
  readonly record: Score | null
  readonly reasons: readonly Reason[]
  readonly notices: readonly Notice[]
}

/**
 * What each row of a list of scores would do; stores nothing. Each cell that can't be read is named with what was
 * expected; a row with one is refused whole, and the others are not held up. A score of the same pupil, tool, day and
 * form is the same score: twice the same changes nothing, twice different is refused.
 */
export const checkScores = (
  table: ImportTable,
  mapping: ScoreMapping,
  existing: ScoresExisting,
  chosen: ScoresChosen,
  today: Day,
): ScorePlan => {
  const missing = missingOf(mapping, chosen)
  const rows = missing.length > 0 ? [] : planRows(table, mapping, existing, chosen, today)
  const counts = { new: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return { table, mapping, missing, rows, counts }
}

const sittingOf = ({ pupil, tool, day }: Score) => [pupil, tool, day].join('|')
const identityOf = ({ pupil, tool, day, form }: Score) =>
  [pupil, tool, day, folded(form?.trim() ?? '')].join('|')
const fields = Object.keys(Score.fields) as (keyof Score & string)[]
/** Fields of which two scores of one identity say something different. */
const differing = (one: Score, other: Score) =>
  fields.filter((name) => name !== 'form' && one[name] !== null && one[name] !== other[name])

const planRows = (
  table: ImportTable,
  mapping: ScoreMapping,
  existing: ScoresExisting,
  chosen: ScoresChosen,
  today: Day,
): ScoreRow[] => {
  const matcher = pupilMatcher(existing.pupils)
  const byKey = new Map(existing.pupils.map((pupil) => [pupil.key, pupil]))
  const tools = new Map(existing.tools.map((tool) => [tool.key, tool]))
  const toolNames = new Map(existing.tools.map((tool) => [bareName(tool.name), tool]))
  const reading: Reading = { mapping, chosen, today, matcher, byKey, tools, toolNames, table }
  const drafts = table.rows.map((source) => readOne(source, reading))
  const keys = newKeysFor({
    pupils: [],
    needs: [],
    contacts: [],
    taken: new Set(existing.scores.map(({ key }) => key)),
  })
  const stored = new Map(
    existing.scores.filter(({ archived }) => !archived).map((score) => [identityOf(score), score]),
  )
  const ofSitting = grouped(
    existing.scores.filter(({ archived }) => !archived),
    sittingOf,
  )
  const first = new Map<string, { readonly row: number; readonly record: Score }>()
  const clashing = new Set<string>()
  for (const { row, record, reasons } of drafts) {
    if (record === null || reasons.length > 0) continue
    const identity = identityOf(record)
    const before = first.get(identity)
    if (!before) first.set(identity, { row, record })
    else if (differing(record, before.record).length + differing(before.record, record).length > 0)
      clashing.add(identity)
  }
  return drafts.map((draft): ScoreRow => {
    const { row, match, record, reasons, notices } = draft
    const pupil = match.is === 'matched' ? match.pupil.key : null
    const refused = (why: readonly Reason[], maybe: readonly string[] = []): ScoreRow => ({
      row,
      pupil,
      notices,
      outcome: 'refused',
      reasons: why,
      maybe,
    })
    if (match.is === 'doubt') return refused([match.reason, ...reasons], match.maybe)
    if (record === null || reasons.length > 0) return refused(reasons)
    const identity = identityOf(record)
    const earlier = first.get(identity)!
    if (clashing.has(identity))
      return refused([
        {
          column: '',
          found: `the same pupil, tool, day and form as another row (first row ${earlier.row}), with other numbers`,
          expected: 'each score once',
        },
      ])
    if (earlier.row !== row)
      return {
        row,
        pupil,
        outcome: 'unchanged',
        notices: [...notices, { column: '', message: `Says the same as row ${earlier.row}` }],
      }
    const known = stored.get(identity)
    if (known) {
      const moved = differing(record, known)
      return moved.length === 0
        ? { row, pupil, outcome: 'unchanged', notices }
        : refused(
            moved.map((name) => ({
              column: fieldOf(Score, name).label,
              found: show(fieldOf(Score, name), record[name]),
              expected: `${show(fieldOf(Score, name), known[name]) || 'nothing'}, as is on record for that day: change the score itself if the file is right`,
            })),
          )
    }
    // A list that leaves out the form of a score on record, or tells it for the first time, makes no second score.
    const alike = ofSitting
      .get(sittingOf(record))
      ?.find((one) => (one.form === null) !== (record.form === null) && differing(record, one).length === 0)
    if (alike)
      return {
        row,
        pupil,
        outcome: 'unchanged',
        notices: [
          ...notices,
          {
            column: '',
            message: `On record already, ${alike.form === null ? 'without a form' : `as form ${alike.form}`}`,
          },
        ],
      }
    const key = keys.of(record.pupil, 'Score', record.tool, record.day, folded(record.form?.trim() ?? ''))
    return { row, pupil, notices, outcome: 'new', score: { key, record } }
  })
}

const bareName = (name: string) => folded(name).replace(/[^a-z0-9]/g, '')

type Reading = {
  readonly table: ImportTable
  readonly mapping: ScoreMapping
  readonly chosen: ScoresChosen
  readonly today: Day
  readonly matcher: ReturnType<typeof pupilMatcher>
  readonly byKey: ReadonlyMap<string, Stored<Pupil>>
  readonly tools: ReadonlyMap<string, Stored<AssessmentTool>>
  readonly toolNames: ReadonlyMap<string, Stored<AssessmentTool>>
}

const numbers = ['raw', 'standardised', 'ageMonths', 'value', 'percentile'] as const
const isNumber = (target: ScoreTarget) => target === 'main' || numbers.some((name) => name === target)
/** Where a tool's main number is kept. */
const mainField = ({ scale }: AssessmentTool): 'standardised' | 'ageMonths' | 'value' =>
  scale === 'standardised' ? 'standardised' : scale === 'age' ? 'ageMonths' : 'value'

const readOne = (source: SourceRow, reading: Reading): Draft => {
  const { mapping, chosen, today, byKey } = reading
  const reasons: Reason[] = []
  const cell = (target: ScoreTarget) => {
    const at = mapping.indexOf(target)
    const text = at < 0 ? '' : cleaned(source.cells[at] ?? '')
    return isNothing(text) ? '' : text
  }
  const heading = (target: ScoreTarget) => {
    const at = mapping.indexOf(target)
    return (at >= 0 && reading.table.headings[at]) || scoreTargets[target]
  }
  const wrong = (target: ScoreTarget, found: string, expected: string) =>
    reasons.push({ column: heading(target), found: found.slice(0, 60), expected })
  const values: Partial<Record<keyof Score, unknown>> = {}
  const take = (target: ScoreTarget, read: CellRead) => {
    if ('expected' in read) wrong(target, cell(target), read.expected)
    else Object.assign(values, read.values)
  }

  const settled = chosen.pupils.get(source.row)
  const chosenPupil = settled === undefined ? undefined : byKey.get(settled)
  const match: PupilMatch = chosenPupil
    ? { is: 'matched', pupil: chosenPupil }
    : reading.matcher({
        upn: cell('upn'),
        surname: cell('surname'),
        forename: cell('forename'),
        fullName: cell('fullName'),
        dateOfBirth: cell('dateOfBirth'),
      })

  const typedTool = cell('tool')
  const tool = typedTool
    ? reading.toolNames.get(bareName(typedTool))
    : chosen.tool === null
      ? undefined
      : reading.tools.get(chosen.tool)
  if (!tool)
    wrong(
      'tool',
      typedTool || 'nothing',
      reading.tools.size === 0
        ? 'a tool of the school: choose some under School, Assessment tools'
        : `a tool of the school, such as ${[...reading.tools.values()][0]!.name}`,
    )

  const typedDay = cell('day')
  if (typedDay) {
    const read = readTestDay(typedDay, today, match.is === 'matched' ? match.pupil.dateOfBirth : null)
    if ('expected' in read) wrong('day', typedDay, read.expected)
    else values.day = read.day
  } else if (chosen.day === null) wrong('day', 'nothing', 'the day of the test')
  else values.day = chosen.day

  for (const target of ['raw', 'standardised', 'percentile', 'low', 'high', 'value', 'target'] as const)
    if (cell(target)) take(target, readNumber(target, cell(target)))
  if (cell('ageMonths')) take('ageMonths', readAge(cell('ageMonths')))
  if (cell('main') && tool) {
    const field = mainField(tool)
    if (values[field] === undefined)
      take('main', field === 'ageMonths' ? readAge(cell('main')) : readNumber(field, cell('main')))
  }
  if (cell('interval')) {
    const score = typeof values.standardised === 'number' ? values.standardised : null
    take('interval', readInterval(cell('interval'), score))
  }
  if (cell('purpose')) take('purpose', readPurpose(cell('purpose')))
  for (const target of ['form', 'testedBy', 'note'] as const)
    if (cell(target)) take(target, readText(target, cell(target)))

  const notices: Notice[] = []
  if (reasons.length > 0 || match.is === 'doubt' || !tool)
    return { row: source.row, match, record: null, reasons, notices }
  const record = blank(Score, { ...(values as Partial<Score>), pupil: match.pupil.key, tool: tool.key })
  for (const { field, message } of check(Score, record)) {
    if (field === 'raw' && numbers.every((name) => record[name] === null)) {
      const columns = mapping.flatMap((target, at) =>
        target && isNumber(target) ? [reading.table.headings[at]!] : [],
      )
      reasons.push({
        column: columns.join(', '),
        found: 'nothing',
        expected: 'a score in one of them at least',
      })
      continue
    }
    reasons.push({
      column: fieldOf(Score, field).label,
      found: show(fieldOf(Score, field), record[field as keyof Score]) || 'nothing',
      expected: message.charAt(0).toLowerCase() + message.slice(1),
    })
  }
  const outside = outOfRange(record, tool)
  if (outside) {
    const field = mainField(tool)
    const column: ScoreTarget =
      mapping.includes(field) && cell(field) ? field : mapping.includes('main') ? 'main' : 'raw'
    wrong(column, cell(column), `a score that ${tool.name} can have: ${outside}`)
  }
  return { row: source.row, match, record, reasons, notices }
}
