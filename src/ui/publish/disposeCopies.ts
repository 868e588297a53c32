import { t } from '../../words/t.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { AccessRequest } from '../../domain/records/accessRequest.ts'
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

/** Whether a legal hold or a request that is not answered keeps what there is of a pupil; yes where a row can't be read. */
const isKept = async (records: Records, pupil: string, today: Day): Promise<boolean> => {
  const [holds, requests] = await Promise.all([
    records.store(Hold).allWithArchived(),
    records.store(AccessRequest).all(),
  ])
  return (
    holds.unreadable.length > 0 ||
    requests.unreadable.length > 0 ||
    holdsInForce(holds.records, today).some((hold) => hold.pupil === pupil) ||
    requests.records.some((request) => request.pupil === pupil && request.state === 'open')
  )
}

/**
 * Deletes these rows, with their versions, into the staff site's recycle bin, and leaves a line in the disposal log
 * under a key of its own: the pupil's record stays. The line is there first and counts what has gone, row by row, so
 * that it never says more than was done. False, and nothing is deleted, while the pupil is held or asked about.
 */
export const disposeCopies = async (
  records: Records,
  pupil: string,
  copies: BlankedCopies,
  { today, by }: PublishBy,
): Promise<boolean> => {
  if (await isKept(records, pupil, today)) return false
  const logs = records.store(Disposal)
  const subject = staffProfileKeyOf(pupil)
  const all = countOf(copies)
  let log = await logs.create(
    blank(Disposal, {
      subject,
      on: today,
      group: 'sendFile',
      rule: t`Copies for staff that were withdrawn: by decision, no period`,
      rows: 0,
      listed: t`0 of ${all} rows`,
      decidedBy: (by ?? 'Unknown').slice(0, 120),
      state: 'stopped',
    }),
    derivedKey(subject, 'Disposal', today, copies.profiles[0]?.etag ?? '', copies.targets[0]?.etag ?? ''),
  )
  let gone = 0
  const count = async () => {
    gone += 1
    const listed =
      gone === all
        ? `${StaffProfile.list} ${copies.profiles.length}, ${StaffTarget.list} ${copies.targets.length}`
        : t`${gone} of ${all} rows`
    log = await logs.update(log, { rows: gone, listed, state: 'done' })
  }
  for (const row of copies.targets) {
    await records.store(StaffTarget).dispose(row)
    await count()
  }
  for (const row of copies.profiles) {
    await records.store(StaffProfile).dispose(row)
    await count()
  }
  return true
}
