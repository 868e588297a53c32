import { inWords, t } from '../../words/t.ts'
import { Button, Link, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { PlanAction } from '../../domain/records/planAction.ts'
import type { QualityVisit } from '../../domain/records/qualityVisit.ts'
import { VisitFinding } from '../../domain/records/visitFinding.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { orNone } from '../../ui/orNone.ts'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { aboutOf, usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { allOrNone } from '../../ui/useSchool.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

/** What a visit found, one by one, each with the action that came of it. */
export const VisitPanel = ({ visit }: { visit: Stored<QualityVisit> }) => {
  const styles = useLeadingStyles()
  const services = useServices()
  const findings = useQuery({
    ...aboutOf(services, VisitFinding, 'visit', visit.key),
    queryFn: () => orNone(services.records.store(VisitFinding).about('visit', visit.key)),
  })
  const actions = useQuery(allOrNone(services, PlanAction))
  return (
    <section className={styles.part} aria-label={t`What was found`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`What was found`}</Text>
      <Loaded queries={[findings, actions]} shape={<Waiting />}>
        {(list, all) => (
          <>
            <Unreadable listings={[list]} />
            <RecordCards<Stored<VisitFinding>>
              type={VisitFinding}
              records={list.records}
              summary={(one) => (
                <TwoLines first={one.what} second={inWords(VisitFinding.fields.kind.choices[one.kind])} />
              )}
              above={(one) => (
                <FromFinding
                  finding={one}
                  actions={(all.records as readonly Stored<PlanAction>[]).filter(
                    ({ finding }) => finding === one.key,
                  )}
                />
              )}
              groups={[{ fields: ['kind', 'what'] }]}
              add={{
                words: t`Add a finding`,
                given: { visit: visit.key, kind: 'better' },
                fields: ['kind', 'what'],
              }}
              empty={{
                title: t`Nothing written down yet`,
                todo: t`One thing each: what works well, what to make better, what to find out. Open one to make an action of it.`,
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}

/** The actions that came of a finding, and the button that begins the first. */
const FromFinding = ({
  finding,
  actions,
}: {
  finding: Stored<VisitFinding>
  actions: readonly Stored<PlanAction>[]
}) => {
  const styles = useLeadingStyles()
  const services = useServices()
  const { href, go } = useGo()
  const put = usePutStored()
  const mayWrite = useMayWrite(PlanAction)
  const { attempt, busy, trouble } = useAttempt()
  const make = () =>
    attempt(async () => {
      const key = derivedKey(finding.key, PlanAction.name, services.today())
      const record = blank(PlanAction, { what: finding.what, finding: finding.key })
      const store = services.records.store(PlanAction)
      const made = await store.create(record, key)
      // One that was made and archived today comes back.
      put(PlanAction, made.archived ? await store.restore(made) : made)
      go({ at: 'duties', place: 'leading', duty: 'planActions', key })
    })
  return (
    <div className={styles.buttons}>
      {actions.map((one) => (
        <Link
          key={one.key}
          href={href({ at: 'duties', place: 'leading', duty: 'planActions', key: one.key })}
        >
          {t`Action: ${one.what}`}
        </Link>
      ))}
      {mayWrite && actions.length === 0 && (
        <Button size="small" disabled={busy} onClick={() => void make()}>{t`Make an action of it`}</Button>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  )
}
