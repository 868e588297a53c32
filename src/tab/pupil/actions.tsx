import { t } from '../../words/t.ts'
import { Action } from '../../domain/records/action.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { Waiting } from './Waiting.tsx'

/** What was agreed: still to do first, soonest first. `review` narrows to one review's own. */
export const ActionCards = ({ pupil, review }: { pupil: string; review?: string }) => {
  const today = useServices().today()
  return (
    <Loaded queries={[useAbout(Action, 'pupil', pupil)]} shape={<Waiting />}>
      {(actions) => (
        <>
          <Unreadable listings={[actions]} />
          <RecordCards
            type={Action}
            records={actions.records
              .filter((action) => !review || action.review === review)
              .toSorted((a, b) => (actionOrder(a) < actionOrder(b) ? -1 : 1))}
            summary={(action) => (
              <TwoLines
                first={action.what}
                second={[action.owner, action.due && t`by ${showDay(action.due)}`]
                  .filter(Boolean)
                  .join(' · ')}
              />
            )}
            aside={(action) => <ActionMark action={action} today={today} />}
            groups={[{ fields: ['what', 'owner', 'due', 'status', 'doneOn', 'note'] }]}
            add={{
              words: t`Add an action`,
              given: { pupil, review: review ?? null, status: 'open' },
              fields: ['what', 'owner', 'due'],
            }}
            empty={{ title: t`Nothing agreed yet`, todo: t`An action says what, who and by when.` }}
          />
        </>
      )}
    </Loaded>
  )
}
const actionOrder = (action: Action) => `${action.status === 'open' ? 0 : 1}${action.due ?? '9'}`

export const ActionMark = ({ action, today }: { action: Action; today: string }) =>
  action.status === 'done' ? (
    <StatusMark status="done" word={t`Done`} />
  ) : action.status === 'dropped' ? (
    <StatusMark status="unknown" word={t`Not done`} />
  ) : action.due && action.due < today ? (
    <StatusMark status="overdue" word={t`Overdue`} />
  ) : (
    <StatusMark status="onTrack" word={t`To do`} />
  )
