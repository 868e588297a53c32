import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Button } from '@fluentui/react-components'
import { Rate } from '../../domain/records/rate.ts'
import { School } from '../../domain/records/school.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { showMoney } from '../../domain/rules/money.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import { useMayRead } from '../../ui/access.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { Loaded, Notice, TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
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
import { FormsSection } from './forms/FormsSection.tsx'
import { LevelsSection } from './levels/LevelsSection.tsx'
import { LimitsSection } from './limits/LimitsSection.tsx'
import { MinutesSection } from './minutes/MinutesSection.tsx'
import { PhrasesSection } from './phrases/PhrasesSection.tsx'
import { SetUp } from './SetUp.tsx'
import { ToolsSection } from './tools/ToolsSection.tsx'
import { WhoSeesWhat } from './WhoSeesWhat.tsx'
import { WordingSection } from './wording/WordingSection.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '28px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
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
  { title: 'Reviews', fields: ['leadDays', 'adviceLeadDays', 'reportDays', 'transferYears'] },
  { title: 'Plans of the school', fields: ['cycleWeeks', 'draftSupportPlan'] },
  {
    title: 'Review meetings',
    fields: ['meetingDays', 'meetingTimes', 'meetingMinutes', 'reviewsAWeek', 'meetingPlace'],
  },
  { title: 'Documents that go out', fields: ['confidentialityLine', 'restrictedWords'] },
  { title: 'Photos', fields: ['photos'] },
  { title: 'Money', fields: ['weeksInYear', 'element2Threshold', 'notionalBudget'] },
]

const words: Record<SchoolSection, string> = {
  settings: 'Settings and rates',
  calendar: 'Calendar',
  limits: 'Local limits',
  levels: 'Levels',
  costing: 'Costing rules',
  tools: 'Assessment tools',
  classes: 'Classes and staff',
  phrases: 'Phrases',
  wording: 'Wording',
  minutes: 'Minutes',
  forms: 'Authorities’ forms',
  access: 'Who sees what',
  lists: 'Lists in SharePoint',
}

/** What the school has settled, its calendar, classes and phrases, who sees what, and the lists that everything is kept in. */
export const SchoolScreen = ({ section, about }: { section: SchoolSection; about: string | null }) => {
  const senco = useMayRead('senco')
  if (senco.data === false) {
    return (
      <Page title="School">
        <TroubleNotice trouble={{ code: 'noAccess', to: School.list }} />
        <WhoSeesWhat />
      </Page>
    )
  }
  return (
    <Page title="School">
      <SectionNav
        label="Parts of the school’s settings"
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
    case 'access':
      return <WhoSeesWhat />
    case 'lists':
      return <SetUp />
  }
}

const SettingsAndRates = () => {
  const styles = useStyles()
  return (
    <>
      <section className={styles.part} aria-label="Settings">
        <Settings />
      </section>
      <section className={styles.part} aria-label="Rates">
        <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
          Rates
        </Text>
        <Text className={styles.quiet}>
          What staff cost with on-costs, from a date on. A new rate is a new line; what was costed before
          keeps its own.
        </Text>
        <Rates />
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
            title="Save the school"
            given={{ from: today, name: services.school.name }}
            fields={['name', 'phase', 'localAuthority', 'headteacher', 'senco']}
            onClose={() => setAdding(false)}
          />
        ) : (
          <Notice
            title="Nothing is settled for this school yet"
            todo="Name the school, its head and its SENCO. Dates and costs use what is usual until you say otherwise."
            action={
              <Button appearance="primary" onClick={() => setAdding(true)}>
                Describe the school
              </Button>
            }
          />
        )
      }}
    </Loaded>
  )
}

const Rates = () => {
  const today = useServices().today()
  return (
    <Loaded queries={[useAll(Rate)]} shape={<Waiting />}>
      {(rates) => (
        <>
          <Unreadable listings={[rates]} />
          <RecordCards
            type={Rate}
            records={rates.records.toSorted((a, b) => (`${a.role}${b.from}` < `${b.role}${a.from}` ? -1 : 1))}
            summary={(rate) => (
              <TwoLines
                first={staffRoles[rate.role]}
                second={`${showMoney(rate.amount)} ${rate.basis === 'hour' ? 'an hour' : `for one hour a week over ${rate.weeks ?? '?'} weeks`}, from ${showDay(rate.from)}`}
              />
            )}
            groups={[{ fields: ['role', 'from', 'basis', 'amount', 'weeks', 'source'] }]}
            add={{
              words: 'Add a rate',
              given: { from: today, basis: 'hour' },
              fields: ['role', 'from', 'basis', 'amount', 'weeks', 'source'],
            }}
            empty={{
              title: 'No rate yet',
              todo: 'Provision is costed from what an hour of each role costs, with National Insurance and pension.',
            }}
          />
        </>
      )}
    </Loaded>
  )
}
