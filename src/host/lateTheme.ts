import { systemTheme, type ThemeSource } from './teams.ts'

/** The theme of the host once it has answered, until then the computer's own. */
export const themeOnceKnown = (host: Promise<{ readonly theme: ThemeSource } | null>): ThemeSource => {
  let source = systemTheme()
  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  let stop = source.subscribe(changed)
  const found = (known: { readonly theme: ThemeSource } | null) => {
    if (!known) return
    stop()
    source = known.theme
    stop = source.subscribe(changed)
    changed()
  }
  // Whoever starts the page says what went wrong.
  void host.then(found, () => undefined)
  return {
    current: () => source.current(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
