import { t } from '../../words/t.ts'
import { clockTime } from '../words.ts'
import type { Checked } from './gather.ts'
import { type Line, median } from './line.ts'

const slow = 1_000
/** Tokens are refused from five minutes on; dates and “saved at” mislead before. */
const askew = 60_000
const tooFar = 300_000

const tripLine = ({ roundTrips }: Checked): Line => {
  const line = { id: 'roundTrip', what: t`A question and its answer` }
  const middle = median(roundTrips)
  if (middle === null) return { ...line, result: t`Not measured`, mark: 'open' }
  const all = t`${Math.min(...roundTrips)} to ${Math.max(...roundTrips)} ms`
  const result = t`${middle} ms in the middle of ${roundTrips.length} (${all})`
  if (middle < slow) return { ...line, result, mark: 'good' }
  const todo = t`Slow for every screen. Look for a proxy or filter that inspects graph.microsoft.com: Microsoft asks to leave it out of inspection.`
  return { ...line, result, mark: 'look', todo }
}

const slowedLine = ({ seen }: Checked): Line => {
  const { slowed, waits, answers, lost, held, since } = seen
  const times = Object.entries(slowed).map(([status, count]) => `${count} × ${status}`)
  const waited = Math.round((waits.milliseconds + held) / 1000)
  const result = [
    t`Since ${clockTime(since)}: ${answers} answers`,
    times.length > 0 ? t`asked to slow down ${times.join(', ')}` : t`never asked to slow down`,
    ...(waited > 0 ? [t`waited ${waited} s in all, ${Math.round(held / 1000)} s of it by our own pace`] : []),
    ...(lost > 0 ? [t`${lost} without an answer`] : []),
  ].join('; ')
  const line = { id: 'slowed', what: t`Throttling`, result }
  if (times.length === 0 && lost === 0) return { ...line, mark: 'good' }
  return {
    ...line,
    mark: 'look',
    todo: t`Some is usual while many records are imported. If it goes on, look in the SharePoint admin centre for another app that asks a great deal.`,
  }
}

const saysLine = ({ seen }: Checked): Line => {
  const all = Object.values(seen.slowed).reduce((sum, count) => sum + count, 0)
  const line = { id: 'waitHeaders', what: t`How long to wait, as Microsoft says it` }
  const left = seen.saidWhatIsLeft
    ? t`What is left of the minute (RateLimit) can be read`
    : t`What is left of the minute (RateLimit) was never read`
  if (all === 0)
    return {
      ...line,
      result: t`${left}. Retry-After: not seen, as nobody asked this page to slow down`,
      mark: 'open',
      todo: t`Open this page again after a large import, without loading it anew: it tells then.`,
    }
  return {
    ...line,
    result: t`${left}. Retry-After could be read in ${seen.saidHowLong} of ${all}`,
    mark: 'told',
  }
}

const clockLine = ({ clock }: Checked): Line => {
  const line = { id: 'clock', what: t`This computer’s clock` }
  if (clock === null)
    return { ...line, result: t`Could not be compared: no server told its time`, mark: 'open' }
  const off = Math.round(Math.abs(clock.ahead) / 1000)
  const whose = clock.whose === 'microsoft' ? 'Microsoft’s' : t`that of the server of these pages`
  const result =
    off < 2 ? t`Right, beside ${whose}` : `${off} s ${clock.ahead > 0 ? t`ahead of` : 'behind'} ${whose}`
  if (Math.abs(clock.ahead) < askew) return { ...line, result, mark: 'good' }
  const todo = t`Set this computer to take its time from the network: from five minutes on sign-in is refused.`
  return { ...line, result, mark: Math.abs(clock.ahead) < tooFar ? 'look' : 'wrong', todo }
}

/** The way to Microsoft 365: times, throttling, what its answers say of waiting, and the clocks. */
export const networkLines = (checked: Checked): Line[] => [
  tripLine(checked),
  slowedLine(checked),
  saysLine(checked),
  clockLine(checked),
]
