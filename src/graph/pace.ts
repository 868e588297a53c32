import { Problem } from '../domain/problem.ts'
import { type Asking, middleware, optionsOf } from './asking.ts'
import type { Middleware } from '@microsoft/microsoft-graph-client'
import { aborted, usualPatience } from './patience.ts'
import { unitsOf } from './units.ts'

/**
 * Resource units that one page spends in any 60 seconds. SharePoint gives an app 1,250 a minute in a tenant of up to
 * 1,000 licences and more in larger ones (Microsoft's page on avoiding throttling, 2 Oct 2025), for all its users
 * together. What is left is for colleagues; where they need more in a minute of somebody's bulk work, SharePoint says
 * so to both, and both wait as long as it says.
 */
const perMinute = 1_200
/** What bulk work leaves for the clicks of the person at the screen: the lists of some forty screens' parts. */
const reserve = 80
/** What bulk work spends in any 60 seconds, at most. */
export const bulkUnits = perMinute - reserve
const window = 60_000

/** Whole minutes that so many records take at least to be written: what is above the budget of a minute waits. */
export const bulkMinutes = (records: number): number =>
  Math.floor((Math.max(0, records - 1) * unitsOf({ method: 'POST', path: '/' })) / bulkUnits)

type Clock = { now(): Date; sleep(milliseconds: number): Promise<void> }

/** A budget of resource units, shared by all that asks for them. */
export type Pace = {
  /**
   * Spends what a request costs, waiting while there is too little: bulk work as long as it has patience, a person's
   * click no longer than theirs. Longer is Problem `busy` with `until`, at once.
   */
  take(asking: Asking): Promise<void>
  /** Minds what SharePoint says is left of the app's minute, where a browser may read it. */
  heed(headers: Headers): void
  /** How long it has held requests back in all: milliseconds. */
  held(): number
}

export const newPace = ({ now, sleep }: Clock = clock): Pace => {
  let spent: { at: number; units: number }[] = []
  let told: { left: number; until: number } | null = null
  let held = 0

  /** Milliseconds until so many units are free. */
  const waitFor = (wanted: number): number => {
    const at = now().getTime()
    // A clock that was set back must not hold anybody up.
    spent = spent.filter((each) => each.at <= at && each.at > at - window)
    if (told && (told.until <= at || told.until > at + 2 * window)) told = null
    let left = perMinute - spent.reduce((sum, { units }) => sum + units, 0)
    let wait = 0
    for (const { at: when, units } of spent) {
      if (left >= wanted) break
      left += units
      wait = when + window - at
    }
    return told && told.left < wanted ? Math.max(wait, told.until - at) : wait
  }

  const take = async (asking: Asking): Promise<void> => {
    const { bulk = false, patience = usualPatience, signal, waiting } = asking
    const units = unitsOf(asking)
    const wanted = units + (bulk ? reserve : 0)
    const giveUp = now().getTime() + patience
    for (let wait = waitFor(wanted); wait > 0; wait = waitFor(wanted)) {
      const until = new Date(now().getTime() + wait)
      if (until.getTime() > giveUp) throw busyUntil(until, asking)
      waiting?.(until)
      held += wait
      await Promise.race([sleep(wait), aborted(signal)])
    }
    spent.push({ at: now().getTime(), units })
    if (told) told.left -= units
  }

  const heed = (headers: Headers) => {
    const [left, reset] = [headers.get('RateLimit-Remaining'), headers.get('RateLimit-Reset')].map(Number)
    if (!headers.has('RateLimit-Remaining') || !Number.isFinite(left) || !(reset! > 0)) return
    told = { left: left!, until: now().getTime() + reset! * 1000 }
  }
  return { take, heed, held: () => held }
}

const clock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
}

const busyUntil = (until: Date, { about }: Asking): Problem =>
  new Problem(
    { code: 'busy', until: until.toISOString() },
    `The budget for asking Graph is spent, for ${about.kind} ${about.name}`,
  )

/** The budget of all schools that are open in one page. */
export const pagePace: Pace = newPace()

/** Last but for the token: each try costs, also one that fails. */
export const keepPace = (pace: Pace): Middleware =>
  middleware(async (context, next) => {
    await pace.take(optionsOf(context).asking)
    await next(context)
    if (context.response) pace.heed(context.response.headers)
  })
