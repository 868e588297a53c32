import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'

/** What the SENCO published to staff, of every pupil. */
export const ProfilesScreen = ({ query: _ }: { query: URLSearchParams }) => (
  <Page title="Profiles">
    <Loaded queries={[useAll(StaffProfile)]} shape={<Waiting />}>
      {({ records }) => <>{records.length} profiles</>}
    </Loaded>
  </Page>
)
