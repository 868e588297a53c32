import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListName } from '../../domain/rules/reconcileTypes.ts'
import type { ImportTable } from '../../importing/index.ts'
import type { ListTarget } from '../../importing/lists/listHeadings.ts'
import { useServices } from '../../ui/services.tsx'
import type { Choice } from './DifferenceRow.tsx'

/** A list that was chosen. `bytes`: of a workbook, so that another of its sheets can be read. */
export type Held = {
  readonly name: string
  readonly table: ImportTable
  readonly mapping: readonly (ListTarget | null)[]
  readonly bytes: Uint8Array | null
}
export type Part = 'write' | 'ask' | 'doubt' | 'settled' | 'passed'
/** What a comparison that is not settled yet is made of. */
export type Kept = {
  readonly lists: Readonly<Record<Exclude<ListName, 'ours'>, Held | null>>
  /** Whose list of plans it is; undefined while nobody chose. */
  readonly authority: string | null | undefined
  readonly part: Part
  /** By the difference's id. */
  readonly choices: ReadonlyMap<string, Choice>
}
const nothing: Kept = {
  lists: { mis: null, authority: null },
  authority: undefined,
  part: 'write',
  choices: new Map(),
}

/** The lists of this school and what was ticked and typed about them: in memory while the tab is open, and nowhere else. */
export const useKept = (): readonly [Kept, (change: (was: Kept) => Kept) => void] => {
  const { school } = useServices()
  const client = useQueryClient()
  const queryKey = ['reconcileKept', school.id]
  const { data } = useQuery<Kept>({
    queryKey,
    queryFn: () => nothing,
    enabled: false,
    initialData: nothing,
    staleTime: Infinity,
    gcTime: Infinity,
    // A list of thousands of rows is not compared cell by cell with the one before.
    structuralSharing: false,
  })
  return [data, (change) => client.setQueryData<Kept>(queryKey, (was) => change(was ?? nothing))]
}
