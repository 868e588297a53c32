import { t } from '../../words/t.ts'
import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { School } from '../../domain/records/school.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import { useMayRead } from '../../ui/access.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { Loaded, Notice, TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { type SchoolSection, schoolSections } from '../routes.ts'
import { SectionNav } from '../SectionNav.tsx'
import { CalendarSection } from './calendar/CalendarSection.tsx'
import { ClassesSection } from './classes/ClassesSection.tsx'
import { CostingSection } from './costing/CostingSection.tsx'
import { DiagnosticsSection } from './diagnostics/DiagnosticsSection.tsx'
import { FormsSection } from './forms/FormsSection.tsx'
import { LevelsSection } from './levels/LevelsSection.tsx'
import { LimitsSection } from './limits/LimitsSection.tsx'
import { MinutesSection } from './minutes/MinutesSection.tsx'
import { PhrasesSection } from './phrases/PhrasesSection.tsx'
import { RatesSection } from './rates/RatesSection.tsx'
import { SetUp } from './setUp/SetUp.tsx'
import { ToolsSection } from './tools/ToolsSection.tsx'
import { TranslationsSection } from './translations/TranslationsSection.tsx'
import { WhoSeesWhat } from './WhoSeesWhat.tsx'
import { WordingSection } from './wording/WordingSection.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '28px' },
})

const groups = [
  {
    fields: [
      'name',
      'phase',
      'localAuthority',
      'localAuthorityNumber',
      'establishmentNumber',
      'headteacher',
      'senco',
      'telephone',
      'email',
      'address',
    ],
  },
  { title: t`Reviews`, fields: ['leadDays', 'adviceLeadDays', 'reportDays', 'transferYears'] },
  { title: t`Plans of the school`, fields: ['cycleWeeks', 'draftSupportPlan'] },
  {
    title: t`Services outside the school`,
    fields: ['referralReply', 'referralWait', 'referralReport', 'serviceCheck'],
  },
  { title: t`Leading SEND`, fields: ['reportReview', 'evidenceReview'] },
  {
    title: t`Access`,
    fields: ['adjustmentReview', 'accessibilityFrom', 'accessibilityYears'],
  },
  { title: t`Pupils who move`, fields: ['inLaw', 'transferReceipt'] },
  {
    title: t`Safeguarding, enquiries and restricted notes`,
    fields: [
      'safeguardingLead',
      'safeguardingDeputy',
      'safeguardingReach',
      'safeguardingCheck',
      'enquiryDays',
      'notesGuardedOn',
      'notesGuardedBy',
    ],
  },
  {
    title: t`Review meetings`,
    fields: ['meetingDays', 'meetingTimes', 'meetingMinutes', 'reviewsAWeek', 'meetingPlace'],
  },
  {
    title: t`What goes out`,
    fields: ['confidentialityLine', 'restrictedWords', 'fewestShown'],
  },
  { title: t`Timetable of support`, fields: ['weekLetters', 'weekAFrom'] },
  { title: t`Photos`, fields: ['photos'] },
  {
    title: t`Money`,
    fields: ['weeksInYear', 'element2Threshold', 'notionalBudget', 'coreFunding', 'yearStarts', 'partWay'],
  },
]

const words: Record<SchoolSection, string> = {
  settings: t`Settings and rates`,
  calendar: t`Calendar`,
  limits: t`Local limits`,
  levels: t`Levels`,
  costing: t`Costing rules`,
  tools: t`Assessment tools`,
  classes: t`Classes and staff`,
  phrases: t`Phrases`,
  wording: t`Wording`,
  minutes: t`Minutes`,
  forms: t`Authorities’ forms`,
  translations: t`Translations`,
  access: t`Who sees what`,
  lists: t`Lists in SharePoint`,
  diagnostics: t`Diagnostics`,
}

/** What the school has settled, its calendar, classes and phrases, who sees what, and the lists that everything is kept in. */
export const SchoolScreen = ({ section, about }: { section: SchoolSection; about: string | null }) => {
  const senco = useMayRead('senco')
  if (senco.data === false) {
    return (
      <Page title={t`School`}>
        <TroubleNotice trouble={{ code: 'noAccess', to: School.list }} />
        <WhoSeesWhat />
        {/* IT may well have no access to the records, and needs the checks most where nobody has. */}
        <DiagnosticsSection />
      </Page>
    )
  }
  return (
    <Page title={t`School`}>
      <SectionNav
        label={t`Parts of the school’s settings`}
        sections={schoolSections.map((name) => ({
          words: words[name],
          route: { at: 'school', section: name },
          current: name === section,
        }))}
      />
      <Section key={section} section={section} about={about} />
    </Page>
  )
}

const Section = ({ section, about }: { section: SchoolSection; about: string | null }) => {
  switch (section) {
    case 'settings':
      return <SettingsAndRates />
    case 'calendar':
      return <CalendarSection key={about} about={about} />
    case 'limits':
      return <LimitsSection />
    case 'levels':
      return <LevelsSection />
    case 'costing':
      return <CostingSection />
    case 'tools':
      return <ToolsSection />
    case 'classes':
      return <ClassesSection />
    case 'phrases':
      return <PhrasesSection />
    case 'wording':
      return <WordingSection />
    case 'minutes':
      return <MinutesSection />
    case 'forms':
      return <FormsSection />
    case 'translations':
      return <TranslationsSection />
    case 'access':
      return <WhoSeesWhat />
    case 'lists':
      return <SetUp />
    case 'diagnostics':
      return <DiagnosticsSection />
  }
}

const SettingsAndRates = () => {
  const styles = useStyles()
  return (
    <>
      <section className={styles.part} aria-label={t`Settings`}>
        <Settings />
      </section>
      <section className={styles.part} aria-label={t`Rates`}>
        <RatesSection />
      </section>
    </>
  )
}

const Settings = () => {
  const services = useServices()
  const today = services.today()
  const [adding, setAdding] = useState(false)
  return (
    <Loaded queries={[useAll(School)]} shape={<Waiting />}>
      {(list) => {
        const school = settingsOn(list.records, today)
        if (school) {
          return (
            <>
              <Unreadable listings={[list]} />
              <RecordForm type={School} record={school} groups={groups} />
            </>
          )
        }
        return adding ? (
          <AddForm
            type={School}
            title={t`Save the school`}
            given={{ from: today, name: services.school.name }}
            fields={['name', 'phase', 'localAuthority', 'headteacher', 'senco']}
            onClose={() => setAdding(false)}
          />
        ) : (
          <Notice
            title={t`Nothing is settled for this school yet`}
            todo={t`Name the school, its head and its SENCO. Dates and costs use what is usual until you say otherwise.`}
            action={
              <Button appearance="primary" onClick={() => setAdding(true)}>{t`Describe the school`}</Button>
            }
          />
        )
      }}
    </Loaded>
  )
}
