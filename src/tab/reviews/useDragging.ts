import { t } from '../../words/t.ts'
import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'

/** Pixels that a pointer has to go before a press is taken for a drag. */
const threshold = 6
/** How near to the edge of what scrolls it begins to scroll, and by how much each time. */
const edge = 56
const step = 14

/** Milliseconds that a finger rests before it drags: one that moves at once scrolls the page. */
const rest = 300

type Drag = {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly pointer: number
  readonly byTouch: boolean
}

const scrollerOf = (element: Element | null): Element | null => {
  for (let at = element; at; at = at.parentElement) {
    const { overflowY, overflowX } = getComputedStyle(at)
    const scrolls = (flow: string) => flow === 'auto' || flow === 'scroll'
    if (scrolls(overflowY) && at.scrollHeight > at.clientHeight) return at
    if (scrolls(overflowX) && at.scrollWidth > at.clientWidth) return at
  }
  return null
}

/**
 * Dragging by mouse, pen or finger onto whatever carries `data-drop`; a finger rests first. `over` is the place under the pointer, so that
 * the screen can say what would follow; Escape lets go of it without a drop. Buttons and links inside a card still
 * work. Keyboards have their own way, beside.
 */
export const useDragging = (onDrop: (key: string, place: string) => void) => {
  const [drag, setDrag] = useState<Drag | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const [moved, setMoved] = useState(false)
  const latest = useRef({ over, moved, onDrop })
  useEffect(() => {
    latest.current = { over, moved, onDrop }
  })
  // A finger that drags must not scroll the page as well. There before any finger is: the browser looks for it when
  // the finger comes down, and asks nobody later on.
  useEffect(() => {
    const hold = (event: TouchEvent) => latest.current.moved && event.preventDefault()
    window.addEventListener('touchmove', hold, { passive: false })
    return () => window.removeEventListener('touchmove', hold)
  }, [])
  useEffect(() => {
    if (!drag) return
    // At once, not with the next drawing: the browser asks with the same move whether it may scroll.
    const begin = () => {
      latest.current.moved = true
      setMoved(true)
    }
    const timer = drag.byTouch ? setTimeout(begin, rest) : undefined
    const end = () => {
      setDrag(null)
      setOver(null)
      setMoved(false)
    }
    const move = (event: PointerEvent) => {
      if (event.pointerId !== drag.pointer) return
      const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) >= threshold
      if (!latest.current.moved && !far) return
      if (!latest.current.moved && drag.byTouch) return end()
      event.preventDefault()
      begin()
      const under = document.elementFromPoint(event.clientX, event.clientY)
      const place = under?.closest<HTMLElement>('[data-drop]')?.dataset['drop'] ?? null
      latest.current.over = place
      setOver(place)
      const scroller = scrollerOf(under)
      if (!scroller) return
      const { top, bottom, left, right } = scroller.getBoundingClientRect()
      if (event.clientY < top + edge) scroller.scrollTop -= step
      if (event.clientY > bottom - edge) scroller.scrollTop += step
      if (event.clientX < left + edge) scroller.scrollLeft -= step
      if (event.clientX > right - edge) scroller.scrollLeft += step
    }
    const up = (event: PointerEvent) => {
      if (event.pointerId !== drag.pointer) return
      const { over: place, moved: far } = latest.current
      end()
      if (far && place !== null) latest.current.onDrop(drag.key, place)
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      end()
    }
    // A finger that rests would open the browser's own menu.
    const menu = (event: Event) => drag.byTouch && event.preventDefault()
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', key, true)
    window.addEventListener('contextmenu', menu)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', key, true)
      window.removeEventListener('contextmenu', menu)
    }
  }, [drag])
  return {
    dragged: moved ? (drag?.key ?? null) : null,
    over: moved ? over : null,
    grab: (key: string, event: ReactPointerEvent) => {
      const { clientX: x, clientY: y, pointerId: pointer, pointerType } = event
      const byTouch = pointerType === 'touch'
      // A finger is broad, and browsers lead it to the nearest button: it may rest on one, as a tap is no rest.
      const own = byTouch ? t`input, select` : t`a, button, input, select`
      if (event.button !== 0 || (event.target as Element).closest(own)) return
      setDrag({ key, x, y, pointer, byTouch })
    },
  }
}
