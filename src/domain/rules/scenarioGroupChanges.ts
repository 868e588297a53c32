import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { derivedKey } from '../derivedKey.ts'
import type { Group } from '../records/group.ts'
import type { Keyed } from './deploymentPeople.ts'
import { fromGroup } from './groupLines.ts'
import { ended, givenBy, gone, type Make, plainOf, pointless, slotStaff, tellTimes } from './scenarioMake.ts'

export const mergeGroups: Make<'mergeGroups'> = (edit, change, tell) => {
  const from = edit.group(change.from)
  const into = edit.group(change.into)
  if (!from || !into) return gone(t`One of the two groups`)
  if (from.key === into.key) return pointless(t`The two groups are one already.`)
  if (!edit.goesOn(from.until) || !edit.goesOn(into.until)) return ended(t`One of the two groups`)
  const coming = edit.membersOf(from.key)
  const there = new Set(edit.membersOf(into.key).map(({ pupil }) => pupil))
  const joining = coming.filter(({ pupil }) => !there.has(pupil))
  const size = into.size === null ? {} : { size: into.size + joining.length }
  const key = edit.replaceGroup(into, size)
  if (key === null) return ended(t`One of the two groups`)
  const target = edit.groups.get(key)!
  for (const line of joining) edit.moveLine(line, target)
  const both = coming.length - joining.length
  edit.endGroup(edit.groups.get(from.key)!)
  if (both > 0) tell(t`${counted(both, 'pupil')} in both groups goes on in one.`)
  if (from.provision !== into.provision)
    tell(t`The two groups are of different provision: those who move get the other one.`)
  if (edit.slotsWhere((slot) => slot.group === key).length === 0)
    tell(t`The merged group has no time in the week yet.`)
  return null
}

export const splitGroup: Make<'splitGroup'> = (edit, change, tell) => {
  const group = edit.group(change.group)
  if (!group) return gone(t`The group`)
  const by = givenBy(edit, change.member, group.role)
  if ('refusal' in by) return by.refusal
  const wanted = new Set(change.lines.map((key) => edit.line(key)?.key))
  const going = edit.membersOf(group.key).filter(({ key }) => wanted.has(key))
  if (going.length < change.lines.length) return gone(t`One of those who were to go into the new group`)
  const left = edit.membersOf(group.key).length - going.length
  if (left === 0) return pointless(t`All would go into the new group.`)
  const keyOfNew = derivedKey(group.key, 'Split', change.lines[0]!, edit.salt)
  const size = group.size === null ? {} : { size: Math.max(1, group.size - going.length) }
  const wholeKey = edit.replaceGroup(group, size)
  if (wholeKey === null) return ended(t`The group`)
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
  if (change.member === null) tell(t`The new group has no time in the week yet: give it one in Timetable.`)
  else
    for (const slot of edit.slotsWhere((one) => one.group === wholeKey)) {
      const key = derivedKey(slot.key, 'Split', keyOfNew)
      edit.slots.set(key, { ...slot, ...slotStaff(by.fields), key, what: made.name, group: keyOfNew })
    }
  if (whole.resources || whole.external)
    tell(t`Resources and agreements of the group are counted for both groups: put that right if they are shared.`)
  return null
} // prettier-ignore

export const changeGroup: Make<'changeGroup'> = (edit, change, tell) => {
  const group = edit.group(change.group)
  if (!group) return gone(t`The group`)
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
  if (key === null) return ended(t`The group`)
  if (own.length > 0)
    tell(
      t`${counted(own.length, 'pupil')} ${own.length === 1 ? 'has' : 'have'} something of their own here and ${own.length === 1 ? 'keeps' : 'keep'} it.`,
    )
  tellTimes(
    edit,
    tell,
    edit.slotsWhere((slot) => slot.group === key),
    change.set.sessionsPerWeek,
  )
  return null
}
