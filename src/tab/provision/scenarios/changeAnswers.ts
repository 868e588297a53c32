import { inWords, t } from '../../../words/t.ts'
import { parse, type Value } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import { Group } from '../../../domain/records/group.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { Slot } from '../../../domain/records/slot.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { parseTime, showTime } from '../../../domain/rules/clockTime.ts'
import type { Change, ChangeKind } from '../../../domain/rules/scenarioTypes.ts'

export type Answers = Readonly<Record<string, string>>
/** Chosen where somebody’s work ends. */
export const ends = 'end'
const keep = ''
export const amountFields = ['sessionsPerWeek', 'minutes', 'prepMinutes', 'weeks'] as const

const numberIn = (
  type: typeof Group | typeof Rate | typeof Slot | typeof SupportStaff,
  name: string,
  typed: string,
) => {
  const read = parse(fieldOf(type, name), typed)
  return 'value' in read ? read.value : undefined
}

/** A change made by plain choices. `null` while an answer is missing; words where one can't be. */
export const changeOf = (
  kind: ChangeKind,
  answers: Answers,
  ticked: readonly string[],
): Omit<Change, 'seen'> | string | null => {
  const one = (name: string) => answers[name] ?? ''
  const staffOf = (name: string) => (one(name) === ends ? null : one(name))
  const amounts = (): Record<string, Value> | string => {
    const set: Record<string, Value> = {}
    for (const name of amountFields) {
      if (one(name).trim() === '') continue
      const value = numberIn(Group, name, one(name))
      if (value === undefined || value === null) return t`${inWords(fieldOf(Group, name).label)}: write a number.`
      set[name] = value
    }
    if (one('size').trim() !== '') {
      const value = numberIn(Group, 'size', one('size'))
      if (value === undefined || value === null) return t`Pupils who share its cost: write a whole number.`
      set[kind === 'changeLine' ? 'groupSize' : 'size'] = value
    }
    if (one('role') !== keep) set['role'] = one('role')
    if (one('to') !== keep) set['member'] = staffOf('to')
    return Object.keys(set).length === 0 ? t`Say what changes.` : set
  }
  switch (kind) {
    case 'loseStaff':
      if (!one('member') || !one('to')) return null
      return {
        do: kind,
        member: one('member'),
        rest: staffOf('to'),
        give: Object.fromEntries(
          Object.entries(answers).flatMap(([name, value]) =>
            name.startsWith('give:') && value !== keep ? [[name.slice(5), value === ends ? null : value]] : [],
          ),
        ),
      } as Omit<Change, 'seen'>
    case 'mergeGroups':
      return one('group') && one('into')
        ? ({ do: kind, from: one('group'), into: one('into') } as Omit<Change, 'seen'>)
        : null
    case 'splitGroup':
      return one('group') && one('name').trim() && ticked.length > 0
        ? ({
            do: kind,
            group: one('group'),
            lines: ticked,
            name: one('name').trim(),
            member: one('to') === keep ? null : staffOf('to'),
          } as Omit<Change, 'seen'>)
        : null
    case 'changeGroup':
    case 'changeLine': {
      const about = kind === 'changeGroup' ? 'group' : 'line'
      if (!one(about)) return null
      const set = amounts()
      return typeof set === 'string' ? set : ({ do: kind, [about]: one(about), set } as unknown as Omit<Change, 'seen'>)
    }
    case 'movePupil':
      return one('line') && one('group')
        ? ({ do: kind, line: one('line'), to: one('group') } as Omit<Change, 'seen'>)
        : null
    case 'endLine':
      return one('line') ? ({ do: kind, line: one('line') } as Omit<Change, 'seen'>) : null
    case 'changeTime': {
      if (!one('slot')) return null
      const set: Record<string, Value> = {}
      if (one('starts').trim() !== '') {
        const at = parseTime(one('starts'))
        if (at === null) return t`Begins: write a time, such as 9:30.`
        set['starts'] = showTime(at)
      }
      if (one('minutes').trim() !== '') {
        const value = numberIn(Slot, 'minutes', one('minutes'))
        if (value === undefined || value === null) return t`Minutes: write a whole number.`
        set['minutes'] = value
      }
      for (const name of ['weekday', 'everyWeeks']) if (one(name) !== keep) set[name] = one(name)
      if (one('to') !== keep) set['member'] = staffOf('to')
      return Object.keys(set).length === 0
        ? t`Say what changes.`
        : ({ do: kind, slot: one('slot'), set } as unknown as Omit<Change, 'seen'>)
    }
    case 'changeHours': {
      if (!one('member') || !one('hours')) return null
      const hours = numberIn(SupportStaff, 'hours', one('hours'))
      const support = one('supportHours').trim() === '' ? null : numberIn(SupportStaff, 'supportHours', one('supportHours'))
      return hours === undefined || hours === null || support === undefined
        ? t`Hours a week: write a number.`
        : ({ do: kind, member: one('member'), hours, supportHours: support } as unknown as Omit<Change, 'seen'>)
    }
    case 'changeRate': {
      if (!one('role') || !one('amount')) return null
      const amount = numberIn(Rate, 'amount', one('amount'))
      return amount === undefined || amount === null
        ? t`Amount: write it in pounds, such as 17.20.`
        : ({ do: kind, role: one('role'), basis: 'hour', amount, weeks: null } as unknown as Omit<Change, 'seen'>)
    }
  }
} // prettier-ignore
