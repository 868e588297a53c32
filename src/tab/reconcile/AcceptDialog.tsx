import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { counted, showCount } from '../../domain/counted.ts'
import { troubleOf } from '../../domain/problem.ts'
import { reconcilePlan } from '../../jobs/reconcilePlan.ts'
import type { Accepted } from '../../jobs/reconcileSettling.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { useServices } from '../../ui/services.tsx'
import { BulkDialog } from '../register/bulk/BulkDialog.tsx'
import { useStaffRows } from '../register/bulk/staffRows.ts'
import type { Compared } from './useComparison.ts'
import type { Ours } from './useOurs.ts'
import { fixWords, nameOfRow, rowOfChild } from './words.ts'

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', maxHeight: '50vh', overflowY: 'auto' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
})

/** What accepting would do, child by child, and what can't be done as it is; then a job that can be undone. */
export const AcceptDialog = ({
  accepted,
  compared,
  ours,
  onClose,
}: {
  accepted: readonly Accepted[]
  compared: Compared
  ours: Ours
  onClose: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const staff = useStaffRows()
  const { children } = compared
  const made = useMemo(
    () =>
      staff.data === undefined
        ? null
        : reconcilePlan(accepted, {
            children,
            existing: ours.existing,
            periods: ours.periods,
            decisions: ours.decisions,
            staff: staff.data,
            today,
            title: t`Lists compared: ${counted(accepted.length, 'difference')} settled`,
          }),
    [accepted, children, ours, staff.data, today],
  )
  const refused = new Map(made?.refused.map(({ difference, says }) => [difference.id, says]))
  const going = accepted.length - refused.size
  return (
    <BulkDialog
      title={t`Settle ${counted(accepted.length, 'difference')}`}
      words={t`Settle ${showCount(going)}`}
      plan={made?.plan ?? null}
      trouble={staff.isError ? troubleOf(staff.error) : null}
      wide
      onClose={onClose}
    >
      <Text
        className={styles.quiet}
      >{t`It runs as a job: you see what became of each row, and can undo it as a whole. A row that somebody changed in the meantime is left as it is and told.`}</Text>
      {/* A list that scrolls is reached by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.list} tabIndex={0} aria-label={t`What would be done`}>
        {accepted.map(({ difference, fix, reason, left }) => (
          <li key={difference.id}>
            <Personal>{nameOfRow(rowOfChild(children[difference.child]!))}</Personal>: {difference.label}.{' '}
            <Personal>
              {fixWords(fix.is === 'leaver' ? { is: 'leaver', left: fix.left ?? left ?? null } : fix)}
            </Personal>
            {fix.is === 'keep' && reason ? `: ${reason}` : ''}
            {refused.has(difference.id) && (
              <Text weight="semibold" block>
                {t`Not done:`} {refused.get(difference.id)}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </BulkDialog>
  )
}
