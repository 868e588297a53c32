import { StaffCopiesHere } from './StaffCopiesHere.tsx'
import { StaffDays } from './StaffDays.tsx'

/** Wherever groups, times, lines or school days are changed: says that staff see older ones, where they do, with one press to mend it. */
export const StaffSees = () => (
  <>
    <StaffCopiesHere />
    <StaffDays />
  </>
)
