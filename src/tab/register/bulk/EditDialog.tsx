import { t } from '../../../words/t.ts'
import { Spinner } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { editPlan, editRows, isChanged } from '../../../jobs/editPupils.ts'
import { useServices } from '../../../ui/services.tsx'
import { emptyStatus, saidChange, StatusFields } from '../../status/StatusFields.tsx'
import { BulkDialog } from './BulkDialog.tsx'
import { type Chosen, EditFields, valuesOf } from './EditFields.tsx'
import { EditPreview } from './EditPreview.tsx'
import { usePeriods } from './usePeriods.ts'

/** Says the same of many pupils at once: what is chosen, then each pupil before and after, then a job that can be undone. */
export const EditDialog = ({
  pupils,
  withStatus,
  onClose,
}: {
  pupils: readonly Stored<Pupil>[]
  /** Begins with the SEN status; else with a field. */
  withStatus: boolean
  onClose: () => void
}) => {
  const today = useServices().today()
  const periods = usePeriods()
  const [fields, setFields] = useState<readonly Chosen[]>([])
  const [status, setStatus] = useState(emptyStatus)
  const said = withStatus ? saidChange(status) : null
  const change = said && !('says' in said) ? said : null
  const rows = useMemo(
    () =>
      periods.data && (change || fields.length > 0)
        ? editRows(pupils, periods.data, { fields: valuesOf(fields), status: change }, today)
        : [],
    // A change of status is a new object at each look; what it says is in `status`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [pupils, periods.data, fields, status, today],
  )
  const changed = rows.filter(isChanged).length
  const title = withStatus ? t`Change status` : t`Change fields`
  const words = t`Change ${counted(changed, 'pupil')}`
  return (
    <BulkDialog
      title={t`${title} of ${counted(pupils.length, 'pupil')}`}
      words={changed > 0 ? words : t`Nothing to change`}
      plan={
        periods.data && changed > 0
          ? editPlan(rows, periods.data, planTitle(withStatus, fields, changed))
          : null
      }
      trouble={periods.isError ? troubleOf(periods.error) : null}
      wide
      onClose={onClose}
    >
      {withStatus ? (
        <StatusFields draft={status} now={null} refused={null} onDraft={setStatus} />
      ) : (
        <EditFields pupils={pupils} chosen={fields} onChosen={setFields} />
      )}
      {periods.isPending && <Spinner size="tiny" label={t`Reading earlier statuses`} />}
      {rows.length > 0 && <EditPreview rows={rows} />}
    </BulkDialog>
  )
}

/** Names fields, never what they are to be: a job's title may be read over a shoulder. */
const planTitle = (withStatus: boolean, fields: readonly Chosen[], count: number): string =>
  `${withStatus ? t`SEN status` : fields.map(({ label }) => label).join(', ')}: ${counted(count, 'pupil')}`.slice(
    0,
    160,
  )
