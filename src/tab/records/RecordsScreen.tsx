import { t } from '../../words/t.ts'
import { lazy, Suspense } from 'react'
import { Page } from '../Page.tsx'
import { recordsSections, type RecordsSection } from '../routes.ts'
import { SectionNav } from '../SectionNav.tsx'

const sections = {
  log: lazy(async () => ({ default: (await import('./log/LogSection.tsx')).LogSection })),
  requests: lazy(async () => ({ default: (await import('./requests/RequestsSection.tsx')).RequestsSection })),
  retention: lazy(async () => ({
    default: (await import('./retention/RetentionSection.tsx')).RetentionSection,
  })),
  archived: lazy(async () => ({ default: (await import('./archived/ArchivedSection.tsx')).ArchivedSection })),
  jobs: lazy(async () => ({ default: (await import('./jobs/JobsSection.tsx')).JobsSection })),
  copy: lazy(async () => ({ default: (await import('./copy/CopySection.tsx')).CopySection })),
}
const words: Record<RecordsSection, string> = {
  log: t`Opened and sent`,
  requests: t`Requests for access`,
  retention: t`Keeping and disposal`,
  archived: t`Archived`,
  jobs: t`Jobs`,
  copy: t`Copy of everything`,
}

/** Looking after the records themselves: who saw them, who asks for them, how long they are kept. */
export const RecordsScreen = ({
  section,
  recordKey,
}: {
  section: RecordsSection
  recordKey: string | null
}) => {
  const Section = sections[section]
  return (
    <Page title={t`Records`}>
      <SectionNav
        label={t`Parts of looking after records`}
        sections={recordsSections.map((name) => ({
          words: words[name],
          route: { at: 'records', section: name },
          current: name === section,
        }))}
      />
      <Suspense fallback={null} key={`${section}${recordKey}`}>
        <Section recordKey={recordKey} />
      </Suspense>
    </Page>
  )
}
