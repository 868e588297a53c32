import { t } from '../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { paperKinds, paperName } from '../../documents/papers/paper.ts'
import { referralPaper } from '../../documents/papers/referralPaper.ts'
import type { DutyContext } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import { Contact } from '../../domain/records/contact.ts'
import { Need } from '../../domain/records/need.ts'
import { Provision } from '../../domain/records/provision.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Referral } from '../../domain/records/referral.ts'
import { Service } from '../../domain/records/service.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PaperCard } from '../../ui/papers/PaperCard.tsx'
import { usePupilLines } from '../../ui/pupilLines.ts'
import { useAbout, useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { allOrNone, useSchool } from '../../ui/useSchool.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'

type Props = { pupil: Stored<Pupil>; referral: Stored<Referral>; context: DutyContext }

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
})

/** The referral as a letter: offered as a button, made when asked. */
export const ReferralLetter = (props: Props) => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <div className={styles.part}>
      <Button
        size="small"
        icon={<DocumentRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`Referral letter`}</Button>
      {open && <Letter {...props} onClose={() => setOpen(false)} />}
    </div>
  )
}

const Letter = ({ pupil, referral, context, onClose }: Props & { onClose: () => void }) => {
  const services = useServices()
  const mayWrite = useMayWrite(Referral)
  return (
    <Loaded
      queries={[
        useQuery(allOrNone(services, Service)),
        useAbout(Need, 'pupil', pupil.key),
        useAbout(Contact, 'pupil', pupil.key),
        usePupilLines(pupil.key),
        useAll(Provision),
        useSchool(),
      ]}
      shape={<Waiting />}
    >
      {(known, needs, contacts, allocations, provisions, school) => {
        const file = { pupil, school, schoolName: services.school.name, today: context.today }
        const service = known.records.find(({ key }) => key === referral.service) ?? null
        return (
          <PaperCard
            title={t`Letter of this referral`}
            says={
              referral.consentHow === null
                ? t`No agreement is recorded yet. The letter says so: record it before anything is sent.`
                : t`Why we ask, what was tried, the support of today, what we ask for, who agreed. Parts in which nothing is recorded are left out.`
            }
            mayWrite={mayWrite}
            onClose={onClose}
            paper={{
              what: paperKinds.referral.called,
              name: paperName('referral', file, referral.key),
              pupil,
              adults: [
                referral.person,
                referral.consentFrom,
                school?.senco ?? null,
                ...contacts.records.map(({ name }) => name),
              ],
              days: [referral.sentOn, referral.consentOn],
              content: async () =>
                referralPaper({
                  ...file,
                  referral,
                  service: service as Stored<Service> | null,
                  needs: needs.records,
                  contacts: contacts.records,
                  allocations: allocations.records,
                  provisions: provisions.records,
                }),
            }}
          />
        )
      }}
    </Loaded>
  )
}
