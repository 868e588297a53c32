import { fullName } from '../../domain/records/pupil.ts'
import type { SlotPupil } from '../../domain/records/slotPupil.ts'
import type { StaffProfile } from '../../domain/records/staffProfile.ts'
import type { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { classKey } from '../../domain/rules/classStaff.ts'
import type { KeyOption } from '../../ui/controls/control.ts'
import { pupilText } from '../../ui/pupilOptions.ts'

/** A pupil to choose from, and the name alone. */
export type StaffPupil = KeyOption & { readonly name: string }

/**
 * Whom a member of staff can say something about by choosing: everybody whose name is on the staff site already, with
 * a published profile, in a session or asked about; those of one's own classes first. No other names are put there
 * for it: who is not in the list is written by hand, and the SENCO says who it is.
 */
export const staffPupils = (
  profiles: readonly StaffProfile[],
  coming: readonly SlotPupil[],
  asks: readonly TeacherAsk[],
  myClasses: readonly string[],
): StaffPupil[] => {
  const mine = new Set(myClasses.map(classKey))
  const found = new Map<string, StaffPupil & { readonly isMine: boolean }>()
  const add = (key: string, name: string, text: string, className: string | null) => {
    if (name.trim() !== '' && !found.has(key))
      found.set(key, { key, name, text, isMine: className !== null && mine.has(classKey(className)) })
  }
  for (const profile of profiles) add(profile.pupil, fullName(profile), pupilText(profile), profile.className)
  for (const { pupil, name, className } of coming)
    add(pupil, name, [name, className].filter(Boolean).join(' · '), className)
  for (const { pupil, pupilName } of asks) add(pupil, pupilName, pupilName, null)
  return [...found.values()].toSorted(
    (a, b) => Number(b.isMine) - Number(a.isMine) || a.text.localeCompare(b.text, 'en-GB'),
  )
}
