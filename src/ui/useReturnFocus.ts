import { useEffect, useState } from 'react'

/**
 * For what opens over the page and is drawn only while it is open: when it goes, the focus returns to what had it
 * before, unless something else has taken it or that is gone.
 */
export const useReturnFocus = (): void => {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () =>
      void setTimeout(() => {
        const lost = document.activeElement === null || document.activeElement === document.body
        if (lost && before instanceof HTMLElement && before.isConnected) before.focus()
      }),
    [before],
  )
}
