/**
 * Jobs of one place each, on days that hold a few, in weeks that hold a few: which day for which job, at the least
 * cost. A minimum-cost flow by shortest augmenting paths, job → day → week: each path changes days of jobs placed
 * before, never whether they are placed, so a job that fits nowhere when its turn comes fits in no plan that keeps
 * the jobs before it. Days and weeks are indexes; costs are whole numbers from 0.
 */
export type FlowJob = {
  /** Days on which it may lie: from `first`, before `end`. */
  readonly first: number
  readonly end: number
  /** What each day would cost it. */
  readonly cost: readonly number[]
}
export type FlowDays = {
  /** Free places of each day. */
  readonly places: readonly number[]
  /** The week of each day. */
  readonly week: readonly number[]
  /** Places of each week that are still free under its cap. */
  readonly room: readonly number[]
  /** Places of each week that were taken before. */
  readonly taken: readonly number[]
}
export type Blocked = { readonly jobs: number[]; readonly days: number[]; readonly weeks: number[] }
export type FlowResult = {
  /** The day of each job, or null where no day can be had for it. */
  readonly day: readonly (number | null)[]
  /** What a job without a day runs up against: all of these days or their weeks are full. */
  blockedBy(job: number): Blocked
}
export type CheapestResult = FlowResult & {
  /**
   * Places more jobs after all the others, which may move for them but keep a place. From then on `day` and
   * `blockedBy` are another's: read them before. Resolves with the days of all, those of the new ones last.
   */
  alsoPlace(more: readonly FlowJob[]): Generator<undefined, readonly (number | null)[]>
}

/** What the n-th meeting of a week costs: the more there are, the dearer one more. */
const weekPrice = (before: number) => 200 * before
/** The same of a day, less: two on one day are better than one in a week that is full already. */
const dayPrice = (before: number) => 80 * before

/** Who lies where. Nodes of a way are days, then weeks. */
const seating = (jobs: readonly FlowJob[], { places, week, room }: FlowDays) => {
  const count = places.length
  const day: (number | null)[] = jobs.map(() => null)
  const onDay: number[][] = places.map(() => [])
  const load: number[] = places.map(() => 0)
  const weekLoad: number[] = room.map(() => 0)
  const daysOf: number[][] = room.map(() => [])
  week.forEach((at, index) => daysOf[at]!.push(index))
  return {
    count,
    day,
    onDay,
    load,
    weekLoad,
    daysOf,
    hasPlace: (at: number) => load[at]! < places[at]!,
    hasRoom: (at: number) => weekLoad[at]! < room[at]!,
    /** Takes a way that ends in a week with room: `from` is the node before, -1 the job itself; `by` the job moved. */
    take: (end: number, from: Int32Array, by: Int32Array) => {
      weekLoad[end - count]! += 1
      const moves: [job: number, to: number][] = []
      for (let node = end; node !== -1; node = from[node]!) {
        const before = from[node]!
        if (node >= count) load[before]! += 1
        else if (before >= count) load[node]! -= 1
        else moves.push([by[node]!, node])
      }
      for (const [job] of moves) {
        const before = day[job] ?? null
        if (before !== null) onDay[before]!.splice(onDay[before]!.indexOf(job), 1)
      }
      for (const [job, to] of moves) {
        day[job] = to
        onDay[to]!.push(job)
      }
    },
  }
}
type Seating = ReturnType<typeof seating>

/** Every node that a change could reach from a job, in the order of finding, each with the way to it. */
const spread = (jobs: readonly FlowJob[], { week }: FlowDays, seats: Seating, start: number) => {
  const { count, onDay, load, daysOf, hasPlace } = seats
  const nodes = count + daysOf.length
  const from = new Int32Array(nodes).fill(-2)
  const by = new Int32Array(nodes).fill(-1)
  const found: number[] = []
  const reach = (node: number, before: number, job: number) => {
    if (from[node] !== -2) return
    from[node] = before
    by[node] = job
    found.push(node)
  }
  const lookFrom = (job: number, before: number) => {
    for (let at = jobs[job]!.first; at < jobs[job]!.end; at += 1) reach(at, before, job)
  }
  lookFrom(start, -1)
  for (let head = 0; head < found.length; head += 1) {
    const node = found[head]!
    if (node >= count) {
      for (const other of daysOf[node - count]!) if (load[other]! > 0) reach(other, node, -1)
      continue
    }
    if (hasPlace(node)) {
      reach(count + week[node]!, node, -1)
      if (seats.hasRoom(week[node]!)) return { found, from, by, end: count + week[node]! }
    }
    for (const job of onDay[node]!) lookFrom(job, node)
  }
  return { found, from, by, end: null }
}

