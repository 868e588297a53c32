import { camel, type QueryInfo } from './wire.ts'

/** What a load asks of one object: its own values, and the same again for objects it holds. */
export type Wanted = {
  all: boolean
  names: Set<string>
  held: Map<string, Wanted>
  top?: number | undefined
  skip?: number | undefined
}

export const everything = (): Wanted => ({ all: true, names: new Set(), held: new Map() })
const nothing = (): Wanted => ({ all: false, names: new Set(), held: new Map() })

const add = (wanted: Wanted, path: readonly string[]): void => {
  const [head = '', ...rest] = path
  if (head === 'items' && rest.length > 0) return add(wanted, rest)
  if (head === '*' || head === 'items' || head === '$all') wanted.all = true
  else if (rest.length === 0) wanted.names.add(head)
  else {
    const below = wanted.held.get(head) ?? nothing()
    wanted.held.set(head, below)
    add(below, rest)
  }
}

const steps = (path: string): string[] =>
  path.split(/[/.]/).map((step) => (step === '*' ? step : camel(step)))

/** Reads the Select, Expand, Top and Skip of a load. No Select means every value. */
export const wantedOf = (query: QueryInfo): Wanted => {
  const wanted = { ...nothing(), top: query.Top, skip: query.Skip }
  const select = query.Select ?? []
  if (select.length === 0) wanted.all = true
  for (const path of select) add(wanted, steps(path))
  for (const path of query.Expand ?? []) add(wanted, [...steps(path), '*'])
  return wanted
}
