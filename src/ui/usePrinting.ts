import { useEffect } from 'react'

/** Prints the page once, when what is to be on paper stands, and says when the browser has done with it. */
export const usePrinting = (onDone: () => void): void =>
  useEffect(() => {
    window.addEventListener('afterprint', onDone)
    window.print()
    return () => window.removeEventListener('afterprint', onDone)
    // Once, when the page stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
