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
  const { day } = partsOf(at)
  const utcMidnight = new Date(`${day}T00:00:00Z`)
  const summer = new Date(utcMidnight.getTime() - 3_600_000)
  return partsOf(summer).day === day && partsOf(summer).hour === '00' ? summer : utcMidnight
}
