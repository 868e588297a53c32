/** Midnight, in a time zone, of the day on which this moment falls there: in a British July 23:00 UTC the day before. */
export const midnightIn = (zone: string, at: Date): Date => {
  const hour = `${zone} ${Math.floor(at.getTime() / 3_600_000)}`
  const known = midnights.get(hour)
  if (known !== undefined) return new Date(known)
  const midnight = midnightOf(zone, at)
  if (midnights.size > 50_000) midnights.clear()
  midnights.set(hour, midnight)
  return new Date(midnight)
}

// Asking a time zone is slow, and a list of pupils holds the same days many times.
const midnights = new Map<string, number>()
const clocks = new Map<string, Intl.DateTimeFormat>()

const clockOf = (zone: string): Intl.DateTimeFormat => {
  const known = clocks.get(zone)
  if (known) return known
  const part = '2-digit'
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: part,
    day: part,
    hour: part,
    minute: part,
    second: part,
  })
  clocks.set(zone, made)
  return made
}

/** What a clock on the wall there shows, as if it were UTC. */
const wall = (zone: string, at: number): number => {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const midnightOf = (zone: string, at: Date): number => {
  const day = 86_400_000
  const wanted = Math.floor(wall(zone, at.getTime()) / day) * day
  // The clock may have been changed between the two, so the second look is at midnight itself.
  let midnight = wanted
  for (let looks = 0; looks < 2; looks += 1) midnight = wanted - (wall(zone, midnight) - midnight)
  return midnight
}
