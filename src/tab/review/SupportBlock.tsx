import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { dayOfReview, reviewedSupport } from '../../documents/reviewPlaces.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { amountOf } from '../../domain/rules/goldenThread.ts'
import { Notice, TroubleNotice } from '../../ui/Loaded.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useServices } from '../../ui/services.tsx'
import { useGo } from '../routes.ts'
import { FromLog, LogUnread } from './FromLog.tsx'
import { useAddRow } from './useAddRow.ts'

const useStyles = makeStyles({
  one: {
    padding: '16px 0 28px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
  quiet: { color: tokens.colorNeutralForeground2, whiteSpace: 'pre-wrap' },
})

/** Each line of Section F: what the plan specifies, what was delivered, whether it works. */
export const SupportBlock = ({ file }: { file: ReviewFile }) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const { review, provisionReviews, provisions, pupil } = file
  const { add, addAll, busy, mayWrite, trouble } = useAddRow(ProvisionReview, review.key)
  const lines = reviewedSupport(file, dayOfReview(file, today))
  if (lines.length === 0) {
    return (
      <Notice
        title={t`No support is marked as Section F`}
        todo={t`Mark the pupil’s support that the plan names, under Provision; it then appears here.`}
        action={
          <Button
            onClick={() => go({ at: 'pupil', key: pupil.key, section: 'provision' })}
          >{t`Open the pupil’s provision`}</Button>
        }
      />
    )
  }
  const waiting = lines
    .filter(({ key }) => !provisionReviews.some(({ allocation }) => allocation === key))
    .map(({ key }) => key)
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} />}
      <LogUnread file={file} />
      {mayWrite && waiting.length > 1 && (
        <div>
          <Button
            appearance="primary"
            disabled={busy}
            onClick={() => void addAll('allocation', waiting)}
          >{t`Review all ${waiting.length} lines`}</Button>
        </div>
      )}
      {lines.map((line) => {
        const row = provisionReviews.find(({ allocation }) => allocation === line.key)
        const name = provisions.find(({ key }) => key === line.provision)?.name ?? t`Support`
        return (
          <article key={line.key} className={styles.one} aria-label={name}>
            <Text weight="semibold" size={400}>
              {name}
            </Text>
            <Text size={200} className={styles.quiet}>
              {line.specified ?? amountOf(line)}
            </Text>
            <FromLog file={file} line={line.key} row={row ?? null} />
            {row ? (
              <RecordForm
                history
                type={ProvisionReview}
                record={row}
                groups={[{ fields: ['delivered', 'effective', 'change'] }]}
              />
            ) : mayWrite ? (
              <div>
                <Button
                  onClick={() => void add(line.key, { allocation: line.key })}
                >{t`Review this line`}</Button>
              </div>
            ) : null}
          </article>
        )
      })}
    </>
  )
}
