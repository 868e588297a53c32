import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { StatusPeriod } from '../../../domain/records/statusPeriod.ts'
import { useAbout } from '../../../ui/records.ts'
import { ChangeStatusDialog } from '../../status/ChangeStatusDialog.tsx'

/** Changes the status of the one pupil who is ticked, as on the pupil's own page. */
export const OneStatus = ({ pupil, onClose }: { pupil: Stored<Pupil>; onClose: () => void }) => {
  const periods = useAbout(StatusPeriod, 'pupil', pupil.key)
  return periods.data ? (
    <ChangeStatusDialog pupil={pupil} periods={periods.data.records} onClose={onClose} />
  ) : null
}
