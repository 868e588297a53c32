import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { LinkRegular } from '@fluentui/react-icons'
import { lazy, Suspense } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { needTypes, senStatuses, yearGroups } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { OpeningGate } from '../../ui/disclosure/OpeningGate.tsx'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { HoldMark } from '../../ui/HoldMark.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAbout, useOne } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAskMayWrite } from '../../ui/useMayAdd.ts'
import { Page } from '../Page.tsx'
import { OpenedBy } from '../records/log/OpenedBy.tsx'
import { primaryNeed } from '../../domain/rules/currentNeeds.ts'
import { hrefOf, placeOf, pupilSections, type PupilSection } from '../routes.ts'
import { SectionNav } from '../SectionNav.tsx'
import { Trail } from '../Trail.tsx'
import { Details } from './Details.tsx'
import { Alerts } from './glance/Alerts.tsx'
import { ActionCards } from './actions.tsx'
import { ContactCards, NeedCards, OutcomeCards } from './lists.tsx'
import { ReviewList } from './ReviewList.tsx'
import { ThreadView } from './ThreadView.tsx'
import { Waiting } from './Waiting.tsx'

const ProvisionCards = lazy(async () => ({ default: (await import('./ProvisionCards.tsx')).ProvisionCards }))

const DeliveryPart = lazy(async () => ({
  default: (await import('./delivery/DeliveryPart.tsx')).DeliveryPart,
}))
const ProgressPart = lazy(async () => ({
  default: (await import('./progress/ProgressPart.tsx')).ProgressPart,
}))
const CostingSheet = lazy(async () => ({
  default: (await import('./costing/CostingSheet.tsx')).CostingSheet,
}))
const ViewsSection = lazy(async () => ({
  default: (await import('./views/ViewsSection.tsx')).ViewsSection,
}))
const DocumentsSection = lazy(async () => ({
  default: (await import('./documents/DocumentsSection.tsx')).DocumentsSection,
}))
const AssessmentSection = lazy(async () => ({
  default: (await import('./assessment/AssessmentSection.tsx')).AssessmentSection,
}))
const PlanSection = lazy(async () => ({ default: (await import('./plan/PlanSection.tsx')).PlanSection }))
const PupilDuties = lazy(async () => ({ default: (await import('../duties/PupilDuties.tsx')).PupilDuties }))
const ProfileSection = lazy(async () => ({
  default: (await import('./profile/ProfileSection.tsx')).ProfileSection,
}))
const ChronologySection = lazy(async () => ({
  default: (await import('./chronology/ChronologySection.tsx')).ChronologySection,
}))

const words: Record<PupilSection, string> = {
  thread: t`Thread`,
  details: t`Details`,
  needs: t`Needs`,
  outcomes: t`Outcomes`,
  plan: t`Plan and targets`,
  provision: t`Provision`,
  delivery: t`Delivered`,
  progress: t`Progress`,
  reviews: t`Reviews`,
  views: t`Views`,
  contacts: t`Contacts`,
  services: t`With others`,
  access: t`Access`,
  actions: t`Actions`,
  documents: t`Documents`,
  assessment: t`EHC plan request`,
  profile: t`Profile`,
  chronology: t`Chronology`,
}
const register = { at: 'register', query: new URLSearchParams() } as const

const useStyles = makeStyles({
  facts: { color: tokens.colorNeutralForeground2 },
  content: { paddingTop: '4px' },
})

