import { t } from '../../../words/t.ts'
import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { ReviewFile } from '../../../documents/reviewFile.ts'
import { Review } from '../../../domain/records/review.ts'
import { type Day, showWeekday } from '../../../domain/rules/day.ts'
import type { Mark } from '../../../domain/rules/reviewActMarks.ts'
import { actOf, type ReviewAct } from '../../../domain/rules/reviewActs.ts'
import { useServices } from '../../../ui/services.tsx'
import { whyNotSaved } from '../../../ui/words.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { DayField } from './DayField.tsx'
import { factsOf } from './steps.ts'
import type { Change } from './useChanges.ts'
import { useMark } from './useMark.ts'

const useStyles = makeStyles({
  act: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '14px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    maxWidth: '860px',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'flex-end' },
  list: { margin: 0, paddingLeft: '20px' },
  done: { color: tokens.colorNeutralForeground2 },
})

type Props = {
  file: ReviewFile
  act: ReviewAct
  /** The verb of the button: `Mark the papers as circulated`. */
  words: string
  said: string
  /** What is said once it is done: `Papers circulated`. */
  done: string
  /** Left out where the day is another field's, as that of the meeting. */
  dated?: boolean
  /** Not the first thing to do here: another button of the step is. */
  second?: boolean
  also?: (on: Day) => readonly Change[]
  more?: Pick<Mark, 'decision'>
  /** Something beside the day is still to be said. */
  incomplete?: boolean
  /** Fields beside the day. */
  children?: ReactNode
}

/** The act of a step: what it waits for, the day, one button; with a reason where something is missing and can be. */
export const MarkStep = ({
  file,
  act,
  words,
  said,
  done,
  dated = true,
  second = false,
  also,
  more,
  incomplete = false,
  children,
}: Props) => {
  const styles = useStyles()
  const today = useServices().today()
  const mayWrite = useMayWrite(Review)
  const { mark, busy, trouble } = useMark(file, act)
  const [on, setOn] = useState<Day | null>(today)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<readonly string[]>([])
  const { state, bars, on: doneOn } = actOf(factsOf(file, today), act)
  if (state === 'notNeeded') return null
  if (state === 'done')
    return (
      <Text className={styles.done}>
        {done}
        {doneOn && ` ${showWeekday(doneOn)}`}.
      </Text>
    )
  const never = bars.some(({ always }) => always)
  if (!mayWrite && bars.length === 0) return null
  const press = async () => {
    if (on === null) return
    setRefused(await mark({ on, reason, ...more }, said, also?.(on) ?? []))
  }
  return (
    <section className={styles.act} aria-label={words}>
      {bars.length > 0 && (
        <MessageBar intent={never ? 'info' : 'warning'} layout="multiline">
          <MessageBarBody>
            {bars.length === 1 ? (
              bars[0]!.says
            ) : (
              <ul className={styles.list}>
                {bars.map(({ says }) => (
                  <li key={says}>{says}</li>
                ))}
              </ul>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
      {mayWrite && !never && (
        <>
          {bars.length > 0 && (
            <Field label={t`Go on all the same, because`} hint={t`Kept in the review, with the day`}>
              <Textarea value={reason} onChange={(_, { value }) => setReason(value)} resize="vertical" />
            </Field>
          )}
          <div className={styles.row}>
            {children}
            {dated && <DayField label={t`On`} value={on} latest={today} onValue={setOn} />}
            <Button
              appearance={second ? 'secondary' : 'primary'}
              disabled={busy || on === null || incomplete || (bars.length > 0 && reason.trim() === '')}
              onClick={() => void press()}
            >
              {busy ? t`Saving` : words}
            </Button>
          </div>
        </>
      )}
      {refused.length > 0 && <Text role="alert">{refused.join(' ')}</Text>}
      {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again.`}</Text>}
    </section>
  )
}
