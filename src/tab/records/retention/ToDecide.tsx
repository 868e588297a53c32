import { Button, Checkbox, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Hold } from '../../../domain/records/hold.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { addMonths, showDay } from '../../../domain/rules/day.ts'
import {
  type DisposalReview,
  noDayWords,
  type QueueRow,
  type RetentionQueue,
} from '../../../domain/rules/retention.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Personal, PupilName } from '../../../ui/hiddenDetails.tsx'
import { Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { DisposalCard } from './DisposalCard.tsx'
import { type Grounds, pupilsIn, reviewIn } from './dispose.ts'
import { useReadAnew } from './useRetention.ts'

export const useQueueStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '1080px' },
  row: {
    display: 'grid',
    gridTemplateColumns: '36px minmax(170px, 1.2fr) minmax(190px, 1.4fr) 120px 190px',
    gap: '2px 12px',
    alignItems: 'center',
    padding: '6px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 820px)': { gridTemplateColumns: '36px minmax(0, 1fr)' },
  },
  // On a phone what follows the name stands under it, not under the box.
  under: { '@media (max-width: 820px)': { gridColumn: 2 } },
  buttons: {
    display: 'flex',
    gap: '8px',
    flexWrap: 'wrap',
    alignItems: 'center',
    '@media print': { display: 'none' },
  },
  bar: {
    display: 'flex',
    gap: '12px',
    flexWrap: 'wrap',
    alignItems: 'center',
    position: 'sticky',
    bottom: 0,
    padding: '8px 4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    maxWidth: '1080px',
    '@media print': { display: 'none' },
  },
  form: { padding: '8px 0 16px' },
})

type Row = QueueRow<Stored<Pupil>>

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
  const begun = grounds.log.filter(({ state }) => state === 'begun').map(({ subject }) => subject)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [looking, setLooking] = useState<readonly string[] | null>(null)
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
        <Part title="This pupil" about={null}>
          {rows([{ pupil: one, review: reviewIn(grounds, one, today) }])}
        </Part>
      )}
      <Text className={styles.quiet}>
        Nothing is deleted by itself. When the time that a record is kept for is over, it waits here until
        somebody decides: dispose of it, or keep it longer and say why.
      </Text>
      {nothing && (
        <Notice
          title="Nothing to decide"
          todo={`No record is due before ${showDay(addMonths(today, 12))}. ${queue.later} ${queue.later === 1 ? 'pupil is' : 'pupils are'} on roll or due later.`}
        />
      )}
      {begun.length > 0 && (
        <Part
          title={`Begun and not ended (${begun.length})`}
          about="A disposal was broken off in the middle. Look at what is left, then go on to the end."
        >
          {begun.map((key) => (
            <BegunLine
              key={key}
              pupil={pupilsIn(grounds).find((pupil) => pupil.key === key)}
              onLook={mayWrite ? () => setLooking([key]) : null}
            />
          ))}
        </Part>
      )}
      {due.length > 0 && (
        <Part title={`Due now (${due.length})`} about={null}>
          {rows(due, true)}
        </Part>
      )}
      {due.length > 1 && mayWrite && (
        <div className={styles.bar}>
          <Text>{going.length} chosen</Text>
          <Button disabled={going.length === 0} onClick={() => setLooking(going)}>
            See what would go
          </Button>
          <Button
            appearance="subtle"
            onClick={() =>
              setChosen(new Set(going.length === due.length ? [] : due.map(({ pupil }) => pupil.key)))
            }
          >
            {going.length === due.length ? 'Choose none' : `Choose all ${due.length}`}
          </Button>
        </div>
      )}
      {queue.soon.length > 0 && (
        <Part title={`Within a year (${queue.soon.length})`} about={null}>
          {rows(queue.soon)}
        </Part>
      )}
      {queue.waiting.length > 0 && (
        <Part
          title={`Waiting for a receipt (${queue.waiting.length})`}
          about="These pupils went on to another school. The copy here goes once that school has confirmed that it has the file."
        >
          {rows(queue.waiting)}
        </Part>
      )}
      {queue.noDay.length > 0 && (
        <Part
          title={`No day yet (${queue.noDay.length})`}
          about="Something is missing or can’t be right. Open the pupil to mend it."
        >
          {rows(queue.noDay)}
        </Part>
      )}
    </>
  )
}