/** One pupil as a place: who, and the sections of the record. */
export const PupilScreen = ({
  pupilKey,
  section,
  about,
}: {
  pupilKey: string
  section: PupilSection
  about: string | null
}) => {
  const pupil = useOne(Pupil, pupilKey)
  useAskMayWrite(pupil.data)
  const needs = useAbout(Need, 'pupil', pupilKey)
  const services = useServices()
  const say = useSay()
  const styles = useStyles()
  if (!pupil.data) {
    return (
      <Page title={t`Pupil`} above={<Trail steps={[{ words: t`Register`, route: register }]} />}>
        <Loaded queries={[pupil]} shape={<Waiting />}>
          {() => null}
        </Loaded>
      </Page>
    )
  }
  const { data } = pupil
  const share = () => {
    services.shareLink(
      placeOf(services.school.id, { at: 'pupil', key: pupilKey, section }),
      t`A pupil’s SEND record`,
    )
    say(t`Link ready to pass on. Only people with access can open it.`)
  }
  return (
    <Page
      title={<PupilName pupil={data} />}
      above={<Trail steps={[{ words: t`Register`, route: register }]} />}
      beside={
        <>
          <Text className={styles.facts}>
            {factsOf(data, primaryNeed(needs.data?.records ?? [], services.today()))}
          </Text>
          <HoldMark
            pupil={pupilKey}
            href={hrefOf(services.school.id, { at: 'records', section: 'retention', key: pupilKey })}
          />
        </>
      }
      actions={
        <Button
          size="small"
          appearance="subtle"
          icon={<LinkRegular />}
          onClick={share}
        >{t`Copy link`}</Button>
      }
    >
      <Alerts pupil={data} />
      {data.archived && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {t`This pupil’s record is archived`}
            {data.archivedReason && `: ${data.archivedReason}`}.
          </MessageBarBody>
        </MessageBar>
      )}
      <SectionNav
        label={t`Sections of the record`}
        sections={pupilSections.map((name) => ({
          words: words[name],
          route: { at: 'pupil', key: pupilKey, section: name },
          current: name === section,
        }))}
      />
      <OpeningGate pupil={data} what={t`Pupil’s record`} aside={<OpenedBy pupil={pupilKey} />}>
        <div className={styles.content} key={`${section}${about}`}>
          <Suspense fallback={null}>
            <Section section={section} pupil={data} about={about} />
          </Suspense>
        </div>
      </OpeningGate>
    </Page>
  )
}

/** `Year 4 · Oak · EHC plan since 4 Sept 2023 · Speech, language and communication needs (SLCN)`. */
const factsOf = (pupil: Pupil, need: Need | undefined): string => {
  const status =
    pupil.status === 'E' && pupil.planIssued
      ? t`EHC plan since ${showDay(pupil.planIssued)}`
      : pupil.status === 'K' && pupil.statusFrom
        ? t`SEN support since ${showDay(pupil.statusFrom)}`
        : inWords(senStatuses[pupil.status])
  return [
    pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]),
    pupil.className,
    status,
    need && inWords(needTypes[need.type]),
  ]
    .filter(Boolean)
    .join(' · ')
}

const Section = ({
  section,
  pupil,
  about,
}: {
  section: PupilSection
  pupil: Stored<Pupil>
  about: string | null
}) => {
  switch (section) {
    case 'thread':
      return <ThreadView pupil={pupil} />
    case 'details':
      return <Details pupil={pupil} />
    case 'needs':
      return <NeedCards pupil={pupil.key} />
    case 'outcomes':
      return <OutcomeCards pupil={pupil.key} about={about} />
    case 'plan':
      return <PlanSection pupil={pupil} />
    case 'provision':
      return (
        <>
          <ProvisionCards pupil={pupil} about={about} />
          <CostingSheet pupil={pupil} />
        </>
      )
    case 'delivery':
      return <DeliveryPart pupil={pupil} />
    case 'progress':
      return <ProgressPart pupil={pupil} />
    case 'reviews':
      return <ReviewList pupil={pupil} />
    case 'views':
      return <ViewsSection pupil={pupil} />
    case 'documents':
      return <DocumentsSection pupil={pupil} />
    case 'assessment':
      return <AssessmentSection pupil={pupil} />
    case 'contacts':
      return <ContactCards pupil={pupil.key} />
    case 'services':
      return <PupilDuties place="with" pupil={pupil} about={about} />
    case 'access':
      return <PupilDuties place="access" pupil={pupil} about={about} />
    case 'actions':
      return <ActionCards pupil={pupil.key} />
    case 'profile':
      return <ProfileSection pupil={pupil} />
    case 'chronology':
      return <ChronologySection pupil={pupil} />
  }
}
