import { t } from '../../../words/t.ts'
import { Button, Radio, RadioGroup } from '@fluentui/react-components'
import { DocumentRegular, MailRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LevelSetting } from '../../../domain/records/levelSetting.ts'
import { draftSupportPlan } from '../../../documents/papers/draftSupportPlan.ts'
import { daysOfCycle, paperKinds, paperName } from '../../../documents/papers/paper.ts'
import {
  type PlanFile,
  planShapes,
  type PlanShape,
  supportPlan,
} from '../../../documents/papers/supportPlan.ts'
import type { Stored } from '../../../domain/record.ts'
import { Contact } from '../../../domain/records/contact.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { Profile } from '../../../domain/records/profile.ts'
import { profileOn } from '../../../domain/rules/publish.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { PaperCard } from '../../../ui/papers/PaperCard.tsx'
import { useAbout } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { allOrNone, useSchool } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../Waiting.tsx'
import { NoticeLetters } from './NoticeLetters.tsx'
import { usePlanStyles } from './styles.ts'
import type { PlanRecords } from './usePlanRecords.ts'

const shapeWords: Readonly<Record<PlanShape, string>> = {
  recorded: t`As it is recorded`,
  room: t`With room to write at the meeting`,
}

type Open = 'plan' | 'draft' | 'notice'

/** What goes out of a plan: the plan itself, the notice to parents, and the draft layout where the school shows it. */
export const PlanPapers = ({ plan, cycle }: { plan: PlanRecords; cycle: Stored<Cycle> }) => {
  const styles = usePlanStyles()
  const [open, setOpen] = useState<Open | null>(null)
  const settled = useSchool()
  const close = () => setOpen(null)
  const opens = (one: Open) => ({
    'aria-expanded': open === one,
    onClick: () => setOpen(open === one ? null : one),
  })
  // An EHC plan is told by the authority; section 68 is of those who have none.
  const mayTell = !plan.context.hasPlan && cycle.agreedOn !== null
  return (
    <>
      <div className={styles.bar}>
        <Button
          size="small"
          icon={<DocumentRegular />}
          {...opens('plan')}
        >{t`Print or download this plan`}</Button>
        {mayTell && (
          <Button
            size="small"
            icon={<MailRegular />}
            {...opens('notice')}
          >{t`Write the letter to parents`}</Button>
        )}
        {settled.data?.draftSupportPlan && (
          <Button
            size="small"
            appearance="subtle"
            {...opens('draft')}
          >{t`Draft Individual Support Plan layout`}</Button>
        )}
      </div>
      {open && <Gathered key={open} plan={plan} cycle={cycle} open={open} onClose={close} />}
    </>
  )
}

type Props = { plan: PlanRecords; cycle: Stored<Cycle>; open: Open; onClose: () => void }

const Gathered = ({ plan, cycle, open, onClose }: Props) => {
  const services = useServices()
  const { today, school } = services
  const { key } = plan.pupil
  const levels = useQuery(allOrNone(services, LevelSetting))
  const contacts = useAbout(Contact, 'pupil', key)
  const profiles = useAbout(Profile, 'pupil', key)
  return (
    <Loaded queries={[useSchool(), contacts, profiles, levels]} shape={<Waiting />}>
      {(settled, known, all, levelRows) => {
        const file: PlanFile = { ...plan, cycle, school: settled, schoolName: school.name, today: today() }
        const adults = [...adultsIn(file), ...known.records.map(({ name }) => name)]
        switch (open) {
          case 'plan':
            return <Plan file={file} adults={adults} onClose={onClose} />
          case 'draft':
            return (
              <Draft
                file={file}
                profile={profileOn(all.records, today())}
                levels={levelRows.records}
                adults={adults}
                onClose={onClose}
              />
            )
          case 'notice':
            return <NoticeLetters file={file} contacts={known.records} adults={adults} onClose={onClose} />
        }
      }}
    </Loaded>
  )
}

/** Adults who are named in a plan on purpose. */
const adultsIn = ({ pupil, cycle, allocations, views, school }: PlanFile): string[] =>
  [
    pupil.keyAdult,
    pupil.socialWorker,
    cycle.raisedBy,
    cycle.keyPerson,
    school?.senco ?? null,
    ...allocations.map(({ staff }) => staff),
    ...views.flatMap(({ whose, name, helper }) => [whose === 'child' ? null : name, helper]),
  ].filter((name) => name !== null)

const daysIn = (file: PlanFile) => [
  ...daysOfCycle(file.cycle),
  ...file.context.all.map(({ reviewedOn }) => reviewedOn),
  ...file.outcomes.map(({ by }) => by),
  ...file.allocations.flatMap(({ from, until }) => [from, until]),
  ...file.views.map(({ gathered }) => gathered),
  ...(file.entries ?? []).map(({ happenedOn }) => happenedOn),
]

type Made = { file: PlanFile; adults: readonly string[]; onClose: () => void }

const Plan = ({ file, adults, onClose }: Made) => {
  const mayWrite = useMayWrite(Cycle)
  const reviewed = file.cycle.reviewedOn !== null || file.cycle.ended !== null
  const [shape, setShape] = useState<PlanShape>('recorded')
  return (
    <PaperCard
      title={t`Plan ${file.cycle.number} on paper`}
      says={t`Needs, targets, support, what people say, and room to sign. Parts in which nothing is recorded are left out.`}
      mayWrite={mayWrite}
      forFamily
      onClose={onClose}
      paper={{
        what: paperKinds.supportPlan.called,
        name: paperName('supportPlan', file, file.cycle.key),
        pupil: file.pupil,
        adults,
        days: daysIn(file),
        content: async (say) => say(() => supportPlan(file, shape)),
      }}
    >
      {!reviewed && (
        <RadioGroup
          layout="horizontal"
          aria-label={t`How the plan is laid out`}
          value={shape}
          onChange={(_, { value }) => setShape(value as PlanShape)}
        >
          {planShapes.map((one) => (
            <Radio key={one} value={one} label={shapeWords[one]} />
          ))}
        </RadioGroup>
      )}
    </PaperCard>
  )
}

const Draft = ({
  file,
  profile,
  levels,
  adults,
  onClose,
}: Made & { profile: Stored<Profile> | null; levels: readonly Stored<LevelSetting>[] }) => (
  <PaperCard
    title={t`Draft Individual Support Plan layout`}
    says={t`Draft layout. Not statutory. The facts of this plan, laid out as the reform proposals of 23 February 2026 describe. Every page says so, and the last part says how certain each of it is. No law asks for it.`}
    mayWrite={useMayWrite(Cycle)}
    onClose={onClose}
    paper={{
      what: paperKinds.draftSupportPlan.called,
      name: paperName('draftSupportPlan', file, file.cycle.key),
      pupil: file.pupil,
      adults,
      days: [...daysIn(file), profile?.from ?? null],
      content: async () => draftSupportPlan({ ...file, profile, levels }),
    }}
  />
)
