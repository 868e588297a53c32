import { t } from '../../words/t.ts'
import type { StaffConcern } from '../../domain/records/staffConcern.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'

/** Of whom, by whom and when: the heading over what a member of staff said, for the SENCO. */
export const Raised = ({ said, name }: { said: StaffConcern; name: string }) => (
  <>
    <Personal>{name}</Personal>
    {t`, raised by ${said.by} on ${showDay(said.on)}`}
  </>
)
