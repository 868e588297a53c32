import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { headHeight, rowHeight } from '../../ui/tableStyles.ts'
import { nextSpan, type Span } from './inSight.ts'

/** Drawn at once, before the box can be measured: what a usual screen shows. */
const atFirst = 24

/**
 * Which of so many rows stand in the page, and what brings one of them into sight. Rows come a few in each frame, after
 * the browser has drawn what was there: a frame of scrolling never waits for all of them.
 */
export const useInSight = (
  box: RefObject<HTMLElement | null>,
  count: number,
): { readonly span: Span; show(index: number): void } => {
  const [drawn, setDrawn] = useState<Span>({ from: 0, to: atFirst })
  const seen = useRef<Span>({ from: 0, to: atFirst })

  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const { scrollTop, clientHeight } = element
      // While something is printed the page is out of sight: what stood there stays.
      if (clientHeight === 0) return
      const from = Math.floor(scrollTop / rowHeight)
      seen.current = { from, to: from + Math.ceil((clientHeight - headHeight) / rowHeight) + 1 }
      setDrawn((now) => nextSpan(now, seen.current, count))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box, count])

  // The rest of what is wanted, a few rows in each frame.
  useEffect(() => {
    if (nextSpan(drawn, seen.current, count) === drawn) return
    const frame = requestAnimationFrame(() => setDrawn((now) => nextSpan(now, seen.current, count)))
    return () => cancelAnimationFrame(frame)
  }, [drawn, count])

  const show = useCallback(
    (index: number) => {
      const element = box.current
      if (!element) return
      const top = index * rowHeight
      const room = element.clientHeight - headHeight - rowHeight
      if (top < element.scrollTop) element.scrollTo({ top })
      else if (top > element.scrollTop + room) element.scrollTo({ top: top - room })
    },
    [box],
  )
  const to = Math.min(drawn.to, count)
  return { span: { from: Math.min(drawn.from, to), to }, show }
}
