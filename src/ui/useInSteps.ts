import { useEffect, useState } from 'react'

/** Milliseconds of work at a time, so that the page still answers clicks and keys meanwhile. */
const atATime = 10

/**
 * What a work of many small steps comes to: null until it is first done, then what it came to last while the next
 * goes on. `make` begins it; another `make` begins it anew, and what was under way is dropped.
 */
export const useInSteps = <T>(
  make: () => Generator<undefined, T>,
): { readonly value: T | null; readonly done: boolean } => {
  const [came, setCame] = useState<{ readonly of: typeof make; readonly value: T } | null>(null)
  useEffect(() => {
    const steps = make()
    let timer: ReturnType<typeof setTimeout>
    const goOn = () => {
      const until = performance.now() + atATime
      for (;;) {
        const step = steps.next()
        if (step.done) return setCame({ of: make, value: step.value })
        if (performance.now() > until) break
      }
      timer = setTimeout(goOn)
    }
    goOn()
    return () => clearTimeout(timer)
  }, [make])
  return { value: came?.value ?? null, done: came?.of === make }
}
