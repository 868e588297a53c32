import { t } from '../../../words/t.ts'
import { Button, Checkbox, Link, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Hold } from '../../../domain/records/hold.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { addMonths, showDay } from '../../../domain/rules/day.ts'
import type { DisposalReview } from '../../../domain/rules/retention.ts'
import type { QueueRow } from '../../../domain/rules/retentionQueue.ts'
import { noDayWords } from '../../../domain/rules/retentionWhy.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Personal, PupilName } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { useQueueStyles } from './queueStyles.ts'
import { useReadAnew } from './useRetention.ts'

export type Row = QueueRow<Stored<Pupil>>

/** A pupil whose disposal was broken off. */
export const BegunLine = ({
  pupil,
  onLook,
}: {
  pupil: Stored<Pupil> | undefined
  onLook: (() => void) | null
}) => {
  const styles = useQueueStyles()
  return (
    <li className={styles.row}>
      <span />
      <span>{pupil ? <PupilName pupil={pupil} /> : t`The pupil’s own row is gone already`}</span>
      <Text className={styles.under}>{t`Partly deleted`}</Text>
      <span className={styles.under}>
        <StatusMark status="overdue" word={t`Not ended`} />
      </span>
      <span className={`${styles.buttons} ${styles.under}`}>
        {onLook && <Button size="small" onClick={onLook}>{t`Go on to the end`}</Button>}
      </span>
    </li>
  )
}

const markOf = ({ held, due, noDay, day }: DisposalReview) => {
  if (held) return { status: 'authority', word: t`Held` } as const
  if (due) return { status: 'dueSoon', word: t`Due` } as const
  if (noDay !== null || day === null) return { status: 'unknown', word: t`No day yet` } as const
  return { status: 'onTrack', word: t`Not yet` } as const
}

/** A pupil of the queue: until when the record is kept and why, and what a person may do now. */
export const QueueLine = ({
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
              aria-label={t`Choose this pupil`}
            />
          )}
        </span>
        <span>
          <Link href={href({ at: 'pupil', key: pupil.key, section: 'details' })}>
            <PupilName pupil={pupil} />
          </Link>
          <Text block size={200} className={styles.quiet}>
            {t`Born`} <Personal>{showDay(pupil.dateOfBirth)}</Personal>
            {pupil.left ? t`, left ${showDay(pupil.left)}` : ''}
          </Text>
        </span>
        <Text className={styles.under}>
          {review.day ? (
            <>
              {t`May go from`} <Why why={review.why}>{showDay(review.day)}</Why>
            </>
          ) : (
            <Why why={review.why}>{noDayWords[review.noDay ?? 'notCountable']}</Why>
          )}
          {review.held && (
            <Text block size={200}>{t`${review.held.says}, since ${showDay(review.held.since)}`}</Text>
          )}
        </Text>
        <span className={styles.under}>
          <StatusMark {...markOf(review)} />
        </span>
        <span className={`${styles.buttons} ${styles.under}`}>
          {onLook && <Button size="small" onClick={onLook}>{t`Dispose`}</Button>}
          {mayWrite && !keeping && !review.held && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => setKeeping(true)}
            >{t`Keep longer`}</Button>
          )}
        </span>
      </div>
      {keeping && (
        <div className={styles.form}>
          <AddForm
            type={Hold}
            title={t`Keep longer`}
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
