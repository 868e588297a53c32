import { t } from '../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { ArchiveRegular } from '@fluentui/react-icons'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { HoldCard } from '../../ui/HoldCard.tsx'
import { HistoryButton } from '../../ui/history/HistoryButton.tsx'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { type Group, RecordForm } from '../../ui/RecordForm.tsx'
import { useArchive } from '../../ui/useArchive.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'
import { StatusPart } from '../status/StatusPart.tsx'
import { PhotoPart } from './glance/PhotoPart.tsx'

const groups: readonly Group[] = [
  {
    title: t`Who`,
    fields: [
      'preferredForename',
      'forename',
      'surname',
      'dateOfBirth',
      'upn',
      'misId',
      'sex',
      'yearGroup',
      'className',
      'keyAdult',
    ],
  },
  {
    title: t`SEND`,
    fields: [
      'statusFrom',
      'communication',
      'disability',
      'disabilitySource',
      'disabilitySaidOn',
      'unit',
      'homeEducated',
    ],
  },
  {
    title: t`EHC plan`,
    fields: [
      'planIssued',
      'planVersion',
      'lastDecision',
      'localAuthority',
      'localAuthorityOfficer',
      'topUp',
      'clockFrom',
      'clockFromWhy',
      'planTransferred',
      'movesTo',
      'moves',
    ],
  },
  {
    title: t`Alerts`,
    fields: ['alertSafeguarding', 'alertMedical', 'alertRisk', 'alertEvacuation'],
  },
  {
    title: t`Photo`,
    fields: ['photoConsent'],
  },
  {
    title: t`Attendance`,
    fields: ['attendance', 'suspensions', 'suspensionDays', 'partTime', 'admitted', 'left', 'fileReceived'],
  },
  {
    title: t`Circumstances`,
    fields: [
      'firstLanguage',
      'eal',
      'ethnicity',
      'pupilPremium',
      'freeSchoolMeals',
      'lookedAfter',
      'careAuthority',
      'socialWorker',
      'address',
    ],
  },
]

/** What is recorded of the pupil, saved field by field. */
export const Details = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const { archive, trouble } = useArchive(Pupil)
  const mayWrite = useMayWrite(Pupil)
  const { href } = useGo()
  return (
    <>
      <StatusPart pupil={pupil} />
      <RecordForm type={Pupil} record={pupil} groups={groups} />
      <PhotoPart pupil={pupil} />
      {trouble && <TroubleNotice trouble={trouble} />}
      <HoldCard pupil={pupil.key} href={href({ at: 'records', section: 'retention', key: pupil.key })} />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 28 }}>
        <HistoryButton type={Pupil} record={pupil} />
        {!pupil.archived && mayWrite && (
          <Button
            size="small"
            appearance="subtle"
            icon={<ArchiveRegular />}
            onClick={() => void archive(pupil, 'Taken off by hand')}
          >{t`Archive this pupil`}</Button>
        )}
      </div>
    </>
  )
}
