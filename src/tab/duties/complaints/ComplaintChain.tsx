import { inWords, t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { chainOf, nextStage, takenFurther } from '../../../domain/duties/complaintStages.ts'
import { stageDay } from '../../../domain/duties/complaints.ts'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import { newKey } from '../../../domain/key.ts'
import type { Stored } from '../../../domain/record.ts'
import { Complaint } from '../../../domain/records/complaint.ts'
import { ComplaintStage, complaintWays } from '../../../domain/records/complaintStage.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { allOrNone } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { AcknowledgeLetter } from './AcknowledgeLetter.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px', maxWidth: '720px' },
  list: { margin: 0, paddingLeft: '20px' },
})

/** The stages of a complaint, each a row with days of its own, and the way to the next. */
export const ComplaintChain = ({
  complaint,
  context,
  pupil,
}: {
  complaint: Stored<Complaint>
  context: DutyContext
  /** Null: it is about no one pupil. */
  pupil: Stored<Pupil> | null
}) => {
  const styles = useStyles()
  const services = useServices()
  const { go, href } = useGo()
  const put = usePutStored()
  const mayWrite = useMayWrite(Complaint)
  const { attempt, trouble } = useAttempt()
  // The next stage has its key from the first try: a second one makes no second row.
  const [key] = useState(newKey)
  const [busy, setBusy] = useState(false)
  const all = (useQuery(allOrNone(services, Complaint)).data?.records ?? []) as readonly Stored<Complaint>[]
  const stages = (useQuery(allOrNone(services, ComplaintStage)).data?.records ??
    []) as readonly Stored<ComplaintStage>[]
  const chain = chainOf(complaint, all)
  const store = services.records.store(Complaint)
  const today = services.today()
  const next = nextStage(stages, complaint.stage, today)
  const further = async () => {
    setBusy(true)
    await attempt(async () => {
      const made = await store.create(takenFurther(complaint, next, today), key)
      put(Complaint, made)
      put(Complaint, await store.update(await store.byKey(complaint.key), { wentOn: today }))
      go({ at: 'duties', place: 'with', duty: 'complaints', key: made.key })
    })
    setBusy(false)
  }
  const name = (one: Stored<Complaint>) =>
    [
      context.stage(one.stage)?.name ?? inWords(complaintWays[one.way]),
      t`received ${showDay(one.received)}`,
      one.answered && t`answered ${showDay(one.answered)}`,
      one.outcome && inWords(Complaint.fields.outcome.choices[one.outcome]),
    ]
      .filter(Boolean)
      .join(' · ')
  const last = chain.at(-1) === complaint
  return (
    <div className={styles.part}>
      {chain.length > 1 && (
        <section aria-label={t`Stages of this complaint`}>
          <Text as="h2" size={400} weight="semibold" block style={{ margin: 0 }}>
            {t`Stages of this complaint`}
          </Text>
          <ol className={styles.list}>
            {chain.map((one) => (
              <li key={one.key} aria-current={one === complaint ? 'step' : undefined}>
                {one === complaint ? (
                  name(one)
                ) : (
                  <Link href={href({ at: 'duties', place: 'with', duty: 'complaints', key: one.key })}>
                    {name(one)}
                  </Link>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      {complaint.way === 'school' && complaint.answered === null && complaint.closed === null && (
        <AcknowledgeLetter
          complaint={complaint}
          pupil={pupil}
          stage={context.stage(complaint.stage)}
          next={next}
          answerBy={complaint.answerBy ?? stageDay(complaint, 'answer', context)?.day ?? null}
        />
      )}
      {mayWrite && last && complaint.answered !== null && complaint.wentOn === null && (
        <Button disabled={busy} onClick={() => void further()}>
          {next ? t`They take it further: begin ${next.name}` : t`They take it further: begin the next stage`}
        </Button>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  )
}
