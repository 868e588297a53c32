import { Action } from '../domain/records/action.ts'
import { Allocation } from '../domain/records/allocation.ts'
import { Contact } from '../domain/records/contact.ts'
import { Need } from '../domain/records/need.ts'
import { Outcome } from '../domain/records/outcome.ts'
import { Provision } from '../domain/records/provision.ts'
import { Review } from '../domain/records/review.ts'
import { useAbout, useAll } from './records.ts'

/** Everything recorded about one pupil, and what the school offers. */
export const usePupilRecords = (pupil: string) => ({
  needs: useAbout(Need, 'pupil', pupil),
  outcomes: useAbout(Outcome, 'pupil', pupil),
  allocations: useAbout(Allocation, 'pupil', pupil),
  reviews: useAbout(Review, 'pupil', pupil),
  contacts: useAbout(Contact, 'pupil', pupil),
  actions: useAbout(Action, 'pupil', pupil),
  provisions: useAll(Provision),
})
