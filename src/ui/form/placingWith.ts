import type { Placing } from '../../documents/form/pack.ts'
import type { Mapping } from '../../documents/form/propose.ts'
import { mappedOfKey } from './factOptions.ts'

export const without = <T>(all: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== id))

/** What one place takes, by its key among `optionsFor`; null for nothing. */
export const withField = ({ mapping, limits }: Placing, id: string, key: string | null): Placing => ({
  limits,
  mapping: {
    ...mapping,
    fields: key ? { ...mapping.fields, [id]: mappedOfKey(key) } : without(mapping.fields, id),
  },
})

/** What one table takes; null for nothing. */
export const withTable = (
  { mapping, limits }: Placing,
  id: string,
  table: Mapping['tables'][string] | null,
): Placing => ({
  limits,
  mapping: { ...mapping, tables: table ? { ...mapping.tables, [id]: table } : without(mapping.tables, id) },
})

/** The most characters that one place holds; null where nothing is known of it. */
export const withLimit = ({ mapping, limits }: Placing, id: string, most: number | null): Placing => ({
  mapping,
  limits: most ? { ...limits, [id]: most } : without(limits, id),
})
