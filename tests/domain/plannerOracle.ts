import type { Day } from '../../src/domain/rules/day.ts'

/** A place that a review could have, and the reviews that could have it, as somebody would write them on a wall. */
export type Slot = { readonly day: Day; readonly time: number }
export type Job = { readonly from: Day; readonly to: Day }

const monday = (day: Day): Day => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7))
  return at.toISOString().slice(0, 10)
}

/** The most jobs that can be placed: Ford and Fulkerson on a plain matrix, knowing nothing of the planner. */
export const mostPlaced = (
  jobs: readonly Job[],
  slots: readonly Slot[],
  capOf: (week: Day) => number,
): number => {
  const weeks = [...new Set(slots.map(({ day }) => monday(day)))]
  const size = 2 + jobs.length + slots.length + weeks.length
  const sink = size - 1
  const room = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  jobs.forEach(({ from, to }, job) => {
    room[0]![1 + job] = 1
    slots.forEach(({ day }, slot) => {
      if (day >= from && day <= to) room[1 + job]![1 + jobs.length + slot] = 1
    })
  })
  slots.forEach(({ day }, slot) => {
    room[1 + jobs.length + slot]![1 + jobs.length + slots.length + weeks.indexOf(monday(day))] = 1
  })
  weeks.forEach((week, at) => {
    room[1 + jobs.length + slots.length + at]![sink] = Math.max(0, capOf(week))
  })
  const push = (at: number, seen: Set<number>): boolean => {
    if (at === sink) return true
    seen.add(at)
    for (let to = 0; to < size; to += 1) {
      if (seen.has(to) || room[at]![to]! <= 0 || !push(to, seen)) continue
      room[at]![to]! -= 1
      room[to]![at]! += 1
      return true
    }
    return false
  }
  let placed = 0
  while (push(0, new Set())) placed += 1
  return placed
}