/** So many lines of a part are shown at first: a school’s leavers grow by a year group each summer. */
const few = 30

const Part = ({
  title,
  about,
  children,
}: {
  title: string
  about: string | null
  children: readonly ReactNode[]
}) => {
  const styles = useQueueStyles()
  const [whole, setWhole] = useState(false)
  const lines = children
  return (
    <section className={styles.part} aria-label={title}>
      <Text as="h2" size={400} weight="semibold" className={styles.heading}>
        {title}
      </Text>
      {about && <Text className={styles.quiet}>{about}</Text>}
      <ul className={styles.list}>{whole ? lines : lines.slice(0, few)}</ul>
      {!whole && lines.length > few && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
            Show all {lines.length}
          </Button>
        </div>
      )}
    </section>
  )
}

const BegunLine = ({ pupil, onLook }: { pupil: Stored<Pupil> | undefined; onLook: (() => void) | null }) => {
  const styles = useQueueStyles()
  return (
    <li className={styles.row}>
      <span />
      <span>{pupil ? <PupilName pupil={pupil} /> : 'The pupil’s own row is gone already'}</span>
      <Text className={styles.under}>Partly deleted</Text>
      <span className={styles.under}>
        <StatusMark status="overdue" word="Not ended" />
      </span>
      <span className={`${styles.buttons} ${styles.under}`}>
        {onLook && (
          <Button size="small" onClick={onLook}>
            Go on to the end
          </Button>
        )}
      </span>
    </li>
  )
}

const markOf = ({ held, due, noDay, day }: DisposalReview) => {
  if (held) return { status: 'authority', word: 'Held' } as const
  if (due) return { status: 'dueSoon', word: 'Due' } as const
  if (noDay !== null || day === null) return { status: 'unknown', word: 'No day yet' } as const
  return { status: 'onTrack', word: 'Not yet' } as const
}

const QueueLine = ({
  row: { pupil, review },
  mayWrite,
  choice,
  onLook,
}: {
  row: Row
  mayWrite: boolean
  choice: { readonly chosen: boolean; onChoose(yes: boolean): void } | null
  onLook: (() => void) | null
}) => {
  const styles = useQueueStyles()
  const { href } = useGo()
  const today = useServices().today()
  const readAnew = useReadAnew()
  const [keeping, setKeeping] = useState(false)
  return (
    <li>
      <div className={styles.row}>
        <span>
          {choice && (
            <Checkbox
              checked={choice.chosen}
              onChange={(_, { checked }) => choice.onChoose(checked === true)}
              aria-label="Choose this pupil"
            />
          )}
        </span>
        <span>
          <Link href={href({ at: 'pupil', key: pupil.key, section: 'details' })}>
            <PupilName pupil={pupil} />
          </Link>
          <Text block size={200} className={styles.quiet}>
            Born <Personal>{showDay(pupil.dateOfBirth)}</Personal>
            {pupil.left ? `, left ${showDay(pupil.left)}` : ''}
          </Text>
        </span>
        <Text className={styles.under}>
          {review.day ? (
            <>
              May go from <Why why={review.why}>{showDay(review.day)}</Why>
            </>
          ) : (
            <Why why={review.why}>{noDayWords[review.noDay ?? 'notCountable']}</Why>
          )}
          {review.held && (
            <Text block size={200}>
              {review.held.says}, since {showDay(review.held.since)}
            </Text>
          )}
        </Text>
        <span className={styles.under}>
          <StatusMark {...markOf(review)} />
        </span>
        <span className={`${styles.buttons} ${styles.under}`}>
          {onLook && (
            <Button size="small" onClick={onLook}>
              Dispose
            </Button>
          )}
          {mayWrite && !keeping && !review.held && (
            <Button size="small" appearance="subtle" onClick={() => setKeeping(true)}>
              Keep longer
            </Button>
          )}
        </span>
      </div>
      {keeping && (
        <div className={styles.form}>
          <AddForm
            type={Hold}
            title="Keep longer"
            given={{ pupil: pupil.key, from: today, kind: 'longer', lookAgain: addMonths(today, 12) }}
            fields={['kind', 'by', 'reason', 'from', 'lookAgain']}
            onStored={() => void readAnew()}
            onClose={() => setKeeping(false)}
          />
        </div>
      )}
    </li>
  )
}
