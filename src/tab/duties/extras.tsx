import { lazy } from 'react'
import type { AnyDuty, DutyContext } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Referral } from '../../domain/records/referral.ts'
import type { Service } from '../../domain/records/service.ts'
import { OfferForPupil } from './OfferForPupil.tsx'
import { OfferPaper } from './OfferPaper.tsx'
import { ReferralLetter } from './ReferralLetter.tsx'
import { ServicePeople } from './ServicePeople.tsx'
import type { DutyRow } from './useDuty.ts'
import { WaitingTimes } from './WaitingTimes.tsx'

// What reckons with the whole school comes only where it is looked at.
const LeadingList = lazy(async () => ({ default: (await import('../leading/panels.tsx')).LeadingList }))
const LeadingRow = lazy(async () => ({ default: (await import('../leading/panels.tsx')).LeadingRow }))

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
    default:
      return duty.place === 'leading' ? <LeadingList duty={duty} rows={rows} context={context} /> : null
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
  if (duty.place === 'leading') return <LeadingRow duty={duty} row={row} context={context} pupils={pupils} />
  return null
}

/** On a pupil's page, under what is recorded of the pupil. */
export const PupilExtra = ({
  pupil,
  services,
}: {
  pupil: Stored<Pupil>
  services: readonly Stored<Service>[]
}) => <OfferForPupil pupil={pupil} services={services} />
