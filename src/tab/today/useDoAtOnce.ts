import type { Act } from '../../domain/rules/todayTypes.ts'
import { usePublishing } from '../../ui/publish/usePublishing.ts'
import { useMarkDone } from './useMarkDone.ts'

/** What a press does there and then, each with a way back; null where it leads somewhere or opens a form. */
export const useDoAtOnce = (act: Act) => {
  const marking = useMarkDone()
  const publishing = usePublishing(act.is === 'withdraw' ? act.pupil : '')
  if (act.is === 'done')
    return { doIt: () => void marking.done(act.action), busy: marking.busy, trouble: marking.trouble }
  if (act.is === 'withdraw')
    return { doIt: () => void publishing.withdraw(), busy: publishing.busy, trouble: publishing.trouble }
  return null
}
