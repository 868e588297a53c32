import { type RefObject, useEffect, useState } from 'react'

/**
 * Whether a box is narrower than what it holds, in pixels. Only then do its first cells have to stay in place: each
 * cell that does costs the browser a layer of its own, on every frame of scrolling.
 */
export const useSlides = (box: RefObject<HTMLElement | null>, width: number): boolean => {
  const [slides, setSlides] = useState(true)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setSlides(element.clientWidth < width)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, width])
  return slides
}
