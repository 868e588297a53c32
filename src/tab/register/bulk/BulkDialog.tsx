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
import { type ReactNode, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Plan } from '../../../jobs/plan.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useRunner } from '../../jobs/useJobs.ts'
import { useGo } from '../../routes.ts'

/** A preview with one button that names what it does and begins it as a job. */
export const BulkDialog = ({
  title,
  words,
  plan,
  trouble,
  wide = false,
  onClose,
  children,
}: {
  title: string
  /** Of the button. */
  words: string
  /** Null while it is being made or something is missing; without steps there is nothing to do. */
  plan: Plan | null
  trouble: Trouble | null
  /** For a preview of many columns. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}) => {
  const runner = useRunner()
  const { go } = useGo()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Trouble | null>(null)
  const begin = async (wanted: Plan) => {
    setBusy(true)
    setRefused(null)
    try {
      const { key } = await runner.start(wanted)
      onClose()
      go({ at: 'records', section: 'jobs', key })
    } catch (thrown) {
      setRefused(troubleOf(thrown))
      setBusy(false)
    }
  }
  const told = trouble ?? refused
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !busy && onClose()}>
      <DialogSurface {...(wide ? { style: { maxWidth: 'min(860px, 96vw)' } } : {})}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {children}
            {told && <TroubleNotice trouble={told} />}
          </DialogContent>
          <DialogActions>
            <Button disabled={busy} onClick={onClose}>
              Cancel
            </Button>
            <Button
              appearance="primary"
              disabled={busy || plan === null || plan.steps.length === 0}
              {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
              onClick={() => plan && void begin(plan)}
            >
              {words}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
