import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import { derivedKey } from '../../domain/derivedKey.ts'
import type { DutyContext } from '../../domain/duties/duty.ts'
import { evidenceUnder, gapsOf, gapWords, headingsOn } from '../../domain/duties/evidence.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { EvaluationHeading } from '../../domain/records/evaluationHeading.ts'
import type { Evidence } from '../../domain/records/evidence.ts'
import { startHeadings } from '../../domain/rules/evaluationStart.ts'
import { showDay } from '../../domain/rules/day.ts'
import { evaluationPaper } from '../../documents/leading/evaluationPaper.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { allOrNone } from '../../ui/useSchool.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { PaperButtons } from './PaperButtons.tsx'
import { TakeEvidence } from './TakeEvidence.tsx'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = { evidence: readonly Stored<Evidence>[]; context: DutyContext }
type Headings = { headings: readonly Stored<EvaluationHeading>[] }

/** Under the evidence: the headings with what each lacks, evidence from the records, and the paper. */
export const EvaluationPanel = (props: Props) => {
  const services = useServices()
  const headings = useQuery(allOrNone(services, EvaluationHeading))
  return (
    <Loaded queries={[headings]} shape={<Waiting />}>
      {(list) => {
        const all = list.records as readonly Stored<EvaluationHeading>[]
        return (
          <>
            <Unreadable listings={[list]} />
            {all.length > 0 && <FromRecords {...props} headings={all} />}
            <HeadingList {...props} headings={all} />
            {all.length > 0 && <Paper {...props} headings={all} />}
          </>
        )
      }}
    </Loaded>
  )
}

const FromRecords = (props: Props & Headings) => {
  const styles = useLeadingStyles()
  const [open, setOpen] = useState(false)
  return open ? (
    <TakeEvidence {...props} onClose={() => setOpen(false)} />
  ) : (
    <div className={styles.part}>
      <div>
        <Button
          icon={<AddRegular />}
          onClick={() => setOpen(true)}
        >{t`Take evidence from your records`}</Button>
      </div>
    </div>
  )
}

const HeadingList = ({ evidence, context, headings }: Props & Headings) => {
  const styles = useLeadingStyles()
  const { today, school } = context
  const now = headingsOn(headings, today)
  const others = headings.filter((one) => !now.includes(one))
  return (
    <section className={styles.part} aria-label={t`Headings`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Headings`}</Text>
      <Text className={styles.quiet}>
        {t`You set them, from an inspection framework or your own. When a framework changes, give its headings a last day and add the new ones: what was written under the old ones stays.`}
      </Text>
      {headings.length === 0 && <BeginHeadings />}
      <RecordCards<Stored<EvaluationHeading>>
        type={EvaluationHeading}
        records={[...now, ...others]}
        part={
          others.length === 0
            ? undefined
            : (one) => (now.includes(one) ? t`In force today` : t`Not in force today`)
        }
        summary={(one) => (
          <TwoLines
            first={one.title}
            second={[
              counted(evidenceUnder(one.key, evidence).length, 'piece of evidence', 'pieces of evidence'),
              ...gapsOf(one.key, evidence, school, today).map((gap) => gapWords[gap]),
            ].join(' · ')}
          />
        )}
        aside={(one) =>
          now.includes(one) &&
          (gapsOf(one.key, evidence, school, today).length === 0 ? (
            <StatusMark status="done" word={t`Nothing missing`} />
          ) : (
            <StatusMark status="dueSoon" word={t`Something missing`} />
          ))
        }
        groups={[{ fields: ['title', 'framework', 'order', 'from', 'until', 'asks', 'source'] }]}
        add={{
          words: t`Add a heading`,
          given: { from: today },
          fields: ['title', 'framework', 'order', 'from', 'asks'],
        }}
        empty={{
          title: t`No headings yet`,
          todo: t`Begin from the areas of inspection and change them, or write your own.`,
        }}
      />
    </section>
  )
}

/** Rows to begin from, which the school then owns. */
const BeginHeadings = () => {
  const services = useServices()
  const put = usePutStored()
  const say = useSay()
  const mayWrite = useMayWrite(EvaluationHeading)
  const { attempt, busy, trouble } = useAttempt()
  const start = startHeadings()
  if (!mayWrite) return null
  const begin = () =>
    attempt(async () => {
      const store = services.records.store(EvaluationHeading)
      for (const one of start)
        put(
          EvaluationHeading,
          await store.create(
            blank(EvaluationHeading, one),
            derivedKey('0'.repeat(26), services.school.id, EvaluationHeading.name, one.from, one.title),
          ),
        )
      say(t`${start.length} headings begun: change them as you need`)
    })
  return (
    <>
      <div>
        <Button
          disabled={busy}
          onClick={() => void begin()}
        >{t`Begin with the areas of ${start[0]!.framework ?? ''}`}</Button>
      </div>
      <Text size={200}>{t`In force from ${showDay(start[0]!.from)}. ${start[0]!.source ?? ''}.`}</Text>
      {trouble && <TroubleNotice trouble={trouble} retry={() => void begin()} />}
    </>
  )
}

const Paper = ({ evidence, context: { school, today }, headings }: Props & Headings) => {
  const styles = useLeadingStyles()
  const services = useServices()
  return (
    <section className={styles.part} aria-label={t`As a paper`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`As a paper`}</Text>
      <Text className={styles.quiet}>{t`What is missing first, then each heading with its evidence.`}</Text>
      <PaperButtons
        called={t`Self-evaluation of SEND`}
        words={t`Download for Word`}
        adults={[school?.senco, school?.headteacher]}
        content={() =>
          evaluationPaper({ headings, evidence, school, schoolName: services.school.name, today })
        }
      />
    </section>
  )
}
