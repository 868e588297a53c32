import { useEffect, useState } from 'react'

/** What a chart is drawn at until its box is measured, and on paper: pixels. */
const usualWidth = 640

/** The width of a box as it stands, so that words in a chart keep their size in a narrow one. */
export const useWidth = (): [ref: (box: HTMLElement | null) => void, width: number] => {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [width, setWidth] = useState(usualWidth)
  useEffect(() => {
    if (!box) return
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.floor(entry?.contentRect.width ?? 0)
      if (found > 0) setWidth(found)
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [box])
  return [setBox, width]
}
