import { School } from '../../domain/records/school.ts'
import type { Day } from '../../domain/rules/day.ts'
import { settingsOn } from '../../domain/rules/settings.ts'
import { useAll } from '../records.ts'
import { useServices } from '../services.tsx'

/** Who confirmed, and when, that IT's script gave the log its own permissions: Graph tells nobody of those. */
export type LogGuard = { readonly on: Day; readonly by: string | null }

/** Null where nobody confirmed it, undefined while that isn't known. */
export const useLogGuard = (): LogGuard | null | undefined => {
  const today = useServices().today()
  const { data } = useAll(School)
  if (!data) return undefined
  const settings = settingsOn(data.records, today)
  return settings?.logGuardedOn ? { on: settings.logGuardedOn, by: settings.logGuardedBy } : null
}
