import { type ReactNode, useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Plan } from '../../../jobs/plan.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import { Beforehand } from '../../jobs/Beforehand.tsx'
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
  return (
    <AskDialog
      title={title}
      words={words}
      wide={wide}
      busy={busy}
      ready={plan !== null && plan.steps.length > 0}
      trouble={trouble ?? refused}
      onDo={() => plan && void begin(plan)}
      onClose={onClose}
    >
      {children}
      {plan && <Beforehand rows={plan.steps.length} />}
    </AskDialog>
  )
}
