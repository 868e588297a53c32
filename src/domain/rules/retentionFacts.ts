import type { AccessRequest } from '../records/accessRequest.ts'
import type { Complaint } from '../records/complaint.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Day } from './day.ts'
import { ageOn, endOfCompulsorySchoolAge } from './schoolYear.ts'

/** What the day of disposal is reckoned from. */
export type RetentionPupil = Pick<Pupil, 'dateOfBirth' | 'left' | 'status' | 'statusFrom' | 'planIssued'> & {
  readonly archived: boolean
}

export type RetentionFacts = {
  /** The day on which the next school confirmed that it has the file; null while nobody has. */
  readonly received: Day | null
  /** A need, an outcome or a review is recorded. */
  readonly hadSend: boolean
  /** Requests for access that are not answered yet: what was asked for may not be deleted. */
  readonly requests: readonly Pick<AccessRequest, 'received' | 'state'>[]
  /** Complaints and appeals about the pupil, each stage by itself. */
  readonly complaints?: readonly Pick<Complaint, 'received' | 'closed' | 'wentOn'>[]
}
/**
 * The day of the next school's receipt as far as it counts: a receipt from before the pupil came is for an earlier
 * time at this school, so it lets nothing go.
 */
export const receiptOf = ({
  admitted,
  fileReceived,
}: Pick<Pupil, 'admitted' | 'fileReceived'>): Day | null =>
  fileReceived !== null && (admitted === null || fileReceived >= admitted) ? fileReceived : null

export const noFacts: RetentionFacts = { received: null, hadSend: false, requests: [] }

/** Whether anything says that the pupil has, or had, special educational needs. */
export const everSend = (pupil: RetentionPupil, facts: RetentionFacts): boolean =>
  facts.hadSend || pupil.status !== 'N' || pupil.planIssued !== null || pupil.statusFrom !== null

/** Whether the pupil went on to another school: it got the file, or the pupil left before compulsory school age ended. */
export const wentOn = (pupil: RetentionPupil, facts: RetentionFacts): boolean =>
  facts.received !== null || (pupil.left !== null && pupil.left < endOfCompulsorySchoolAge(pupil.dateOfBirth))

/** A person leaves school between 2 and 26; anything else is a date of birth, or of leaving, that was mistyped. */
export const doubtful = ({ dateOfBirth, left }: RetentionPupil): boolean =>
  left !== null && (ageOn(dateOfBirth, left) < 2 || ageOn(dateOfBirth, left) > 26)
