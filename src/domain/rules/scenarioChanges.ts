import { changeGroup, mergeGroups, splitGroup } from './scenarioGroupChanges.ts'
import { changeLine, changeTime, endLine, movePupil } from './scenarioLineChanges.ts'
import type { Make } from './scenarioMake.ts'
import { changeHours, changeRate, loseStaff } from './scenarioStaffChanges.ts'
import type { ChangeKind } from './scenarioTypes.ts'

/** What each kind of change does to the records. */
export const makers: { readonly [K in ChangeKind]: Make<K> } = {
  loseStaff,
  mergeGroups,
  splitGroup,
  changeGroup,
  changeLine,
  movePupil,
  endLine,
  changeTime,
  changeHours,
  changeRate,
}
