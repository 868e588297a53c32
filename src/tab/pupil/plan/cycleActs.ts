import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Cycle } from '../../../domain/records/cycle.ts'
import { type CycleContext, type CycleStep, usualReviewBy } from '../../../domain/rules/cycle.ts'
import type { RecordAct } from '../../../ui/useRecordAct.ts'

export type CycleAct = RecordAct<Cycle>
const act = (words: string, said: string, changes: CycleAct['changes']): CycleAct => ({
  words,
  said,
  changes,
})

const told = (words: string, how: NonNullable<Cycle['toldHow']>) =>
  act(words, t`Recorded that parents were told`, (today) => ({ toldOn: today, toldHow: how }))

/** What a person does at a step; none where it is done by other means. */
export const actsAt = (
  cycle: Stored<Cycle>,
  step: CycleStep['step'],
  { weeks, calendar }: CycleContext,
): readonly CycleAct[] => {
  switch (step) {
    case 'assess':
      return [act(t`Assessment finished`, t`Assessment recorded as finished`, (today) => ({ assessedOn: today }))] // prettier-ignore
    case 'agree':
      return [
        act(t`Plan agreed today`, t`Plan recorded as agreed`, (today) => ({
          agreedOn: today,
          ...(cycle.reviewBy ? {} : { reviewBy: usualReviewBy(today, weeks, calendar) }),
        })),
      ]
    case 'tell':
      return [
        told(t`Told at a meeting today`, 'meeting'),
        told(t`Letter sent today`, 'letter'),
        told(t`Told by telephone today`, 'call'),
      ]
    case 'review':
      return [act(t`Review held today`, t`Review recorded`, (today) => ({ reviewedOn: today }))]
    case 'next':
      return []
  }
}

/** For a cycle whose review never came. */
export const endAct: CycleAct = act(t`End it without a review`, t`Plan ended`, (today) => ({ ended: today }))
