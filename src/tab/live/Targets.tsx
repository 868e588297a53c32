import { t } from '../../words/t.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { targetPlaces } from '../../documents/reviewPlaces.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { showDay } from '../../domain/rules/day.ts'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useServices } from '../../ui/services.tsx'

/** Steps towards the outcomes for the next twelve months. Source: SEND Code of Practice 9.167. */
export const Targets = ({ file }: { file: ReviewFile }) => {
  const today = useServices().today()
  const set = new Set(targetPlaces(file).known.map(({ key }) => key))
  return (
    <RecordCards
      type={Outcome}
      records={file.outcomes.filter(({ key }) => set.has(key)).toSorted((a, b) => (a.key < b.key ? -1 : 1))}
      summary={(target) => (
        <TwoLines
          first={target.text}
          second={[target.measure, target.by && t`by ${showDay(target.by)}`].filter(Boolean).join(' · ')}
        />
      )}
      groups={[{ fields: ['text', 'measure', 'by', 'parent'] }]}
      options={{
        parent: file.outcomes
          .filter(({ kind, status }) => kind === 'sectionE' && status === 'current')
          .map(({ key, text }) => ({ key, text })),
      }}
      add={{
        words: t`Add a target`,
        given: {
          pupil: file.pupil.key,
          kind: 'year',
          status: 'current',
          setAtReview: file.review.key,
          setOn: file.review.meetingDate ?? today,
        },
        fields: ['text', 'measure', 'by', 'parent'],
      }}
      empty={{ title: t`No new target yet`, todo: t`A target is a step towards an outcome of the plan.` }}
    />
  )
}
