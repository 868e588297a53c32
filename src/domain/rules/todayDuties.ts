import { t } from '../../words/t.ts'
import { duties } from '../duties/index.ts'
import { type AnyDuty, type DutyContext, rowsOf, type Standing } from '../duties/duty.ts'
import { movingFacts } from '../duties/moving.ts'
import type { Stored } from '../record.ts'
import type { Transfer } from '../records/transfer.ts'
import type { TransitionVisit } from '../records/transitionVisit.ts'
import { showDay } from './day.ts'
import { calendarOf } from './schoolCalendar.ts'
import { chasedWords, mayChase } from './todayChases.ts'
import { type Context, joined, lineOf, stillHere, verb } from './todayParts.ts'
import type { Act, DutyListName, TodayLists, WorkLine } from './todayTypes.ts'

type Row = Stored<Readonly<Record<string, unknown>>>
type Lists = Pick<TodayLists, DutyListName | 'assessments' | 'retentionRules' | 'holds' | 'complaintStages'>

const place = ({ place: at, name }: AnyDuty, key: string | null): Act => ({
  is: 'duty',
  place: at,
  duty: name,
  key,
})
const names: Readonly<Record<string, DutyListName>> = { Service: 'services' }

/** What the rules of duties may know, from the lists that Today has. */
const contextOf = (lists: Lists, { today, school, chases, pupils, terms, review }: Context): DutyContext => {
  const known = new Map(lists.services.map((row) => [row.key, (row as Stored<{ name: string }>).name]))
  return {
    today,
    school,
    nameOf: (type, key) => (names[type] && key !== null ? (known.get(key) ?? null) : null),
    rows: (type) =>
      duties.flatMap((duty) =>
        duty.type.name === type ? (rowsOf(duty, lists[duty.name as DutyListName]) as Row[]) : [],
      ),
    chased: (key) =>
      chases.of({ what: 'referral', referral: key }) ?? chases.of({ what: 'transfer', transfer: key }),
    moving: movingFacts(
      {
        pupils: [...pupils.values()],
        transfers: lists.transfers as readonly Stored<Transfer>[],
        visits: lists.visits as readonly Stored<TransitionVisit>[],
        keeping: lists,
      },
      calendarOf(terms),
      school,
      review,
      today,
    ),
    calendar: calendarOf(terms),
    stage: (key) => lists.complaintStages.find((one) => one.key === key) ?? null,
  }
}

const lineFor = (
  duty: AnyDuty,
  row: Row,
  { due, word }: Standing,
  context: Context,
  chased: DutyContext['chased'],
): WorkLine[] => {
  if (due === null) return []
  const pupil = typeof row['pupil'] === 'string' ? row['pupil'] : null
  const known = pupil === null ? undefined : context.pupils.get(pupil)
  if (pupil !== null && (!known || !(duty.afterLeaving || stillHere(known, context.today)))) return []
  const reminded = due.owner === 'others' ? chased(row.key) : null
  const to = place(duty, row.key)
  // Nobody is asked again before the day; until then the line says when that is.
  const asks = due.owner === 'others' && due.day !== null && due.day <= context.today
  return [
    lineOf(due.owner, due.day, context, {
      id: `${duty.name}:${row.key}`,
      about: 'support',
      task: duty.task,
      pupils: pupil === null ? [] : [pupil],
      what: due.what,
      ...(due.typed ? { typed: true } : {}),
      ...(due.day === null ? { word } : {}),
      detail: joined(reminded && chasedWords(reminded, context.today)),
      chased: reminded,
      why: due.why,
      next:
        asks && duty.chase && mayChase(reminded, context.today)
          ? verb(due.verb, {
              is: 'remind',
              given: {
                pupil,
                [duty.chase]: row.key,
                what: duty.chase,
                on: context.today,
                wasDue: due.day,
                duty: `${due.why.says}: ${due.why.inputs.map(({ label, value }) => `${label} ${value}`).join(', ')}`,
              },
            })
          : verb(due.verb, to, due.owner === 'school'),
      open: to,
    }),
  ]
}

/** One line for all rows of a list of the school's own that want the same. */
const foldedLine = (duty: AnyDuty, standings: readonly Standing[], context: Context): WorkLine[] => {
  const due = standings.flatMap((one) =>
    one.due && (one.due.day === null || one.due.day <= context.today) ? [one.due] : [],
  )
  const [first] = due
  if (!first || !duty.folded) return []
  const oldest = due.flatMap(({ day }) => (day === null ? [] : [day])).toSorted()[0]
  return [
    lineOf('school', null, context, {
      id: `${duty.name}:all`,
      about: 'support',
      task: duty.task,
      pupils: [],
      word: first.what,
      what: duty.folded(due.length),
      why: {
        ...first.why,
        inputs: [
          ...first.why.inputs.slice(1),
          ...(oldest ? [{ label: t`Due since`, value: showDay(oldest) }] : []),
        ],
      },
      next: verb(first.verb, place(duty, null)),
      open: place(duty, null),
    }),
  ]
}

/** What is owed about a list as a whole. */
const owedLines = (duty: AnyDuty, rows: readonly Row[], about: DutyContext, context: Context): WorkLine[] =>
  (duty.owed?.(rows as never, about) ?? []).map((due, at) =>
    lineOf(due.owner, due.day, context, {
      id: `${duty.name}:owed:${at}`,
      about: 'support',
      task: duty.task,
      pupils: [],
      what: due.what,
      ...(due.day === null ? { word: t`To begin` } : {}),
      why: due.why,
      next: verb(due.verb, place(duty, null)),
      open: place(duty, null),
    }),
  )

/** What waits for the SENCO among the duties that are lists of rows. */
export const dutyLines = (lists: Lists, context: Context): WorkLine[] => {
  const about = contextOf(lists, context)
  return duties.flatMap((duty) => {
    if (duty.asksNothing) return []
    const rows = rowsOf(duty, lists[duty.name as DutyListName]) as readonly Row[]
    const all = rows.map((row) => ({ row, standing: duty.standing(row as never, about) }))
    const lines = duty.folded
      ? foldedLine(
          duty,
          all.map(({ standing }) => standing),
          context,
        )
      : all.flatMap(({ row, standing }) => lineFor(duty, row, standing, context, about.chased))
    return [...owedLines(duty, rows, about, context), ...lines]
  })
}
