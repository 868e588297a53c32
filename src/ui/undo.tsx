import { t } from '../words/t.ts'
import { Component, createContext, lazy, type ReactNode, Suspense, use, useState } from 'react'

/** One message, and what its Undo does. */
export type Said = { readonly words: string; readonly undo: (() => void) | undefined }

type Say = (words: string, undo?: () => void) => void
const Context = createContext<Say>(() => undefined)

const Toasts = lazy(async () => ({ default: (await import('./Toasts.tsx')).Toasts }))

/** Where the part that draws messages can't be fetched, the words stand plainly at the foot of the page. */
class Plainly extends Component<{ said: Said; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    const { said, children } = this.props
    if (!this.state.broken) return children
    return (
      <p role="status" style={{ position: 'fixed', bottom: 0, right: 16 }}>
        {said.words} {said.undo && <button type="button" onClick={said.undo}>{t`Undo`}</button>}
      </p>
    )
  }
}

/** Small messages at the foot of the page, with a way back where there is one. */
export const UndoProvider = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState<Said | null>(null)
  const [say] = useState<Say>(() => (words: string, undo?: () => void) => setSaid({ words, undo }))
  return (
    <Context value={say}>
      {children}
      {said && (
        <Plainly said={said}>
          <Suspense fallback={null}>
            <Toasts said={said} />
          </Suspense>
        </Plainly>
      )}
    </Context>
  )
}

/** `say('Archived', undo)`. */
export const useSay = (): Say => use(Context)
