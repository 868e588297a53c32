import { useEffect, useEffectEvent } from 'react'
import type { Trouble } from '../domain/problem.ts'
import { useServices } from './services.tsx'

/**
 * Tries again by itself when the time is over for which SharePoint, or our own pace, asked us to wait: whoever looks
 * at the screen meanwhile need not come back and press. Gives that time, or null where none was asked for.
 */
export const useRetryAt = (trouble: Trouble | null, retry: (() => void) | undefined): Date | null => {
  const { now } = useServices()
  const until = retry && trouble?.code === 'busy' ? trouble.until : undefined
  const again = useEffectEvent(() => retry?.())
  const clock = useEffectEvent(() => now().getTime())
  useEffect(() => {
    if (until === undefined) return
    // A little later than asked, so that all screens of a school don't come in the same instant.
    const wait = Math.max(1000, Date.parse(until) - clock()) + 500 + Math.random() * 1000
    const timer = setTimeout(() => again(), wait)
    return () => clearTimeout(timer)
  }, [until])
  return until === undefined ? null : new Date(until)
}
