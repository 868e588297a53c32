import type { Allocation } from '../records/allocation.ts'
import type { Span } from './annualise.ts'

type Keyed<T> = T & { readonly key: string }

/** Two lines of one pupil in one provision that share days. */
export type Overlap = {
  /** The later of the two. */
  readonly line: Keyed<Allocation>
  readonly with: Keyed<Allocation>
  readonly span: Span
  /** They are the same support entered twice: the days that they share are counted once, in the earlier line. */
  readonly same: boolean
}

const told = ['sessionsPerWeek', 'minutes', 'role', 'staff'] as const
/** In the same group, or as often, as long and by the same person: then it is one support, not two. */
const isSame = (a: Allocation, b: Allocation) =>
  a.group !== null || b.group !== null ? a.group === b.group : told.every((field) => a[field] === b[field])

/**
 * Lines of the same pupil in the same provision whose days overlap, each with the earliest that it overlaps. What
 * differs in how often, how long or by whom is two supports, and both count; the same support counts once.
 */
export const doublesIn = (lines: readonly Keyed<Allocation>[]): Overlap[] => {
  const together = new Map<string, Keyed<Allocation>[]>()
  for (const line of lines) {
    if (line.until !== null && line.until < line.from) continue
    const name = `${line.pupil}/${line.provision}`
    const others = together.get(name)
    if (others) others.push(line)
    else together.set(name, [line])
  }
  return [...together.values()].flatMap((own) => {
    if (own.length < 2) return []
    const inOrder = own.toSorted((a, b) => (`${a.from}${a.key}` < `${b.from}${b.key}` ? -1 : 1))
    return inOrder.flatMap((line, i): Overlap[] => {
      const earlier = inOrder.slice(0, i).filter(({ until }) => until === null || until >= line.from)
      const other = earlier.find((one) => isSame(one, line)) ?? earlier[0]
      if (!other) return []
      const ends = [line.until ?? '9999-12-31', other.until ?? '9999-12-31'].toSorted()[0]!
      return [{ line, with: other, span: { from: line.from, until: ends }, same: isSame(other, line) }]
    })
  })
}
