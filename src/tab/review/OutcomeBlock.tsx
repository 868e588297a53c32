import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { reviewedOutcomes } from '../../documents/reviewPlaces.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Notice, TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useGo } from '../routes.ts'
import { useAddRow } from './useAddRow.ts'

const useStyles = makeStyles({
  one: {
    padding: '16px 0 28px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  text: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Progress to each outcome of the plan: evidence, rating, whether it stands. */
export const OutcomeBlock = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const { go } = useGo()
  const { review, progress, pupil } = file
  const { add, addAll, busy, mayWrite, trouble } = useAddRow(OutcomeProgress, review.key)
  const outcomes = reviewedOutcomes(file)
  if (outcomes.length === 0) {
    return (
      <Notice
        title={t`The plan has no outcomes on record`}
        todo={t`A review looks at each outcome of Section E. Record them with the pupil first.`}
        action={
          <Button
            onClick={() => go({ at: 'pupil', key: pupil.key, section: 'outcomes' })}
          >{t`Add the outcomes`}</Button>
        }
      />
    )
  }
  const waiting = outcomes
    .filter(({ key }) => !progress.some(({ outcome }) => outcome === key))
    .map(({ key }) => key)
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} />}
      {mayWrite && waiting.length > 1 && (
        <div>
          <Button
            appearance="primary"
            disabled={busy}
            onClick={() => void addAll('outcome', waiting)}
          >{t`Review all ${waiting.length} outcomes`}</Button>
        </div>
      )}
      {outcomes.map((outcome, i) => {
        const row = progress.find((one) => one.outcome === outcome.key)
        const facts = [
          outcome.by && t`by ${showDay(outcome.by)}`,
          outcome.baseline && t`started from ${outcome.baseline}`,
          outcome.measure && t`measured by ${outcome.measure}`,
        ]
        return (
          <article key={outcome.key} className={styles.one} aria-label={t`Outcome ${i + 1}`}>
            <Text className={styles.text} weight="semibold">
              {i + 1}. {outcome.text}
            </Text>
            <Text size={200} className={styles.quiet}>
              {facts.filter(Boolean).join(' · ')}
            </Text>
            {row ? (
              <RecordForm
                history
                type={OutcomeProgress}
                record={row}
                groups={[
                  { fields: ['evidence', 'rating', 'decision', 'targetsMet', 'delivered', 'proposed'] },
                ]}
              />
            ) : mayWrite ? (
              <div>
                <Button
                  onClick={() => void add(outcome.key, { outcome: outcome.key })}
                >{t`Review this outcome`}</Button>
              </div>
            ) : null}
          </article>
        )
      })}
    </>
  )
}
