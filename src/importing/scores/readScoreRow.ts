import { show } from '../../domain/fields.ts'
import { folded } from '../../domain/folded.ts'
import { blank, check, fieldOf, type Stored } from '../../domain/record.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Score } from '../../domain/records/score.ts'
import type { Day } from '../../domain/rules/day.ts'
import { outOfRange } from '../../domain/rules/scoring.ts'
import type { ImportTable, SourceRow } from '../importFile.ts'
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
import { type ScoreMapping, type ScoreTarget, scoreTargets } from './scoreHeadings.ts'
import type { ScoresChosen, ScoresExisting } from './scorePlan.ts'
import { type PupilMatch, pupilMatcher } from './scorePupil.ts'

/** A row as it was read: a record where every cell could be, else why not. */
export type ScoreDraft = {
  readonly row: number
  readonly match: PupilMatch
  readonly record: Score | null
  readonly reasons: readonly Reason[]
  readonly notices: readonly Notice[]
}

const bareName = (name: string) => folded(name).replace(/[^a-z0-9]/g, '')

/** What every row is read with, made once for all of them. */
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

/** Reads rows of this table against what the school has. */
export const readingOf = (
  table: ImportTable,
  mapping: ScoreMapping,
  { pupils, tools }: ScoresExisting,
  chosen: ScoresChosen,
  today: Day,
): Reading => ({
  table,
  mapping,
  chosen,
  today,
  matcher: pupilMatcher(pupils),
  byKey: new Map(pupils.map((pupil) => [pupil.key, pupil])),
  tools: new Map(tools.map((tool) => [tool.key, tool])),
  toolNames: new Map(tools.map((tool) => [bareName(tool.name), tool])),
})

const numbers = ['raw', 'standardised', 'ageMonths', 'value', 'percentile'] as const
const isNumber = (target: ScoreTarget) => target === 'main' || numbers.some((name) => name === target)
/** Where a tool's main number is kept. */
const mainField = ({ scale }: AssessmentTool): 'standardised' | 'ageMonths' | 'value' =>
  scale === 'standardised' ? 'standardised' : scale === 'age' ? 'ageMonths' : 'value'

/** Reads one row into a score: every cell that can’t be read is named with what was expected. */
export const readScoreRow = (source: SourceRow, reading: Reading): ScoreDraft => {
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
