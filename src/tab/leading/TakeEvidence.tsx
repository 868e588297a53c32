import { entriesInWords, inWords, t } from '../../words/t.ts'
import { Button, Dropdown, Field, Link, Option, SearchBox, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { derivedKey } from '../../domain/derivedKey.ts'
import type { DutyContext } from '../../domain/duties/duty.ts'
import { headingsOn } from '../../domain/duties/evidence.ts'
import { blank, type Stored } from '../../domain/record.ts'
import type { EvaluationHeading } from '../../domain/records/evaluationHeading.ts'
import { Evidence, evidenceSources } from '../../domain/records/evidence.ts'
import { GovernorReport } from '../../domain/records/governorReport.ts'
import { Objective } from '../../domain/records/objective.ts'
import { Policy } from '../../domain/records/policy.ts'
import { PublishedOn } from '../../domain/records/publishedOn.ts'
import { QualityVisit } from '../../domain/records/qualityVisit.ts'
import { VisitFinding } from '../../domain/records/visitFinding.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { allOrNone } from '../../ui/useSchool.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useGo } from '../routes.ts'
import { type Takable, takableOf } from './takable.ts'
import { useLeadingFigures } from './useLeadingFigures.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = {
  evidence: readonly Stored<Evidence>[]
  headings: readonly Stored<EvaluationHeading>[]
  context: DutyContext
  onClose: () => void
}

/** Takes something of the records into the evidence, under a heading, with the day it speaks of. */
export const TakeEvidence = (props: Props) => {
  const styles = useLeadingStyles()
  const services = useServices()
  const { queries, found } = useLeadingFigures()
  const lists = [
    useQuery(allOrNone(services, QualityVisit)),
    useQuery(allOrNone(services, VisitFinding)),
    useQuery(allOrNone(services, Policy)),
    useQuery(allOrNone(services, Objective)),
    useQuery(allOrNone(services, PublishedOn)),
    useQuery(allOrNone(services, GovernorReport)),
  ] as const
  return (
    <section className={styles.part} aria-label={t`Evidence from your records`}>
      <Text
        as="h2"
        size={400}
        weight="semibold"
        className={styles.title}
      >{t`Evidence from your records`}</Text>
      <Loaded queries={[...lists, ...queries]} shape={<Waiting />}>
        {(visits, findings, policies, objectives, published, reports) => (
          <Choose
            {...props}
            takable={takableOf(
              {
                figures: found?.outside ?? [],
                visits: visits.records as readonly Stored<QualityVisit>[],
                findings: findings.records as readonly Stored<VisitFinding>[],
                policies: policies.records as readonly Stored<Policy>[],
                objectives: objectives.records as readonly Stored<Objective>[],
                published: published.records as readonly Stored<PublishedOn>[],
                reports: reports.records as readonly Stored<GovernorReport>[],
              },
              props.context.today,
            )}
          />
        )}
      </Loaded>
    </section>
  )
}

const Choose = ({
  evidence,
  headings,
  context: { today },
  onClose,
  takable,
}: Props & { takable: readonly Takable[] }) => {
  const styles = useLeadingStyles()
  const services = useServices()
  const { href } = useGo()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const now = headingsOn(headings, today)
  const [heading, setHeading] = useState(now[0]?.key ?? null)
  const [source, setSource] = useState<string>('figure')
  const [looked, setLooked] = useState('')
  const words = looked.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = takable.filter(
    (one) =>
      one.source === source &&
      words.every((word) => `${one.title} ${one.text ?? ''}`.toLowerCase().includes(word)),
  )
  const taken = (one: Takable) =>
    evidence.find(
      (row) => row.heading === heading && row.sourceKey === one.sourceKey && row.asOf === one.asOf,
    )
  const take = (one: Takable) =>
    attempt(async () => {
      if (heading === null) return
      const key = derivedKey(heading, Evidence.name, one.sourceKey, one.asOf ?? '')
      const record = blank(Evidence, { ...one, heading, looked: today })
      const store = services.records.store(Evidence)
      const made = await store.create(record, key)
      // Taken before and archived since: it comes back.
      put(Evidence, made.archived ? await store.restore(made) : made)
      say(t`Taken as evidence`)
    })
  return (
    <>
      <div className={styles.buttons}>
        <Field label={t`Under the heading`}>
          <Dropdown
            value={now.find(({ key }) => key === heading)?.title ?? ''}
            selectedOptions={heading ? [heading] : []}
            onOptionSelect={(_, { optionValue }) => setHeading(optionValue ?? null)}
          >
            {now.map(({ key, title }) => (
              <Option key={key} value={key}>
                {title}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label={t`Taken from`}>
          <Dropdown
            value={inWords(evidenceSources[source as keyof typeof evidenceSources])}
            selectedOptions={[source]}
            onOptionSelect={(_, { optionValue }) => setSource(optionValue ?? 'figure')}
          >
            {entriesInWords(evidenceSources)
              .filter(([code]) => code !== 'typed')
              .map(([code, name]) => (
                <Option key={code} value={code}>
                  {name}
                </Option>
              ))}
          </Dropdown>
        </Field>
        <SearchBox
          aria-label={t`Look for words in what can be taken`}
          placeholder={t`Look for words`}
          dismiss={{ 'aria-label': t`clear` }}
          value={looked}
          onChange={(_, { value }) => setLooked(value)}
        />
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
      {shown.length === 0 && (
        <Text className={styles.quiet}>
          {t`Nothing of this kind can be taken yet. Figures that are hidden or nought are not offered.`}
        </Text>
      )}
      <ul className={styles.list}>
        {shown.map((one) => {
          const before = taken(one)
          return (
            <li key={`${one.source}${one.sourceKey}`} className={styles.row}>
              <span>
                {[one.title, one.figure].filter(Boolean).join(': ')}
                <Text block size={200} className={styles.quiet}>
                  {[one.text, one.asOf && showDay(one.asOf)].filter(Boolean).join(' · ')}
                </Text>
              </span>
              {before ? (
                <Link href={href({ at: 'duties', place: 'leading', duty: 'evidence', key: before.key })}>
                  {t`Taken`}
                </Link>
              ) : (
                <Button
                  size="small"
                  disabled={busy || heading === null}
                  aria-label={t`Take it: ${one.title}`}
                  onClick={() => void take(one)}
                >{t`Take it`}</Button>
              )}
            </li>
          )
        })}
      </ul>
      <div>
        <Button onClick={onClose}>{t`Close`}</Button>
      </div>
    </>
  )
}
