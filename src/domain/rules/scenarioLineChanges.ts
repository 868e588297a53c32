import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Keyed } from './deploymentPeople.ts'
import type { ScenarioEdit } from './scenarioEdit.ts'
import { ended, givenBy, gone, type Make, plainOf, pointless, slotStaff, tellTimes } from './scenarioMake.ts'

export const changeLine: Make<'changeLine'> = (edit, change, tell) => {
  const line = edit.line(change.line)
  if (!line) return gone(t`The line of support`)
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
  if (key === null) return ended(t`The line of support`)
  const times = edit.slotsWhere((slot) => slot.allocation === key)
  if (line.group !== null && (minutes !== undefined || change.set.sessionsPerWeek !== undefined))
    tell(t`The group’s time in the week stays as it is: this pupil comes to a part of it.`)
  else tellTimes(edit, tell, times, change.set.sessionsPerWeek)
  return null
}

/** A group’s written size follows who comes and goes; where it is blank, those in it are counted. */
const resized = (edit: ScenarioEdit, group: Keyed<Group>, by: number): Keyed<Group> => {
  if (group.size === null) return group
  const key = edit.replaceGroup(group, { size: Math.max(1, group.size + by) })
  return key === null ? group : edit.groups.get(key)!
}

export const movePupil: Make<'movePupil'> = (edit, change, tell) => {
  const line = edit.line(change.line)
  if (!line) return gone(t`The line of support`)
  const into = edit.group(change.to)
  if (!into) return gone(t`The group to move to`)
  if (line.group === into.key) return pointless(t`The pupil is in that group already.`)
  if (!edit.goesOn(edit.endOf(line))) return ended(t`The line of support`)
  if (!edit.goesOn(into.until)) return ended(t`The group to move to`)
  if (edit.membersOf(into.key).some(({ pupil }) => pupil === line.pupil))
    return pointless(t`The pupil is in that group already by another line.`)
  const from = line.group === null ? undefined : edit.groups.get(line.group)
  const target = resized(edit, into, 1)
  if (from) resized(edit, from, -1)
  const now = edit.line(change.line)!
  if (edit.moveLine(now, target) === null) return ended(t`The line of support`)
  if (line.provision !== into.provision) tell(t`The group is of another provision: the pupil gets that one.`)
  if (edit.slotsWhere((slot) => slot.group === target.key).length === 0)
    tell(t`The group has no time in the week yet.`)
  return null
}

export const endLine: Make<'endLine'> = (edit, change) => {
  const line = edit.line(change.line)
  if (!line) return gone(t`The line of support`)
  const group = line.group === null ? undefined : edit.groups.get(line.group)
  if (!edit.goesOn(edit.endOf(line))) return ended(t`The line of support`)
  if (group) resized(edit, group, -1)
  return edit.endLine(edit.line(change.line)!) ? null : ended(t`The line of support`)
}

/** A time in the week as it is to be from the day; who comes to it stays who came. */
export const changeTime: Make<'changeTime'> = (edit, change, tell) => {
  const slot = edit.slot(change.slot)
  if (!slot) return gone(t`The time in the week`)
  if (!edit.goesOn(slot.until)) return ended(t`The time in the week`)
  const { member, ...set } = change.set
  const by = member === undefined ? null : givenBy(edit, member, slot.role)
  if (by && 'refusal' in by) return by.refusal
  edit.replaceSlot(slot, { ...set, ...(by ? slotStaff(by.fields) : {}) })
  if (by && slot.group !== null)
    tell(t`Who gives the group is not changed by this, nor its cost: change the group for that.`)
  return null
}
