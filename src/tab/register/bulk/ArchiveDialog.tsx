import { inWords, t } from '../../../words/t.ts'
import { Field, Input, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { troubleOf } from '../../../domain/problem.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { yearGroupOrder, yearGroups } from '../../../domain/rules/codes.ts'
import { archivePlan } from '../../../jobs/archivePupils.ts'
import { useServices } from '../../../ui/services.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { useStaffRows } from './staffRows.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** `12 in Year 6, 1 without a year group`. */
export const yearsWords = (pupils: readonly Pupil[]): string => {
  const counts = new Map<Pupil['yearGroup'], number>()
  for (const { yearGroup } of pupils) counts.set(yearGroup, (counts.get(yearGroup) ?? 0) + 1)
  return [...yearGroupOrder, null]
    .flatMap((year) => {
      const count = counts.get(year)
      return count
        ? [`${count} ${year === null ? t`without a year group` : t`in ${inWords(yearGroups[year])}`}`]
        : []
    })
    .join(', ')
}

/** Takes pupils out of sight, with a reason that stays with them. */
export const ArchiveDialog = ({
  pupils,
  onClose,
}: {
  pupils: readonly Stored<Pupil>[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const [reason, setReason] = useState(t`Left the school`)
  const staff = useStaffRows()
  const plans = pupils.filter(({ status }) => status === 'E').length
  const title = t`Archive ${counted(pupils.length, 'pupil')}`
  const plan =
    staff.data === undefined || reason.trim() === ''
      ? null
      : archivePlan(pupils, reason.trim(), title, staff.data && { ...staff.data, today })
  const withdrawn = new Set(
    plan?.steps.flatMap(({ type, pupil }) => (type === 'StaffProfile' ? [pupil] : [])),
  ).size
  return (
    <BulkDialog
      title={title}
      words={title}
      plan={plan}
      trouble={staff.isError ? troubleOf(staff.error) : null}
      onClose={onClose}
    >
      <div className={styles.part}>
        <Text>
          {yearsWords(pupils)}
          {plans > 0 && t`; ${counted(plans, 'pupil')} with an EHC plan`}.
        </Text>
        <Field label={t`Reason`} required>
          <Input value={reason} maxLength={120} onChange={(_, { value }) => setReason(value)} />
        </Field>
        {staff.isPending && <Spinner size="tiny" label={t`Looking at what staff see`} />}
        {withdrawn > 0 && (
          <Text>{t`What staff see of ${counted(withdrawn, 'pupil')} is withdrawn first.`}</Text>
        )}
        <Text
          className={styles.quiet}
        >{t`They leave the register; needs, reviews and everything else stay with them. Nothing is deleted, and the job can be undone.`}</Text>
      </div>
    </BulkDialog>
  )
}
