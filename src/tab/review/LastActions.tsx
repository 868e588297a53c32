import { t } from '../../words/t.ts'
import type { Stored } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { showDay } from '../../domain/rules/day.ts'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useServices } from '../../ui/services.tsx'
import { ActionMark } from '../pupil/actions.tsx'

/** What was agreed at the last review, to say whether it was done. */
export const LastActions = ({ actions }: { actions: readonly Stored<Action>[] }) => {
  const today = useServices().today()
  return (
    <RecordCards
      type={Action}
      records={actions}
      summary={(action) => (
        <TwoLines
          first={action.what}
          second={[action.owner, action.due && t`by ${showDay(action.due)}`, action.note]
            .filter(Boolean)
            .join(' · ')}
        />
      )}
      aside={(action) => <ActionMark action={action} today={today} />}
      groups={[{ fields: ['status', 'doneOn', 'note'] }]}
      empty={{ title: t`Nothing was agreed last time`, todo: t`Actions of the last review appear here.` }}
    />
  )
}
