import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useOne } from '../../ui/records.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'

/** What the SENCO published to staff of one pupil. */
export const ProfileScreen = ({ profileKey }: { profileKey: string }) => (
  <Page title="Profile">
    <Loaded queries={[useOne(StaffProfile, profileKey)]} shape={<Waiting />}>
      {(profile) => <>{profile.helps}</>}
    </Loaded>
  </Page>
)
