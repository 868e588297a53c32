import { t } from '../../words/t.ts'
import type { Strength } from './why.ts'

/**
 * The parts of a review meeting in the order in which a report is written. Sources: SEND Regulations 2014, regulation
 * 20 (progress, provision, recommendations and differences); SEND Code of Practice 9.166 to 9.169 (views, targets,
 * personal budget).
 */
export const agendaParts = {
  people: { label: 'Who is here', weight: 3 },
  child: { label: 'The child’s views', weight: 8 },
  parents: { label: 'Parents’ views', weight: 8 },
  last: { label: 'Actions from last time', weight: 4 },
  working: { label: 'What is working', weight: 4 },
  outcomes: { label: 'Progress to outcomes', weight: 12 },
  attainment: { label: 'Attainment and attendance', weight: 3 },
  support: { label: 'Section F provision', weight: 6 },
  health: { label: 'Health and social care', weight: 4 },
  targets: { label: 'Targets for the next year', weight: 4 },
  adulthood: { label: 'Preparing for adulthood', weight: 6 },
  placement: { label: 'Placement and travel', weight: 4 },
  budget: { label: 'Budget, equipment, funding', weight: 3 },
  changes: { label: 'Changes to the plan', weight: 6 },
  recommendation: { label: 'Recommendations', weight: 6 },
  actions: { label: 'Actions agreed', weight: 4 },
  close: { label: 'Close', weight: 2 },
} as const
export type AgendaPart = keyof typeof agendaParts
export const isAgendaPart = (name: string): name is AgendaPart => Object.hasOwn(agendaParts, name)

/** The length of a meeting where the school has settled none, in minutes. */
export const usualMeetingMinutes = 60
export const mostMinutes = 240

/** Minutes for each part that a person set, as one line of text: `child 10, outcomes 20`. */
export type Chosen = Readonly<Partial<Record<AgendaPart, number>>>

/** Reads what `agendaText` wrote; what it can't read is left out. */
export const chosenMinutes = (text: string | null): Chosen =>
  Object.fromEntries(
    (text ?? '').split(',').flatMap((each) => {
      const [, name = '', minutes = ''] = /^\s*([a-z]+) (\d{1,3})\s*$/i.exec(each) ?? []
      const count = Number(minutes)
      return isAgendaPart(name) && count <= mostMinutes ? [[name, count] as const] : []
    }),
  )
export const agendaText = (chosen: Chosen): string =>
  Object.entries(chosen)
    .map(([name, minutes]) => `${name} ${minutes}`)
    .join(', ')

/** One part with its minutes, and when it should begin and end, in minutes from the start of the meeting. */
export type Planned = {
  readonly part: AgendaPart
  readonly minutes: number
  readonly from: number
  readonly to: number
}

/**
 * The agenda with minutes: what a person chose stands; the rest of the meeting is shared among the others by what each
 * usually needs, in whole minutes that add up, at least one each.
 */
export const agendaPlan = (
  parts: readonly AgendaPart[],
  length: number = usualMeetingMinutes,
  chosen: Chosen = {},
): Planned[] => {
  const open = parts.filter((part) => chosen[part] === undefined)
  const taken = parts.reduce((sum, part) => sum + (chosen[part] ?? 0), 0)
  const left = Math.max(length - taken, open.length)
  const weights = open.reduce((sum, part) => sum + agendaParts[part].weight, 0)
  const spare = left - open.length
  let shared = 0
  let given = 0
  let from = 0
  return parts.map((part) => {
    let minutes = chosen[part]
    if (minutes === undefined) {
      // By the running sum, so that roundings never add up to more or less than there is.
      shared += agendaParts[part].weight
      const until = Math.round((spare * shared) / weights)
      minutes = 1 + until - given
      given = until
    }
    const planned = { part, minutes, from, to: from + minutes }
    from = planned.to
    return planned
  })
}

/** Where a part stands against the agenda. Instants are milliseconds. */
export type Timing = {
  /** When the agenda has it end. */
  readonly ends: number
  /** Whole minutes left of it; below nought: over. */
  readonly left: number
  readonly over: boolean
}
export const timingOf = (planned: Planned, began: number, now: number): Timing => {
  const ends = began + planned.to * 60_000
  const left = Math.ceil((ends - now) / 60_000)
  return { ends, left, over: now > ends }
}

/** Something that the report needs and the record doesn't have. */
export type Unanswered = {
  readonly part: AgendaPart
  readonly words: string
  readonly strength: Strength
  readonly source: string
  /** The fields that would answer it, as tags of content controls; any of them may do. */
  readonly tags: readonly string[]
}

const listed = /^Left open: [^\n]*\nWhy: /

/** Why something stays open, as a person typed it: what `leftOpenText` put before it is taken away. */
export const whyLeftOpen = (text: string | null): string => (text ?? '').replace(listed, '')

/** What is recorded at the end of a meeting: what law and guidance ask for that isn't answered, and why. */
export const leftOpenText = (missing: readonly Unanswered[], why: string): string | null => {
  const asked = missing.filter(({ strength }) => strength === 'must' || strength === 'should')
  const reason = whyLeftOpen(why)
  if (asked.length === 0 || reason.trim() === '') return reason.trim() === '' ? null : reason
  return t`Left open: ${asked.map(({ words }) => words).join('; ')}\nWhy: ${reason}`
}

/** Which part the agenda has at a moment, by its place in the plan; the last one when the meeting runs over. */
export const plannedAt = (plan: readonly Planned[], began: number, now: number): number => {
  const at = plan.findIndex(({ to }) => now < began + to * 60_000)
  return at < 0 ? Math.max(plan.length - 1, 0) : at
}
