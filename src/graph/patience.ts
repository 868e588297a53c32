import type { Context, Middleware } from '@microsoft/microsoft-graph-client'
import { askedWait } from './answer.ts'
import { middleware, optionsOf } from './asking.ts'

const tries = 4
export const usualPatience = 15_000

export const isBusy = (status: number): boolean => status === 429 || status === 503 || status === 504

/** What to wait before another try: what was asked for, else 1, 2, 4 seconds and a little more at random. */
export const waitBefore = (attempt: number, asked: number | null): number =>
  asked ?? 1000 * 2 ** attempt * (1 + Math.random() / 4)

type Clock = { now(): Date; sleep(milliseconds: number): Promise<void> }

/**
 * Tries again what was throttled or not there (429, 503, 504), at most three times and only while the wait asked
 * for fits into the patience of the one who waits: longer is for a screen to tell, not to sit out in silence. A
 * list past its threshold also answers 429, for ever, so the count ends it. Reading is tried again once when the
 * network failed. Trying POST again is safe here: a row is made with its own key in a unique column.
 */
export const waitOut = ({ now, sleep }: Clock): Middleware =>
  middleware(async (context, next) => {
    const { signal, patience = usualPatience, method = 'GET', waiting } = optionsOf(context).asking
    const giveUp = now().getTime() + patience
    const headers = { ...(context.options?.headers as Record<string, string>) }
    for (let attempt = 0; ; attempt += 1) {
      signal?.throwIfAborted()
      // Microsoft's AuthenticationHandler appends: without fresh headers a second try would carry two tokens.
      context.options = { ...context.options, headers: { ...headers } }
      const lost = await next(context).then(
        () => null,
        (thrown: unknown) =>
          method === 'GET' && attempt === 0 && isLost(thrown) ? thrown : Promise.reject(thrown),
      )
      const wait = lost ? 500 : waitAfter(context, attempt, now())
      if (wait === null || attempt + 1 === tries || now().getTime() + wait > giveUp) {
        if (lost) throw lost
        return
      }
      if (!lost) waiting?.(new Date(now().getTime() + wait))
      await Promise.race([sleep(wait), aborted(signal)])
    }
  })

const isLost = (thrown: unknown) => thrown instanceof TypeError

const waitAfter = ({ response }: Context, attempt: number, now: Date): number | null =>
  response && isBusy(response.status) ? waitBefore(attempt, askedWait(response.headers, now)) : null

export const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }))
