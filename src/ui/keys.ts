import { useEffect, useRef } from 'react'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.matches('[type=checkbox]')) ||
    !!target.closest('[role=listbox],[role=dialog]'))

/**
 * Single keys for what a button does too; none of them works while a person types. `before`: this place has the key
 * before whatever else listens for it, such as the bar above it.
 */
export const useKeys = (
  keys: Readonly<Record<string, (event: KeyboardEvent) => void>>,
  before = false,
): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target))
        return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', press, before)
    return () => window.removeEventListener('keydown', press, before)
  }, [before])
}
