import {
  Link,
  Toast,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from '@fluentui/react-components'
import { createContext, type ReactNode, use, useRef } from 'react'

type Say = (words: string, undo?: () => void) => void
const Context = createContext<Say>(() => undefined)

/** Small messages at the foot of the page, with a way back where there is one. */
export const UndoProvider = ({ children }: { children: ReactNode }) => {
  const toasterId = useId('toaster')
  const { dispatchToast, dismissAllToasts } = useToastController(toasterId)
  const count = useRef(0)
  // One at a time, and away from the buttons of forms, which stand at the left.
  const say: Say = (words, undo) => {
    dismissAllToasts()
    count.current += 1
    dispatchToast(
      <Toast>
        <ToastTitle
          action={
            undo ? (
              <ToastTrigger>
                <Link as="button" onClick={undo}>
                  Undo
                </Link>
              </ToastTrigger>
            ) : null
          }
        >
          {words}
        </ToastTitle>
      </Toast>,
      {
        toastId: `${toasterId}-${count.current}`,
        timeout: undo ? 10_000 : 4_000,
        intent: 'info',
        position: 'bottom-end',
      },
    )
  }
  return (
    <Context value={say}>
      {children}
      <Toaster toasterId={toasterId} />
    </Context>
  )
}

/** `say('Archived', undo)`. */
export const useSay = (): Say => use(Context)
