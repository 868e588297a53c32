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
  const { dispatchToast, updateToast } = useToastController(toasterId)
  const count = useRef(0)
  const isShown = useRef(false)
  // One message: the newest takes the place of the one that stands there, with its way back, and none fades beside it.
  const say: Say = (words, undo) => {
    const idOf = () => `${toasterId}-${count.current}`
    const content = (
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
      </Toast>
    )
    const timeout = undo ? 10_000 : 4_000
    if (isShown.current) return updateToast({ toastId: idOf(), content, timeout })
    updateToast({ toastId: idOf(), content: null })
    count.current += 1
    isShown.current = true
    const toastId = idOf()
    dispatchToast(content, {
      toastId,
      timeout,
      intent: 'info',
      // Away from the buttons of forms, which stand at the left.
      position: 'bottom-end',
      onStatusChange: (_, { status }) => {
        if (toastId === idOf()) isShown.current = status !== 'dismissed' && status !== 'unmounted'
      },
    })
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
