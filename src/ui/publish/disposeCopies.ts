import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { Disposal } from '../../domain/records/disposal.ts'
import { Hold } from '../../domain/records/hold.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import type { Day } from '../../domain/rules/day.ts'
import { blankedProfile, blankedTarget, staffProfileKeyOf } from '../../domain/rules/publish.ts'
import { holdsInForce } from '../../domain/rules/retention.ts'
import type { PublishBy, Records } from './publishing.ts'

/** Rows of the staff site of one pupil that were withdrawn: blank and archived, with their earlier versions behind them. */
export type BlankedCopies = {
  readonly profiles: readonly Stored<StaffProfile>[]
  readonly targets: readonly Stored<StaffTarget>[]
}
export const countOf = ({ profiles, targets }: BlankedCopies): number => profiles.length + targets.length

const says = (row: object, blanked: object): boolean =>
  Object.entries(blanked).every(
    ([field, value]) => field === 'publishedOn' || (row as Record<string, unknown>)[field] === value,
  )

/** What could be deleted. A row that says anything, or isn't archived, is not among it. */
export const blankedCopies = async (records: Records, pupil: string, today: Day): Promise<BlankedCopies> => {
  const [profiles, targets] = await Promise.all([
    records.store(StaffProfile).allWithArchived(),
    records.store(StaffTarget).allWithArchived(),
  ])
  return {
    profiles: profiles.records.filter(
      (row) => row.pupil === pupil && row.archived && says(row, blankedProfile(pupil, today)),
    ),
    targets: targets.records.filter(
      (row) => row.pupil === pupil && row.archived && says(row, blankedTarget(row, today)),
    ),
  }
}

/**
 * Deletes these rows, with their versions, into the staff site's recycle bin, and leaves a line in the disposal log
 * under a key of its own: the pupil's record stays. False, and nothing is deleted, while the pupil is held.
 */
export const disposeCopies = async (
  records: Records,
  pupil: string,
  copies: BlankedCopies,
  { today, by }: PublishBy,
): Promise<boolean> => {
  const holds = await records.store(Hold).allWithArchived()
  const own = holds.records.filter((hold) => hold.pupil === pupil)
  if (holds.unreadable.length > 0 || holdsInForce(own, today).length > 0) return false
  const logs = records.store(Disposal)
  const subject = staffProfileKeyOf(pupil)
  const log = await logs.create(
    blank(Disposal, {
      subject,
      on: today,
      group: 'sendFile',
      rule: 'Copies for staff that were withdrawn: by decision, no period',
      rows: countOf(copies),
      listed: `${StaffProfile.list} ${copies.profiles.length}, ${StaffTarget.list} ${copies.targets.length}`,
      decidedBy: (by ?? 'Unknown').slice(0, 120),
      state: 'done',
    }),
    derivedKey(subject, 'Disposal', today, copies.profiles[0]?.etag ?? '', copies.targets[0]?.etag ?? ''),
  )
  let gone = 0
  try {
    for (const row of copies.targets) {
      await records.store(StaffTarget).dispose(row)
      gone += 1
    }
    for (const row of copies.profiles) {
      await records.store(StaffProfile).dispose(row)
      gone += 1
    }
  } catch (thrown) {
    // The line says what went, not what was meant to.
    await logs.update(log, { rows: gone, listed: `${gone} of ${countOf(copies)} rows` }).catch(() => {})
    throw thrown
  }
  return true
}
