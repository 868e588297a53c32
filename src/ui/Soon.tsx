import type { ButtonProps } from '@fluentui/react-components'
import {
  cloneElement,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { KeepGoing } from './KeepGoing.tsx'
import type { Later } from './later.ts'
import { afterShown } from './shown.ts'

/** A button of Fluent's, to be cloned. */
type Press = ReactElement<ButtonProps & RefAttributes<HTMLButtonElement>>

type Given<T> = {
  button: Press
  /** What opens, for those who don't see it. */
  opens: 'menu' | 'dialog'
  part: Later<T>
  /** What was fetched, around the button; `open` where the button was pressed before. */
  children: (part: T, button: Press, open: boolean) => ReactNode
}

/**
 * A button whose menu or box is fetched when the page stands. Until then it is the same button: what is pressed
 * meanwhile opens as soon as it can, and the keyboard stays where it was.
 */
export const Soon = <T,>(given: Given<T>) => (
  <KeepGoing>
    <Opener {...given} />
  </KeepGoing>
)

const Opener = <T,>({ button, opens, part, children }: Given<T>) => {
  const come = useSyncExternalStore(part.subscribe, part.now)
  const [pressed, setPressed] = useState(false)
  const [failed, setFailed] = useState<{ readonly thrown: unknown } | null>(null)
  const place = useRef<HTMLButtonElement>(null)
  const put = useCallback((at: HTMLButtonElement | null) => void (place.current = at), [])
  const wasHere = useRef(false)
  useEffect(() => {
    // What fails now is fetched again when the button is pressed.
    afterShown(part.fetch)().catch(() => {})
  }, [part])
  if (failed) throw failed.thrown
  const press = () => {
    setPressed(true)
    part.fetch().catch((thrown: unknown) => setFailed({ thrown }))
  }
  // oxlint-disable-next-line react/refs -- it is put there, not read
  const placed = cloneElement(button, { ref: put })
  if (come)
    return (
      <>
        {children(come, placed, pressed)}
        <Arriving place={place} wasHere={wasHere} />
      </>
    )
  return (
    <>
      {/* In front: what goes first is asked first, while the button still stands. */}
      <Leaving place={place} wasHere={wasHere} />
      {cloneElement(placed, { 'aria-haspopup': opens, 'aria-expanded': false, onClick: press })}
    </>
  )
}

type Hand = {
  readonly place: { readonly current: HTMLButtonElement | null }
  readonly wasHere: { current: boolean }
}

/** Notes, when the first button goes, whether the keyboard was there. */
const Leaving = ({ place, wasHere }: Hand) => {
  useLayoutEffect(() => {
    const button = place.current
    return () => {
      wasHere.current = button !== null && document.activeElement === button
    }
  }, [place, wasHere])
  return null
}

const Arriving = ({ place, wasHere }: Hand) => {
  useLayoutEffect(() => {
    if (wasHere.current) place.current?.focus()
  }, [place, wasHere])
  return null
}
