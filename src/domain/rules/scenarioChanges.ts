import { counted } from '../counted.ts'
import { derivedKey } from '../derivedKey.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Slot } from '../records/slot.ts'
import type { SupportStaff } from '../records/supportStaff.ts'
import { staffRoles } from './codes.ts'
import { rateOn } from './cost.ts'
import { showDay } from './day.ts'
import { isThem, type Keyed } from './deploymentPeople.ts'
import { fromGroup } from './groupLines.ts'
import type { ScenarioEdit } from './scenarioEdit.ts'
import type { Amounts, Cant, Change, ChangeKind } from './scenarioTypes.ts'

/** Says what was made and leaves something to do. */
type Tell = (words: string) => void
/** Null where the change was made; else why it can't be. */
type Refusal = Pick<Cant, 'why' | 'words'> | null
type Make<K extends ChangeKind> = (edit: ScenarioEdit, change: Change & { do: K }, tell: Tell) => Refusal

const gone = (what: string): Refusal => ({
  why: 'gone',
  words: `${what} was archived or is no longer there.`,
})
const ended = (what: string): Refusal => ({ why: 'ended', words: `${what} has ended by then.` })
const pointless = (words: string): Refusal => ({ why: 'pointless', words })

type StaffFields = Pick<Group, 'staff' | 'userPrincipalName'> & { role?: Group['role'] }
const nobody: StaffFields = { staff: null, userPrincipalName: null }
const fieldsOfMember = (member: Keyed<SupportStaff>): StaffFields => ({
  staff: member.name,
  userPrincipalName: member.userPrincipalName,
})
const isExternal = (role: Group['role']) => role === 'external'

/** Who gives it from now on. A role goes with the person, or the cost would be that of somebody else. */
const givenBy = (
  edit: ScenarioEdit,
  key: string | null,
  role: Group['role'],
): { fields: StaffFields } | { refusal: Refusal } => {
  if (key === null) return { fields: nobody }
  const member = edit.member(key)
  if (!member) return { refusal: gone('Who was to take it') }
  if (!edit.goesOn(member.until)) return { refusal: ended('The time of who was to take it') }
  if (isExternal(role)) return { fields: fieldsOfMember(member) }
  return { fields: { ...fieldsOfMember(member), role: member.role } }
}
const slotStaff = ({ staff, userPrincipalName, role }: StaffFields): Partial<Slot> => ({
  staff,
  userPrincipalName,
  ...(role ? { role } : {}),
})

const plainOf = (set: Amounts): Partial<Group> => {
  const { member: _, ...plain } = set
  return plain
}

