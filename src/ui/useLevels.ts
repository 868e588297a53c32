import { LevelSetting } from '../domain/records/levelSetting.ts'
import { useAll } from './records.ts'
import { useServices } from './services.tsx'
import { allLevelsOn, type Level, type ProvisionLevel } from '../domain/rules/levels.ts'

/** The school's levels of provision today, all four; as is usual until its settings have come. */
export const useLevels = (): {
  readonly levels: readonly Level[]
  readonly nameOf: (level: ProvisionLevel) => string
} => {
  const today = useServices().today()
  const rows = useAll(LevelSetting).data?.records ?? []
  const levels = allLevelsOn(rows, today)
  return { levels, nameOf: (level) => levels.find((one) => one.level === level)!.name }
}
