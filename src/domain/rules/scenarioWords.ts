import { inWords, t } from '../../words/t.ts'
import { fieldOf } from '../record.ts'
import { Group } from '../records/group.ts'
import { schoolWeekdays, Slot } from '../records/slot.ts'
import { saidOf, type Value } from '../fields.ts'
import { staffRoles } from './codes.ts'
import { showMinutes } from './deploymentPeople.ts'
import type { FigureRow } from './scenarioFigureRows.ts'
import { showMoney } from './money.ts'
import type {
  Change,
  ChangeKind,
  GroupAmounts,
  LineAmounts,
  ScenarioState,
  TimeAmounts,
} from './scenarioTypes.ts'

export const changeKinds: Readonly<Record<ChangeKind, string>> = {
  loseStaff: t`Lose a member of staff`,
  mergeGroups: t`Merge two groups`,
  splitGroup: t`Split a group`,
  changeGroup: t`Change a group`,
  changeLine: t`Change one pupil’s support`,
  movePupil: t`Move a pupil to another group`,
  endLine: t`End one pupil’s support`,
  changeTime: t`Change a time in the week`,
  changeHours: t`Change somebody’s paid hours`,
  changeRate: t`Change an hourly rate`,
}

/** How records are called; whoever shows the words decides whether a child is named. */
export type Called = {
  readonly group: (key: string) => string
  readonly line: (key: string) => string
  readonly member: (key: string) => string
  readonly slot: (key: string) => string
}

/** What records are called by a state's own names, with a pupil's line called as `lineOf` says. */
export const calledIn = (state: ScenarioState, lineOf: (key: string) => string): Called => {
  const group = new Map(state.groups.map(({ key, name }) => [key, name]))
  const member = new Map(state.staff.map(({ key, name }) => [key, name]))
  const slots = new Map(state.slots.map((slot) => [slot.key, slot]))
  return {
    group: (key) => group.get(key) ?? t`a group that is no longer there`,
    member: (key) => member.get(key) ?? t`somebody who is no longer in the list`,
    line: lineOf,
    slot: (key) => {
      const slot = slots.get(key)
      return slot ? Slot.titleOf(slot) : t`a time that is no longer there`
    },
  }
}

const amountWords = (set: GroupAmounts & LineAmounts, called: Called): string =>
  Object.entries(set)
    .map(([name, value]: [string, Value | undefined]) => {
      if (name === 'member')
        return t`given by ${value === null ? t`nobody named` : called.member(String(value))}`
      if (name === 'groupSize') return t`pupils in the group ${String(value ?? '')}`
      const field = fieldOf(Group, name)
      return `${inWords(field.label).toLowerCase()} ${value === null ? 'blank' : name === 'role' ? inWords(staffRoles[value as 'ta']).toLowerCase() : saidOf(field, value ?? null)}`
    })
    .join(', ')

const timeWords = ({ weekday, starts, minutes, everyWeeks, member }: TimeAmounts, called: Called): string =>
  [
    ...(weekday ? [t`on ${inWords(schoolWeekdays[weekday])}`] : []),
    ...(starts ? [t`at ${starts}`] : []),
    ...(minutes ? [t`${minutes} min`] : []),
    ...(everyWeeks ? [{ every: t`every week`, odd: t`in week A`, even: t`in week B` }[everyWeeks]] : []),
    ...(member === undefined
      ? []
      : [t`given by ${member === null ? t`nobody named` : called.member(member)}`]),
  ].join(', ')

/** One change in a sentence. */
export const changeWords = (change: Change, called: Called): string => {
  const to = (key: string | null) => (key === null ? 'ends' : t`goes to ${called.member(key)}`)
  switch (change.do) {
    case 'loseStaff': {
      const apart = Object.values(change.give).filter((key) => key !== change.rest).length
      return t`Lose ${called.member(change.member)}: ${apart > 0 ? t`${apart} chosen apart, the rest ` : t`all of their work `}${to(change.rest)}`
    }
    case 'mergeGroups':
      return t`Merge ${called.group(change.from)} into ${called.group(change.into)}`
    case 'splitGroup':
      return t`Split ${called.group(change.group)}: ${change.lines.length} into ${change.name}${change.member === null ? '' : t`, given by ${called.member(change.member)}`}`
    case 'changeGroup':
      return `${called.group(change.group)}: ${amountWords(change.set, called)}`
    case 'changeLine':
      return `${called.line(change.line)}: ${amountWords(change.set, called)}`
    case 'movePupil':
      return t`Move ${called.line(change.line)} to ${called.group(change.to)}`
    case 'changeTime':
      return `${called.slot(change.slot)}: ${timeWords(change.set, called)}`
    case 'endLine':
      return t`End ${called.line(change.line)}`
    case 'changeHours':
      return t`${called.member(change.member)}: ${change.hours} hours a week${change.supportHours === null ? '' : t`, ${change.supportHours} of them for support`}`
    case 'changeRate':
      return `${inWords(staffRoles[change.role])}: ${showMoney(change.amount)} ${change.basis === 'hour' ? t`an hour` : t`for one hour a week over ${change.weeks ?? ''} weeks`}`
  }
}

/** A figure as people read it. */
export const figureWords = ({ is }: Pick<FigureRow, 'is'>, value: number): string =>
  is === 'money' ? showMoney(value) : showMinutes(value)

/** `£120.00 more`, `2 h less`, `no change`. */
export const differenceWordsOf = ({ is }: Pick<FigureRow, 'is'>, gap: number): string =>
  gap === 0 || (is === 'minutes' && Math.round(Math.abs(gap)) === 0)
    ? t`no change`
    : moreOrLess(is === 'money' ? showMoney(Math.abs(gap)) : showMinutes(Math.abs(gap)), gap)

const moreOrLess = (much: string, gap: number): string => (gap > 0 ? t`${much} more` : t`${much} less`)
