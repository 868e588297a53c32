import { lazy } from 'react'
import type { AnyDuty, DutyContext, DutyPlace } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import type { Complaint } from '../../domain/records/complaint.ts'
import type { LetterTemplate } from '../../domain/records/letterTemplate.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Referral } from '../../domain/records/referral.ts'
import type { SafeguardingLink } from '../../domain/records/safeguardingLink.ts'
import type { Service } from '../../domain/records/service.ts'
import type { Transfer } from '../../domain/records/transfer.ts'
import type { Transition } from '../../domain/records/transition.ts'
import { MoversWithout } from './moving/MoversWithout.tsx'
import { TransferRow } from './moving/TransferRow.tsx'
import { TransfersExtra } from './moving/TransfersExtra.tsx'
import { TransitionDates } from './moving/TransitionDates.tsx'
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

// What reckons with the whole school comes only where it is looked at.
const LeadingList = lazy(async () => ({ default: (await import('../leading/panels.tsx')).LeadingList }))
const LeadingRow = lazy(async () => ({ default: (await import('../leading/panels.tsx')).LeadingRow }))
const AccessList = lazy(async () => ({ default: (await import('./access/accessExtras.tsx')).AccessList }))
const AccessRow = lazy(async () => ({ default: (await import('./access/accessExtras.tsx')).AccessRow }))
const PupilAccess = lazy(async () => ({ default: (await import('./access/accessExtras.tsx')).PupilAccess }))

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
    case 'transfers':
      return <TransfersExtra transfers={rows as unknown as readonly Stored<Transfer>[]} />
    case 'transitions':
      return <MoversWithout transitions={rows as unknown as readonly Stored<Transition>[]} />
    case 'complaints':
      return (
        <>
          <ComplaintFigures complaints={rows as unknown as readonly Stored<Complaint>[]} context={context} />
          <ComplaintStages />
        </>
      )
    default:
      return duty.place === 'access' ? (
        <AccessList duty={duty} rows={rows} context={context} />
      ) : duty.place === 'leading' ? (
        <LeadingList duty={duty} rows={rows} context={context} />
      ) : null
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
  if (duty.name === 'transfers' && pupil)
    return (
      <TransferRow
        key={row.key}
        pupil={pupil}
        transfer={row as unknown as Stored<Transfer>}
        context={context}
      />
    )
  if (duty.name === 'transitions' && pupil)
    return (
      <TransitionDates
        key={row.key}
        pupil={pupil}
        transition={row as unknown as Stored<Transition>}
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
  if (duty.place === 'leading') return <LeadingRow duty={duty} row={row} context={context} pupils={pupils} />
  return duty.place === 'access' ? <AccessRow duty={duty} row={row} context={context} pupil={pupil} /> : null
}

/** On a pupil's page, under what is recorded of the pupil. */
export const PupilExtra = ({
  place,
  pupil,
  services,
  about,
}: {
  place: DutyPlace
  pupil: Stored<Pupil>
  services: readonly Stored<Service>[]
  about: string | null
}) =>
  place === 'with' ? (
    <>
      <PupilNotes pupil={pupil.key} about={about} />
      <OfferForPupil pupil={pupil} services={services} />
    </>
  ) : place === 'access' ? (
    <PupilAccess pupil={pupil} />
  ) : null
