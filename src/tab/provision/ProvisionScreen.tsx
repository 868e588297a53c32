import { t } from '../../words/t.ts'
import { lazy, Suspense } from 'react'
import { Page } from '../Page.tsx'
import { type ProvisionSection, provisionSections } from '../routes.ts'
import { SectionNav } from '../SectionNav.tsx'

const CatalogueSection = lazy(async () => ({
  default: (await import('./catalogue/CatalogueSection.tsx')).CatalogueSection,
}))
const GroupsSection = lazy(async () => ({
  default: (await import('./groups/GroupsSection.tsx')).GroupsSection,
}))
const TimetableSection = lazy(async () => ({
  default: (await import('./timetable/TimetableSection.tsx')).TimetableSection,
}))
const DeliverySection = lazy(async () => ({
  default: (await import('./delivery/DeliverySection.tsx')).DeliverySection,
}))
const ImpactSection = lazy(async () => ({
  default: (await import('./impact/ImpactSection.tsx')).ImpactSection,
}))
const MoneySection = lazy(async () => ({ default: (await import('./money/MoneySection.tsx')).MoneySection }))
const ScenariosSection = lazy(async () => ({
  default: (await import('./scenarios/ScenariosSection.tsx')).ScenariosSection,
}))
const StaffSection = lazy(async () => ({ default: (await import('./staff/StaffSection.tsx')).StaffSection }))

const StaffSees = lazy(async () => ({ default: (await import('./shared/StaffSees.tsx')).StaffSees }))

/** Sections in which what staff see of groups and times is changed, or counted by. */
const changesWhoComes: readonly ProvisionSection[] = [
  'catalogue',
  'groups',
  'timetable',
  'delivery',
  'scenarios',
  'staff',
]

const words: Record<ProvisionSection, string> = {
  catalogue: t`On offer`,
  groups: t`Groups`,
  timetable: t`Timetable`,
  delivery: t`Delivered`,
  impact: t`Impact`,
  money: t`Money`,
  scenarios: t`What if`,
  staff: t`Staff`,
}

/** What the school gives: what is on offer, to whom, when, whether it was given, what it changed and what it costs. */
export const ProvisionScreen = ({
  section,
  about,
  query,
}: {
  section: ProvisionSection
  about: string | null
  query: URLSearchParams
}) => (
  <Page title={t`Provision`}>
    <SectionNav
      label={t`Parts of provision`}
      sections={provisionSections.map((name) => ({
        words: words[name],
        route: { at: 'provision', section: name },
        current: name === section,
      }))}
    />
    {changesWhoComes.includes(section) && (
      <Suspense>
        <StaffSees />
      </Suspense>
    )}
    <Section key={`${section}${about}`} section={section} about={about} query={query} />
  </Page>
)

const Section = ({
  section,
  about,
  query,
}: {
  section: ProvisionSection
  about: string | null
  query: URLSearchParams
}) => {
  switch (section) {
    case 'catalogue':
      return <CatalogueSection />
    case 'groups':
      return <GroupsSection about={about} />
    case 'timetable':
      return <TimetableSection query={query} />
    case 'delivery':
      return <DeliverySection query={query} />
    case 'impact':
      return <ImpactSection query={query} />
    case 'money':
      return <MoneySection query={query} />
    case 'scenarios':
      return <ScenariosSection about={about} />
    case 'staff':
      return <StaffSection query={query} />
  }
}
