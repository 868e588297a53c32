import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { deadlinesFor } from '../../../domain/duties/examDates.ts'
import type { Stored } from '../../../domain/record.ts'
import { ExamArrangement } from '../../../domain/records/examArrangement.ts'
import { ExamDate } from '../../../domain/records/examDate.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useServices } from '../../../ui/services.tsx'
import { allOrNone } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { whyNotSaved } from '../../../ui/words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Deadlines of the same season that this arrangement may have to keep, each taken over with one click. */
export const DeadlineOffer = ({ arrangement }: { arrangement: Stored<ExamArrangement> }) => {
  const styles = useStyles()
  const dates = useQuery(allOrNone(useServices(), ExamDate))
  const mayWrite = useMayWrite(ExamArrangement)
  const { doIt, busy, trouble } = useRecordAct(ExamArrangement, arrangement)
  if (!mayWrite || arrangement.applyBy !== null || arrangement.appliedOn !== null) return null
  return (
    <Loaded queries={[dates]} shape={null}>
      {({ records }) => (
        <>
          {deadlinesFor(arrangement, records).map((one) => (
            <div key={one.key} className={styles.row}>
              <Text className={styles.quiet}>
                <Personal>{one.what}</Personal>
              </Text>
              <Button
                size="small"
                disabled={busy}
                onClick={() =>
                  void doIt({
                    words: t`Apply by then`,
                    said: t`Written down by when to apply`,
                    changes: () => ({ applyBy: one.day }),
                  })
                }
              >{t`Apply by ${showDay(one.day)}`}</Button>
            </div>
          ))}
          {trouble && <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}.`}</Text>}
        </>
      )}
    </Loaded>
  )
}
