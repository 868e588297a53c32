const inLondon = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
})

const partsOf = (at: Date) => {
  const parts = Object.fromEntries(inLondon.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, hour: parts['hour'] }
}

/** Midnight in the United Kingdom of the day on which this moment falls there: in July that is 23:00 UTC the day before. */
export const ukMidnight = (at: Date): Date => {
  const hour = Math.floor(at.getTime() / 3_600_000)
  const known = midnights.get(hour)
  if (known !== undefined) return new Date(known)
  const midnight = midnightOf(at)
  if (midnights.size > 50_000) midnights.clear()
  midnights.set(hour, midnight.getTime())
  return midnight
}

// Asking the clock of London is slow, and a list of pupils holds the same few days many times.
const midnights = new Map<number, number>()

const midnightOf = (at: Date): Date => {
  const { day } = partsOf(at)
  const utcMidnight = new Date(`${day}T00:00:00Z`)
  const summer = new Date(utcMidnight.getTime() - 3_600_000)
  return partsOf(summer).day === day && partsOf(summer).hour === '00' ? summer : utcMidnight
}
