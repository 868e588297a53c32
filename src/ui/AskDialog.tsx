import { t } from '../words/t.ts'
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Trouble } from '../domain/problem.ts'
import { TroubleNotice } from './Loaded.tsx'

/** Says what an act would do, with one button that names it; it can't be left while the act is under way. */
export const AskDialog = ({
  title,
  words,
  cancel = t`Cancel`,
  wide = false,
  busy,
  ready,
  trouble,
  onDo,
  onClose,
  children,
}: {
  title: string
  /** Of the button. */
  words: string
  cancel?: string
  /** For a preview with columns. */
  wide?: boolean
  busy: boolean
  /** Whether there is something to be done. */
  ready: boolean
  trouble: Trouble | null
  onDo: () => void
  onClose: () => void
  children: ReactNode
}) => (
  <Dialog open onOpenChange={(_, { open }) => !open && !busy && onClose()}>
    <DialogSurface {...(wide ? { style: { maxWidth: 'min(860px, 96vw)' } } : {})}>
      <DialogBody>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          {children}
          {trouble && <TroubleNotice trouble={trouble} />}
        </DialogContent>
        <DialogActions>
          <Button disabled={busy} onClick={onClose}>
            {cancel}
          </Button>
          <Button
            appearance="primary"
            disabled={busy || !ready}
            {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
            onClick={onDo}
          >
            {words}
          </Button>
        </DialogActions>
      </DialogBody>
    </DialogSurface>
  </Dialog>
)
