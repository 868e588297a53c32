import { t } from '../../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Hold } from '../../../domain/records/hold.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { addMonths, showDay } from '../../../domain/rules/day.ts'
import type { OtherGroup } from '../../../domain/rules/retentionOther.ts'
import type { RetentionQueue } from '../../../domain/rules/retentionQueue.ts'
import { Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { DisposalCard } from './DisposalCard.tsx'
import { begunPupils, type Grounds, pupilsIn, reviewIn } from './grounds.ts'
import { OtherCard } from './OtherCard.tsx'
import { OtherRecords } from './OtherRecords.tsx'
import { BegunLine, QueueLine, type Row } from './QueueLine.tsx'
import { QueuePart } from './QueuePart.tsx'
import { useQueueStyles } from './queueStyles.ts'

/** The review queue: what is due, soon due or stuck, each with its why; from here a person decides. */
export const ToDecide = ({
  grounds,
  queue,
  first,
}: {
  grounds: Grounds
  queue: RetentionQueue<Stored<Pupil>>
  first: string | null
}) => {
  const styles = useQueueStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Hold)
  const begun = begunPupils(grounds)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [looking, setLooking] = useState<readonly string[] | null>(null)
  const [other, setOther] = useState<OtherGroup | null>(null)
  if (other) return <OtherCard group={other} onClose={() => setOther(null)} />
  if (looking) return <DisposalCard pupils={looking} onClose={() => setLooking(null)} />

  const due = queue.due.filter(({ pupil }) => !begun.includes(pupil.key))
  const going = due.map(({ pupil }) => pupil.key).filter((key) => chosen.has(key))
  const choose = (key: string, yes: boolean) =>
    setChosen((all) => new Set(yes ? [...all, key] : [...all].filter((one) => one !== key)))
  const rows = (all: readonly Row[], acts = false) =>
    all.map((row) => (
      <QueueLine
        key={row.pupil.key}
        row={row}
        mayWrite={mayWrite}
        choice={
          acts && mayWrite
            ? { chosen: chosen.has(row.pupil.key), onChoose: (yes) => choose(row.pupil.key, yes) }
            : null
        }
        onLook={acts && mayWrite ? () => setLooking([row.pupil.key]) : null}
      />
    ))
  const nothing =
    due.length + begun.length + queue.soon.length + queue.waiting.length + queue.noDay.length === 0
  const one = first ? pupilsIn(grounds).find(({ key }) => key === first) : undefined
  return (
    <>
      {one && (
        <QueuePart title={t`This pupil`} about={null}>
          {rows([{ pupil: one, review: reviewIn(grounds, one, today) }])}
        </QueuePart>
      )}
      <Text
        className={styles.quiet}
      >{t`Nothing is deleted by itself. When the time that a record is kept for is over, it waits here until somebody decides: dispose of it, or keep it longer and say why.`}</Text>
      {nothing && (
        <Notice
          title={t`No pupil to decide on`}
          todo={t`No pupil’s record is due before ${showDay(addMonths(today, 12))}. ${queue.later} ${queue.later === 1 ? t`pupil is` : t`pupils are`} on roll or due later.`}
        />
      )}
      {begun.length > 0 && (
        <QueuePart
          title={t`Begun and not ended (${begun.length})`}
          about={t`A disposal was broken off in the middle. Look at what is left, then go on to the end.`}
        >
          {begun.map((key) => (
            <BegunLine
              key={key}
              pupil={pupilsIn(grounds).find((pupil) => pupil.key === key)}
              onLook={mayWrite ? () => setLooking([key]) : null}
            />
          ))}
        </QueuePart>
      )}
      {due.length > 0 && (
        <QueuePart title={t`Due now (${due.length})`} about={null}>
          {rows(due, true)}
        </QueuePart>
      )}
      {due.length > 1 && mayWrite && (
        <div className={styles.bar}>
          <Text>{t`${going.length} chosen`}</Text>
          <Button
            disabled={going.length === 0}
            onClick={() => setLooking(going)}
          >{t`See what would go`}</Button>
          <Button
            appearance="subtle"
            onClick={() =>
              setChosen(new Set(going.length === due.length ? [] : due.map(({ pupil }) => pupil.key)))
            }
          >
            {going.length === due.length ? t`Choose none` : t`Choose all ${due.length}`}
          </Button>
        </div>
      )}
      {queue.soon.length > 0 && (
        <QueuePart title={t`Within a year (${queue.soon.length})`} about={null}>
          {rows(queue.soon)}
        </QueuePart>
      )}
      {queue.waiting.length > 0 && (
        <QueuePart
          title={t`Waiting for a receipt (${queue.waiting.length})`}
          about={t`These pupils went on to another school. The copy here goes once that school has confirmed that it has the file.`}
        >
          {rows(queue.waiting)}
        </QueuePart>
      )}
      {queue.noDay.length > 0 && (
        <QueuePart
          title={t`No day yet (${queue.noDay.length})`}
          about={t`Something is missing or can’t be right. Open the pupil to mend it.`}
        >
          {rows(queue.noDay)}
        </QueuePart>
      )}
      <OtherRecords onLook={setOther} />
    </>
  )
}
