import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { derivedKey } from '../derivedKey.ts'
import type { Group } from '../records/group.ts'
import { staffRoles } from './codes.ts'
import { rateOn } from './cost.ts'
import { showDay } from './day.ts'
import { isThem } from './deploymentPeople.ts'
import {
  ended,
  givenBy,
  gone,
  type Make,
  nobody,
  pointless,
  slotStaff,
  type StaffFields,
} from './scenarioMake.ts'

export const loseStaff: Make<'loseStaff'> = (edit, change, tell) => {
  const member = edit.staff.get(change.member)
  if (!member) return gone(t`The member of staff`)
  if (!edit.goesOn(member.until)) return ended(t`This member of staff’s time`)
  const takerOf = (key: string) => (Object.hasOwn(change.give, key) ? change.give[key]! : change.rest)
  const takers = [...new Set([change.rest, ...Object.values(change.give)])].filter((key) => key !== null)
  for (const key of takers) {
    if (key === change.member) return pointless(t`Who goes can’t take it over.`)
    const taker = edit.member(key)
    if (!taker) return gone(t`Who was to take it`)
    if (!edit.goesOn(taker.until)) return ended(t`The time of who was to take it`)
  }
  const handed = (key: string | null, role: Group['role']): StaffFields => {
    const by = givenBy(edit, key, role)
    return 'fields' in by ? by.fields : nobody
  }
  let over = 0
  let end = 0
  for (const group of [...edit.groups.values()]) {
    if (!edit.goesOn(group.until) || !isThem(member, group)) continue
    const to = takerOf(group.key)
    if (to === null) {
      if (edit.endGroup(group)) end += 1
      continue
    }
    const fields = handed(to, group.role)
    const made = edit.replaceGroup(group, fields, (slot) => (isThem(member, slot) ? slotStaff(fields) : {}))
    if (made) over += 1
  }
  for (const line of [...edit.lines.values()]) {
    if (!edit.goesOn(edit.endOf(line)) || !isThem(member, { staff: line.staff })) continue
    // A line of a group follows its group.
    if (line.group !== null && edit.groups.get(line.group)?.staff === line.staff) continue
    const to = takerOf(line.key)
    if (to === null) {
      if (edit.endLine(line)) end += 1
      continue
    }
    const { staff, role } = handed(to, line.role)
    const slotFields = slotStaff(handed(to, line.role))
    if (edit.replaceLine(line, { staff, ...(role ? { role } : {}) }, slotFields)) over += 1
  }
  for (const slot of edit.slotsWhere((one) => isThem(member, one))) {
    const to = takerOf(slot.key)
    if (to === null) edit.endSlot(slot)
    else edit.replaceSlot(slot, slotStaff(handed(to, slot.role)))
  }
  edit.staffHeirs.set(member.key, null)
  if (member.from >= edit.starts) edit.staff.delete(member.key)
  else edit.staff.set(member.key, { ...member, until: edit.dayBefore })
  if (over + end === 0) tell(t`Nothing in groups, support or the timetable has this name.`)
  if (end > 0) tell(t`${counted(end, 'group or line', 'groups and lines')} of support would end.`)
  return null
}

export const changeHours: Make<'changeHours'> = (edit, change) => {
  const member = edit.member(change.member)
  if (!member) return gone(t`The member of staff`)
  if (!edit.goesOn(member.until)) return ended(t`This member of staff’s time`)
  const set = { hours: change.hours, supportHours: change.supportHours }
  if (member.from >= edit.starts) {
    edit.staff.set(member.key, { ...member, ...set })
    return null
  }
  const key = derivedKey(member.key, 'SupportStaff', edit.salt)
  edit.staff.set(member.key, { ...member, until: edit.dayBefore })
  edit.staff.set(key, { ...member, ...set, key, from: edit.starts })
  edit.staffHeirs.set(member.key, key)
  edit.origins.set(key, member.key)
  return null
}

export const changeRate: Make<'changeRate'> = (edit, change, tell) => {
  const { role, basis, amount, weeks } = change
  const all = [...edit.rates.values()]
  const now = rateOn(all, role, edit.starts)
  const set = { basis, amount, weeks: basis === 'weeklyHour' ? weeks : null }
  const later = all.filter((rate) => rate.role === role && rate.from > edit.starts)
  if (later.length > 0)
    tell(
      t`A rate for ${staffRoles[role].toLowerCase()} from ${showDay(later[0]!.from)} is entered already and takes its place then.`,
    )
  if (now?.from === edit.starts) {
    edit.rates.set(now.key, { ...now, ...set })
    return null
  }
  const key = derivedKey(edit.salt.slice(0, 26), 'Rate', role, edit.starts, edit.salt)
  edit.rates.set(key, { key, role, from: edit.starts, ...set, working: null, source: t`A what if of this school` })
  return null
} // prettier-ignore
