import { Need } from '../../domain/records/need.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { Profile } from '../../domain/records/profile.ts'
import { Publication } from '../../domain/records/publication.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { useAbout } from '../records.ts'

/** All that is needed to say what staff see of one pupil, as the screens read it. */
export const usePublicationOf = (pupil: string) => ({
  needs: useAbout(Need, 'pupil', pupil),
  outcomes: useAbout(Outcome, 'pupil', pupil),
  profiles: useAbout(Profile, 'pupil', pupil),
  publications: useAbout(Publication, 'pupil', pupil),
  shown: useAbout(StaffProfile, 'pupil', pupil),
  targets: useAbout(StaffTarget, 'pupil', pupil),
})
