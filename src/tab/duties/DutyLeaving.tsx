import type { AnyDuty } from '../../domain/duties/duty.ts'
import { ListLeaving, type Way } from './ListLeaving.tsx'
import { linesOf, type Shown } from './rows.ts'

/** The list of a duty as it is shown, on its way to paper or into a file. */
export const DutyLeaving = ({
  duty,
  way,
  rows,
  onDone,
}: {
  duty: AnyDuty
  way: Way
  rows: readonly Shown[]
  onDone: () => void
}) => (
  <ListLeaving
    words={duty.words}
    {...linesOf(duty, rows)}
    pupils={[...new Map(rows.flatMap(({ pupil }) => (pupil ? [[pupil.key, pupil]] : []))).values()]}
    way={way}
    onDone={onDone}
  />
)
