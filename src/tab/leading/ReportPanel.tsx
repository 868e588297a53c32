import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { GlobeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DutyContext } from '../../domain/duties/duty.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { PublishedOn } from '../../domain/records/publishedOn.ts'
import type { ReportSection } from '../../domain/records/reportSection.ts'
import { newKey } from '../../domain/key.ts'
import { sirPaper } from '../../documents/leading/sirPaper.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { useQuery } from '@tanstack/react-query'
import { allOrNone } from '../../ui/useSchool.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { PaperButtons } from './PaperButtons.tsx'
import { ReportLights } from './ReportLights.tsx'
import { useLeadingFigures } from './useLeadingFigures.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = { sections: readonly Stored<ReportSection>[]; context: DutyContext }

/** Under the list of the report’s parts: how each heading stands, the report itself, and that it was published. */
export const ReportPanel = (props: Props) => (
  <>
    <ReportLights {...props} />
    {props.sections.some(({ text }) => text !== null) && <Report {...props} />}
  </>
)

const Report = ({ sections, context }: Props) => {
  const styles = useLeadingStyles()
  const { queries, found } = useLeadingFigures()
  return (
    <section className={styles.part} aria-label={t`The report`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`The report`}</Text>
      <Text className={styles.quiet}>
        {t`All parts that have a text, in the order of the law, with the figures of today where you show them. Evidence and notes stay here.`}
      </Text>
      <Loaded queries={queries} shape={<Waiting />}>
        {() => found && <Made sections={sections} context={context} {...found} />}
      </Loaded>
      <NotePublished />
    </section>
  )
}

const Made = ({
  sections,
  context: { school, today },
  outside,
  fewest,
}: Props & NonNullable<ReturnType<typeof useLeadingFigures>['found']>) => {
  const { school: site } = useServices()
  return (
    <PaperButtons
      called={t`SEN information report`}
      words={t`Download for Word`}
      web
      adults={[school?.senco, school?.headteacher, ...sections.map(({ owner }) => owner)]}
      content={() => sirPaper({ sections, school, schoolName: site.name, today, figures: outside, fewest })}
    />
  )
}

/** Writes down that the report was published today, at the address of the last time, and leads there. */
const NotePublished = () => {
  const services = useServices()
  const { go } = useGo()
  const put = usePutStored()
  const mayWrite = useMayWrite(PublishedOn)
  const before = useQuery(allOrNone(services, PublishedOn))
  const { attempt, busy, trouble } = useAttempt()
  // One key a form: pressed twice, or after an answer that was lost, it makes one row.
  const [key] = useState(() => newKey(services.now().getTime()))
  if (!mayWrite || !before.data) return null
  const last = (before.data.records as readonly Stored<PublishedOn>[])
    .filter(({ what }) => what === 'report')
    .toSorted((a, b) => b.on.localeCompare(a.on))[0]
  const note = () =>
    attempt(async () => {
      const by = (await services.me()).displayName
      const record = blank(PublishedOn, {
        what: 'report',
        on: services.today(),
        address: last?.address ?? null,
        by,
      })
      put(PublishedOn, await services.records.store(PublishedOn).create(record, key))
      go({ at: 'duties', place: 'leading', duty: 'website', key })
    })
  return (
    <>
      <div>
        <Button
          icon={<GlobeRegular />}
          disabled={busy}
          onClick={() => void note()}
        >{t`Note that it was published today`}</Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} retry={() => void note()} />}
    </>
  )
}
