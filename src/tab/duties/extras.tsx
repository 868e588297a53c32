import type { AnyDuty, DutyContext } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import type { Complaint } from '../../domain/records/complaint.ts'
import type { LetterTemplate } from '../../domain/records/letterTemplate.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Referral } from '../../domain/records/referral.ts'
import type { SafeguardingLink } from '../../domain/records/safeguardingLink.ts'
import type { Service } from '../../domain/records/service.ts'
import { ComplaintChain } from './complaints/ComplaintChain.tsx'
import { ComplaintFigures } from './complaints/ComplaintFigures.tsx'
import { ComplaintStages } from './complaints/ComplaintStages.tsx'
import { FamilyLetters } from './letters/FamilyLetters.tsx'
import { PupilNotes } from './notes/PupilNotes.tsx'
import { OfferForPupil } from './OfferForPupil.tsx'
import { OfferPaper } from './OfferPaper.tsx'
import { ReferralLetter } from './ReferralLetter.tsx'
import { SafeguardingMark } from './SafeguardingMark.tsx'
import { ServicePeople } from './ServicePeople.tsx'
import type { DutyRow } from './useDuty.ts'
import { WaitingTimes } from './WaitingTimes.tsx'

// What a duty has beside its list and its form: figures, papers, rows within a row. Each is fetched with it alone.

/** Under the list of a duty. */
export const DutyExtra = ({
  duty,
  rows,
  context,
}: {
  duty: AnyDuty
  rows: readonly DutyRow[]
  context: DutyContext
}) => {
  switch (duty.name) {
    case 'referrals':
      return <WaitingTimes referrals={rows as unknown as readonly Stored<Referral>[]} context={context} />
    case 'services':
      return <OfferPaper services={rows as unknown as readonly Stored<Service>[]} about={null} />
    case 'complaints':
      return (
        <>
          <ComplaintFigures complaints={rows as unknown as readonly Stored<Complaint>[]} context={context} />
          <ComplaintStages />
        </>
      )
    default:
      return null
  }
}

/** Above the form of a row. */
export const RowExtra = ({
  duty,
  row,
  context,
  pupils,
}: {
  duty: AnyDuty
  row: DutyRow
  context: DutyContext
  pupils: readonly Stored<Pupil>[]
}) => {
  const pupil = pupils.find(({ key }) => key === row['pupil'])
  if (duty.name === 'referrals' && pupil)
    return (
      <ReferralLetter
        key={row.key}
        pupil={pupil}
        referral={row as unknown as Stored<Referral>}
        context={context}
      />
    )
  if (duty.name === 'services') return <ServicePeople service={row.key} />
  if (duty.name === 'letters')
    return <FamilyLetters key={row.key} template={row as unknown as Stored<LetterTemplate>} />
  if (duty.name === 'complaints')
    return (
      <ComplaintChain
        key={row.key}
        complaint={row as unknown as Stored<Complaint>}
        context={context}
        pupil={pupil ?? null}
      />
    )
  if (duty.name === 'safeguarding' && pupil)
    return (
      <SafeguardingMark
        key={row.key}
        link={row as unknown as Stored<SafeguardingLink>}
        pupil={pupil}
        context={context}
      />
    )
  return null
}

/** On a pupil's page, under what is recorded of the pupil. */
export const PupilExtra = ({
  pupil,
  services,
  about,
}: {
  pupil: Stored<Pupil>
  services: readonly Stored<Service>[]
  about: string | null
}) => (
  <>
    <PupilNotes pupil={pupil.key} about={about} />
    <OfferForPupil pupil={pupil} services={services} />
  </>
)
