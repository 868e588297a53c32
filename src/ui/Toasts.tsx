import { t } from '../words/t.ts'
import {
  Link,
  Toast,
  Toaster,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Said } from './undo.tsx'

/** Shows what was said last. */
export const Toasts = ({ said }: { said: Said }) => {
  const toasterId = useId('toaster')
  const { dispatchToast, updateToast } = useToastController(toasterId)
  const count = useRef(0)
  const isShown = useRef(false)
  useEffect(() => {
    const { words, undo } = said
    // One message: the newest takes the place of the one that stands there, with its way back, and none fades beside it.
    const idOf = () => `${toasterId}-${count.current}`
    const content = (
      <Toast>
        <ToastTitle
          action={
            undo ? (
              <ToastTrigger>
                <Link as="button" onClick={undo}>{t`Undo`}</Link>
              </ToastTrigger>
            ) : null
          }
        >
          {words}
        </ToastTitle>
      </Toast>
    )
    const timeout = undo ? 10_000 : 4_000
    if (isShown.current) {
      updateToast({ toastId: idOf(), content, timeout })
      return
    }
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
    // What was said is another object each time; the rest is how it is shown.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [said])
  return <Toaster toasterId={toasterId} />
}
