import { t } from '../../../words/t.ts'
import type { AccessRequest } from '../../../domain/records/accessRequest.ts'
import { accessDue, accessStatus } from '../../../domain/rules/accessRequest.ts'
import { showWeekday } from '../../../domain/rules/day.ts'
import { statusWords } from '../../../domain/rules/reviewDue.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'

/** How a request stands: its mark, and until when it must be answered, with the reason. */
export const RequestDue = ({ request }: { request: AccessRequest }) => {
  const today = useServices().today()
  const status = accessStatus(request, today)
  const { day, why, estimate, isToCheck } = accessDue(request, null)
  if (request.state !== 'open')
    return <StatusMark status="done" word={request.state === 'withdrawn' ? t`Withdrawn` : t`Answered`} />
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'baseline' }}>
      <StatusMark status={status} word={statusWords[status]} />
      <Why
        why={why}
      >{t`answer by ${showWeekday(day)}${estimate ? t` (estimate)` : ''}${isToCheck ? t` (check the rule)` : ''}`}</Why>
    </span>
  )
}
