import { Action } from '../../domain/records/action.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { Chase } from '../../domain/records/chase.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { DateLimit } from '../../domain/records/dateLimit.ts'
import { Need } from '../../domain/records/need.ts'
import { NeedsAssessment } from '../../domain/records/needsAssessment.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { Profile } from '../../domain/records/profile.ts'
import { Provision } from '../../domain/records/provision.ts'
import { Publication } from '../../domain/records/publication.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { School } from '../../domain/records/school.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { TermDate } from '../../domain/records/termDate.ts'

/** What is due and who owes it: asked for together, as soon as the screen is opened. */
export const firstTurn = [
  Pupil, Review, School, DateLimit, TermDate, Chase, Contributor, Action, NeedsAssessment,
] as const // prettier-ignore

/** What went stale: asked for together once what is due stands. */
export const secondTurn = [
  Allocation, Provision, Need, Outcome, OutcomeProgress, Profile, Publication, StaffProfile, StaffTarget,
] as const // prettier-ignore
