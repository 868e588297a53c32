import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

let tell = () => {}
const told = new Promise<void>((resolve) => {
  tell = resolve
})

// Somebody who presses something waits for nothing that was put off.
if (typeof window !== 'undefined')
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => tell(), { capture: true })

/** The page shows what it was opened for, or says why it can’t. */
export const noteShown = (): void => tell()

/** Some time in which the page has nothing to do; at most half a second is waited for it. */
const idle = () =>
  new Promise<void>((done) => {
    // Safari has none.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: 500 })
    else setTimeout(done, 50)
  })

/**
 * Fetches a part of the page when the page shows what it was opened for: what takes part in no first picture may not
 * hold it up. Sooner where a person presses a key or a button.
 */
export const afterShown =
  <T>(load: () => Promise<T>): (() => Promise<T>) =>
  () =>
    told.then(idle).then(load)

/** Fetches beforehand what a click will need. What fails is fetched again by the click. */
export const fetchBeforehand = (...loads: readonly (() => Promise<unknown>)[]): void => {
  for (const load of loads) afterShown(load)().catch(() => {})
}

/** For a screen that reads nothing, or is not told of in another way: it is shown once nothing is being read. */
export const useShownWhenQuiet = (): void => {
  const client = useQueryClient()
  useEffect(() => {
    const timer = setInterval(() => {
      if (client.isFetching() > 0) return
      clearInterval(timer)
      noteShown()
    }, 300)
    return () => clearInterval(timer)
  }, [client])
}
