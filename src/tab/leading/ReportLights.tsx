import { t } from '../../words/t.ts'
import { Button, Link, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { derivedKey } from '../../domain/derivedKey.ts'
import type { DutyContext } from '../../domain/duties/duty.ts'
import {
  headingsWithout,
  type SectionLight,
  sectionStanding,
  sectionTitle,
} from '../../domain/duties/reportSections.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { ReportSection } from '../../domain/records/reportSection.ts'
import type { DueStatus } from '../../domain/rules/reviewDue.ts'
import { sirCodesOn, sirSource } from '../../domain/rules/sirHeadings.ts'
import { sectionsInOrder } from '../../documents/leading/sirPaper.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { Why } from '../../ui/Why.tsx'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

const marks: Record<SectionLight, DueStatus> = { missing: 'overdue', old: 'dueSoon', fine: 'done' }

/** Begins a row for each heading; two who do it on one day make each once. */
const useBegin = () => {
  const services = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const begin = (codes: ReturnType<typeof headingsWithout>) =>
    attempt(async () => {
      const store = services.records.store(ReportSection)
      for (const heading of codes) {
        const made = await store.create(
          blank(ReportSection, { heading, showFigures: true }),
          derivedKey('0'.repeat(26), services.school.id, ReportSection.name, heading, services.today()),
        )
        // One that was begun and archived today comes back.
        put(ReportSection, made.archived ? await store.restore(made) : made)
      }
      say(codes.length === 1 ? t`One heading begun` : t`${codes.length} headings begun`)
    })
  return { begin, busy, trouble }
}

/** Every heading of the report with its light, and the button that begins those that are missing. */
export const ReportLights = ({
  sections,
  context,
}: {
  sections: readonly Stored<ReportSection>[]
  context: DutyContext
}) => {
  const styles = useLeadingStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(ReportSection)
  const { begin, busy, trouble } = useBegin()
  const { school, today } = context
  const without = headingsWithout(sections, school, today)
  const all = [
    ...sectionsInOrder(sections).map((section) => ({ heading: section.heading, section })),
    ...without.map((heading) => ({ heading, section: null })),
  ].map((one) => ({ ...one, standing: sectionStanding(one.section, one.heading, school, today) }))
  const asked = new Set<string>(sirCodesOn(today, school?.phase ?? null))
  const count = (light: SectionLight) => all.filter(({ standing }) => standing.light === light).length
  return (
    <section className={styles.part} aria-label={t`Heading by heading`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Heading by heading`}</Text>
      <Text className={styles.quiet}>
        {t`${count('fine')} fine, ${count('old')} old or never reviewed, ${count('missing')} missing. Missing is what has no text; old is what nobody has reviewed within the time that School settings allow.`}
      </Text>
      {mayWrite && without.length > 0 && (
        <div className={styles.buttons}>
          <Button icon={<AddRegular />} disabled={busy} onClick={() => void begin(without)}>
            {sections.length === 0 ? t`Begin all headings of the law` : t`Begin the missing headings`}
          </Button>
        </div>
      )}
      {trouble && <TroubleNotice trouble={trouble} retry={() => void begin(without)} />}
      <ul className={styles.list}>
        {all.map(({ heading, section, standing }) => {
          const title = section ? sectionTitle(section) : sectionTitle({ heading, title: null })
          return (
            <li key={section?.key ?? heading} className={styles.row}>
              <span>
                {section ? (
                  <Link href={href({ at: 'duties', place: 'leading', duty: 'sections', key: section.key })}>
                    {title}
                  </Link>
                ) : (
                  title
                )}
                {heading !== 'own' && (
                  <Text block size={200} className={styles.quiet}>
                    {sirSource(heading)}
                    {!asked.has(heading) && ` · ${t`not asked of this school today`}`}
                  </Text>
                )}
              </span>
              <span className={styles.buttons}>
                {standing.due && <Why why={standing.due.why}>{t`Why`}</Why>}
                <StatusMark status={marks[standing.light]} word={standing.word} />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