/** How many of the jobs can be placed at all; fewer than `wanted` is told as soon as it is certain, as some number below. */
export const howManyFit = (jobs: readonly FlowJob[], days: FlowDays, wanted = 0): number => {
  const seats = seating(jobs, days)
  let placed = 0
  for (const [job] of jobs.entries()) {
    if (placed + jobs.length - job < wanted) break
    const { end, from, by } = spread(jobs, days, seats, job)
    if (end === null) continue
    seats.take(end, from, by)
    placed += 1
  }
  return placed
}

/** Some way to place as many as can be placed, whatever it costs. */
export const placesFor = (jobs: readonly FlowJob[], days: FlowDays): FlowResult => {
  const seats = seating(jobs, days)
  for (const [job] of jobs.entries()) {
    const { end, from, by } = spread(jobs, days, seats, job)
    if (end !== null) seats.take(end, from, by)
  }
  return resultOf(jobs, days, seats)
}

const resultOf = (jobs: readonly FlowJob[], days: FlowDays, seats: Seating): FlowResult => ({
  day: seats.day,
  blockedBy: (job) => {
    const { found } = spread(jobs, days, seats, job)
    const blocked = found.filter((node) => node < seats.count).toSorted((a, b) => a - b)
    return {
      jobs: [job, ...blocked.flatMap((at) => seats.onDay[at]!)],
      days: blocked,
      weeks: found.filter((node) => node >= seats.count).map((node) => node - seats.count),
    }
  },
})

/** The same, at the least cost. */
export const cheapestDays = (jobs: readonly FlowJob[], days: FlowDays): FlowResult => {
  const steps = cheapestSteps(jobs, days)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same, resting after each job: for a page that must not stand still meanwhile. */
export function* cheapestSteps(
  given: readonly FlowJob[],
  days: FlowDays,
): Generator<undefined, CheapestResult> {
  const jobs = [...given]
  const seats = seating(jobs, days)
  const { count, onDay, load, weekLoad, daysOf, hasPlace, hasRoom } = seats
  const nodes = count + daysOf.length
  // Prices of nodes that make every possible change cost 0 or more, so that Dijkstra's way of searching holds.
  const potential = new Float64Array(nodes)
  let atEnd = 0

  const place = (start: number) => {
    const far = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY)
    const settled = new Uint8Array(nodes)
    const from = new Int32Array(nodes).fill(-2)
    const by = new Int32Array(nodes).fill(-1)
    const reach = (node: number, cost: number, before: number, job: number) => {
      const reduced = cost - potential[node]!
      if (settled[node] || reduced >= far[node]!) return
      far[node] = reduced
      from[node] = before
      by[node] = job
    }
    const { first, end, cost: own } = jobs[start]!
    // The job's own price, by which none of its days costs less than 0.
    let price = Number.NEGATIVE_INFINITY
    for (let at = first; at < end; at += 1) price = Math.max(price, potential[at]! - own[at]!)
    for (let at = first; at < end; at += 1) reach(at, price + own[at]!, -1, start)
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (;;) {
      let node = -1
      for (let each = 0; each < nodes; each += 1)
        if (!settled[each] && far[each]! < (node === -1 ? least : far[node]!)) node = each
      if (node === -1) break
      settled[node] = 1
      const sofar = far[node]! + potential[node]!
      if (node >= count) {
        const week = node - count
        const total = sofar + weekPrice(days.taken[week]! + weekLoad[week]!) - atEnd
        if (hasRoom(week) && total < least) [best, least] = [node, total]
        // One of the week's other days gives a place back: its meeting goes elsewhere.
        for (const other of daysOf[week]!)
          if (load[other]! > 0) reach(other, sofar - dayPrice(load[other]! - 1), node, -1)
        continue
      }
      if (hasPlace(node)) reach(count + days.week[node]!, sofar + dayPrice(load[node]!), node, -1)
      for (const job of onDay[node]!) {
        const { first: begin, end: stop, cost } = jobs[job]!
        const without = sofar - cost[node]!
        for (let at = begin; at < stop; at += 1) if (!settled[at]) reach(at, without + cost[at]!, node, job)
      }
    }
    if (best === -1) return
    for (let node = 0; node < nodes; node += 1) potential[node]! += Math.min(far[node]!, least)
    atEnd += least
    seats.take(best, from, by)
  }
  for (const [job] of given.entries()) {
    place(job)
    yield
  }
  return {
    ...resultOf(jobs, days, seats),
    alsoPlace: function* (more) {
      for (const each of more) {
        seats.day.push(null)
        place(jobs.push(each) - 1)
        yield
      }
      return seats.day
    },
  }
}
