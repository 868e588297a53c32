import { Action } from '../domain/records/action.ts'
import { Contact } from '../domain/records/contact.ts'
import { Need } from '../domain/records/need.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { Provision } from '../domain/records/provision.ts'
import { Review } from '../domain/records/review.ts'
import { usePupilLines } from './pupilLines.ts'
import { useAbout, useAll } from './records.ts'

/** Everything recorded about one pupil, lines of support filled from their groups, and what the school offers. */
export const usePupilRecords = (pupil: string) => ({
  needs: useAbout(Need, 'pupil', pupil),
  outcomes: useAbout(Outcome, 'pupil', pupil),
  allocations: usePupilLines(pupil),
  reviews: useAbout(Review, 'pupil', pupil),
  contacts: useAbout(Contact, 'pupil', pupil),
  actions: useAbout(Action, 'pupil', pupil),
  provisions: useAll(Provision),
})