const loseStaff: Make<'loseStaff'> = (edit, change, tell) => {
  const member = edit.staff.get(change.member)
  if (!member) return gone('The member of staff')
  if (!edit.goesOn(member.until)) return ended('This member of staff’s time')
  const takerOf = (key: string) => (Object.hasOwn(change.give, key) ? change.give[key]! : change.rest)
  const takers = [...new Set([change.rest, ...Object.values(change.give)])].filter((key) => key !== null)
  for (const key of takers) {
    if (key === change.member) return pointless('Who goes can’t take it over.')
    const taker = edit.member(key)
    if (!taker) return gone('Who was to take it')
    if (!edit.goesOn(taker.until)) return ended('The time of who was to take it')
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
  if (over + end === 0) tell('Nothing in groups, support or the timetable has this name.')
  if (end > 0) tell(`${counted(end, 'group or line', 'groups and lines')} of support would end.`)
  return null
}

const mergeGroups: Make<'mergeGroups'> = (edit, change, tell) => {
  const from = edit.group(change.from)
  const into = edit.group(change.into)
  if (!from || !into) return gone('One of the two groups')
  if (from.key === into.key) return pointless('The two groups are one already.')
  if (!edit.goesOn(from.until) || !edit.goesOn(into.until)) return ended('One of the two groups')
  const coming = edit.membersOf(from.key)
  const there = new Set(edit.membersOf(into.key).map(({ pupil }) => pupil))
  const joining = coming.filter(({ pupil }) => !there.has(pupil))
  const size = into.size === null ? {} : { size: into.size + joining.length }
  const key = edit.replaceGroup(into, size)
  if (key === null) return ended('One of the two groups')
  const target = edit.groups.get(key)!
  for (const line of joining) edit.moveLine(line, target)
  const both = coming.length - joining.length
  edit.endGroup(edit.groups.get(from.key)!)
  if (both > 0) tell(`${counted(both, 'pupil')} in both groups goes on in one.`)
  if (from.provision !== into.provision)
    tell('The two groups are of different provision: those who move get the other one.')
  if (edit.slotsWhere((slot) => slot.group === key).length === 0)
    tell('The merged group has no time in the week yet.')
  return null
}

const splitGroup: Make<'splitGroup'> = (edit, change, tell) => {
  const group = edit.group(change.group)
  if (!group) return gone('The group')
  const by = givenBy(edit, change.member, group.role)
  if ('refusal' in by) return by.refusal
  const wanted = new Set(change.lines.map((key) => edit.line(key)?.key))
  const going = edit.membersOf(group.key).filter(({ key }) => wanted.has(key))
  if (going.length < change.lines.length) return gone('One of those who were to go into the new group')
  const left = edit.membersOf(group.key).length - going.length
  if (left === 0) return pointless('All would go into the new group.')
  const keyOfNew = derivedKey(group.key, 'Split', change.lines[0]!, edit.salt)
  const size = group.size === null ? {} : { size: Math.max(1, group.size - going.length) }
  const wholeKey = edit.replaceGroup(group, size)
  if (wholeKey === null) return ended('The group')
  const whole = edit.groups.get(wholeKey)!
  const staff = change.member === null ? {} : by.fields
  const made: Keyed<Group> = {
    ...whole,
    ...staff,
    key: keyOfNew,
    name: change.name.trim(),
    size: group.size === null ? null : going.length,
  }
  edit.groups.set(keyOfNew, made)
  edit.origins.set(keyOfNew, wholeKey)
  for (const { key } of going) edit.moveLine(edit.line(key)!, made)
  if (change.member === null) tell('The new group has no time in the week yet: give it one in Timetable.')
  else
    for (const slot of edit.slotsWhere((one) => one.group === wholeKey)) {
      const key = derivedKey(slot.key, 'Split', keyOfNew)
      edit.slots.set(key, { ...slot, ...slotStaff(by.fields), key, what: made.name, group: keyOfNew })
    }
  if (whole.resources || whole.external)
    tell('Resources and agreements of the group are counted for both groups: put that right if they are shared.')
  return null
} // prettier-ignore

const tellTimes = (
  edit: ScenarioEdit,
  tell: Tell,
  times: readonly Slot[],
  sessions: number | null | undefined,
) => {
  if (sessions === undefined || sessions === null || times.length === 0) return
  const held = times.reduce(
    (sum, { everyWeeks }) => sum + (everyWeeks === 'odd' || everyWeeks === 'even' ? 0.5 : 1),
    0,
  )
  if (held !== sessions)
    tell(
      `The timetable has ${counted(held, 'session')} a week, the change ${sessions}: put Timetable right from ${showDay(edit.starts)}.`,
    )
}

const changeGroup: Make<'changeGroup'> = (edit, change, tell) => {
  const group = edit.group(change.group)
  if (!group) return gone('The group')
  const { member } = change.set
  const role = change.set.role ?? group.role
  const by = member === undefined ? { fields: null } : givenBy(edit, member, role)
  if ('refusal' in by) return by.refusal
  const set: Partial<Group> = { ...(by.fields ?? {}), ...plainOf(change.set) }
  const { minutes } = change.set
  const own = edit
    .membersOf(group.key)
    .filter((line) =>
      fromGroup.some(
        (field) => Object.hasOwn(set, field) && line[field] !== null && line[field] !== group[field],
      ),
    )
  const key = edit.replaceGroup(group, set, () => ({
    ...(by.fields ? slotStaff(by.fields) : {}),
    ...(change.set.role ? { role: change.set.role } : {}),
    ...(minutes === undefined || minutes === 0 ? {} : { minutes }),
  }))
  if (key === null) return ended('The group')
  if (own.length > 0)
    tell(
      `${counted(own.length, 'pupil')} ${own.length === 1 ? 'has' : 'have'} something of their own here and ${own.length === 1 ? 'keeps' : 'keep'} it.`,
    )
  tellTimes(
    edit,
    tell,
    edit.slotsWhere((slot) => slot.group === key),
    change.set.sessionsPerWeek,
  )
  return null
}

const changeLine: Make<'changeLine'> = (edit, change, tell) => {
  const line = edit.line(change.line)
  if (!line) return gone('The line of support')
  const { member, minutes } = change.set
  const by = member === undefined ? { fields: null } : givenBy(edit, member, change.set.role ?? line.role)
  if ('refusal' in by) return by.refusal
  const staff: Partial<Allocation> = by.fields
    ? { staff: by.fields.staff, ...(by.fields.role ? { role: by.fields.role } : {}) }
    : {}
  const set = { ...staff, ...(plainOf(change.set) as Partial<Allocation>) }
  const key = edit.replaceLine(line, set, {
    ...(by.fields ? slotStaff(by.fields) : {}),
    ...(change.set.role ? { role: change.set.role } : {}),
    ...(minutes === undefined || minutes === 0 ? {} : { minutes }),
  })
  if (key === null) return ended('The line of support')
  const times = edit.slotsWhere((slot) => slot.allocation === key)
  if (line.group !== null && (minutes !== undefined || change.set.sessionsPerWeek !== undefined))
    tell('The group’s time in the week stays as it is: this pupil comes to a part of it.')
  else tellTimes(edit, tell, times, change.set.sessionsPerWeek)
  return null
}

/** A group’s written size follows who comes and goes; where it is blank, those in it are counted. */
const resized = (edit: ScenarioEdit, group: Keyed<Group>, by: number): Keyed<Group> => {
  if (group.size === null) return group
  const key = edit.replaceGroup(group, { size: Math.max(1, group.size + by) })
  return key === null ? group : edit.groups.get(key)!
}

const movePupil: Make<'movePupil'> = (edit, change, tell) => {
  const line = edit.line(change.line)
  if (!line) return gone('The line of support')
  const into = edit.group(change.to)
  if (!into) return gone('The group to move to')
  if (line.group === into.key) return pointless('The pupil is in that group already.')
  if (!edit.goesOn(edit.endOf(line))) return ended('The line of support')
  if (!edit.goesOn(into.until)) return ended('The group to move to')
  if (edit.membersOf(into.key).some(({ pupil }) => pupil === line.pupil))
    return pointless('The pupil is in that group already by another line.')
  const from = line.group === null ? undefined : edit.groups.get(line.group)
  const target = resized(edit, into, 1)
  if (from) resized(edit, from, -1)
  const now = edit.line(change.line)!
  if (edit.moveLine(now, target) === null) return ended('The line of support')
  if (line.provision !== into.provision) tell('The group is of another provision: the pupil gets that one.')
  if (edit.slotsWhere((slot) => slot.group === target.key).length === 0)
    tell('The group has no time in the week yet.')
  return null
}

const endLine: Make<'endLine'> = (edit, change) => {
  const line = edit.line(change.line)
  if (!line) return gone('The line of support')
  const group = line.group === null ? undefined : edit.groups.get(line.group)
  if (!edit.goesOn(edit.endOf(line))) return ended('The line of support')
  if (group) resized(edit, group, -1)
  return edit.endLine(edit.line(change.line)!) ? null : ended('The line of support')
}

const changeHours: Make<'changeHours'> = (edit, change) => {
  const member = edit.member(change.member)
  if (!member) return gone('The member of staff')
  if (!edit.goesOn(member.until)) return ended('This member of staff’s time')
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

const changeRate: Make<'changeRate'> = (edit, change, tell) => {
  const { role, basis, amount, weeks } = change
  const all = [...edit.rates.values()]
  const now = rateOn(all, role, edit.starts)
  const set = { basis, amount, weeks: basis === 'weeklyHour' ? weeks : null }
  const later = all.filter((rate) => rate.role === role && rate.from > edit.starts)
  if (later.length > 0)
    tell(
      `A rate for ${staffRoles[role].toLowerCase()} from ${showDay(later[0]!.from)} is entered already and takes its place then.`,
    )
  if (now?.from === edit.starts) {
    edit.rates.set(now.key, { ...now, ...set })
    return null
  }
  const key = derivedKey(edit.salt.slice(0, 26), 'Rate', role, edit.starts, edit.salt)
  edit.rates.set(key, { key, role, from: edit.starts, ...set, working: null, source: 'A what if of this school' })
  return null
} // prettier-ignore

/** What each kind of change does to the records. */
export const makers: { readonly [K in ChangeKind]: Make<K> } = {
  loseStaff,
  mergeGroups,
  splitGroup,
  changeGroup,
  changeLine,
  movePupil,
  endLine,
  changeHours,
  changeRate,
}
