import { type RefObject, useLayoutEffect, useRef } from 'react'

/** A text area as high as its text: a person sees all that they wrote. */
export const useGrow = (text: string): RefObject<HTMLTextAreaElement | null> => {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight}px`
  }, [text])
  return area
}
