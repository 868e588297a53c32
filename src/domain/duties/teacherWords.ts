import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { ExamEvidence } from '../records/examEvidence.ts'
import type { StaffConcern } from '../records/staffConcern.ts'
import type { Day } from '../rules/day.ts'

/** What a teacher said of how a pupil works, on its day. */
export type TeacherWord = {
  readonly key: string
  readonly day: Day
  readonly by: string
  readonly seen: string
}

/**
 * Answers of staff about a pupil that say what is seen or was tried, newest first; without those of a person and day
 * that stand among the evidence already, and without what the SENCO put aside.
 */
export const saidByTeachers = (
  said: readonly Stored<StaffConcern>[],
  evidence: readonly Pick<ExamEvidence, 'day' | 'by'>[],
): readonly TeacherWord[] => {
  const there = new Set(evidence.map(({ day, by }) => `${day} ${by}`))
  return said
    .filter(({ asideOn, on, by }) => asideOn === null && !there.has(`${on} ${by}`))
    .flatMap(({ key, on, by, seen, tried }): TeacherWord[] => {
      const words = [seen, tried && t`Tried: ${tried}`].filter(Boolean).join('\n')
      return words === '' ? [] : [{ key, day: on, by, seen: words }]
    })
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
}
