import { t } from '../../words/t.ts'
import { showCount } from '../counted.ts'
import type { Stored } from '../record.ts'
import { blank } from '../record.ts'
import { Complaint } from '../records/complaint.ts'
import { type ComplaintStage, complaintWays } from '../records/complaintStage.ts'
import type { Day } from '../rules/day.ts'
import { because } from '../rules/figure.ts'
import { academicYearOf, showAcademicYear } from '../rules/schoolYear.ts'
import type { Why } from '../rules/why.ts'
import { stageDay } from './complaints.ts'
import type { DutyContext } from './duty.ts'

/** A complaint with the stages that came before it and after it, the first first; a row that leads back to itself ends it. */
export const chainOf = (
  complaint: Stored<Complaint>,
  all: readonly Stored<Complaint>[],
): readonly Stored<Complaint>[] => {
  const byKey = new Map(all.map((one) => [one.key, one]))
  const before: Stored<Complaint>[] = []
  for (
    let at = complaint.follows === null ? undefined : byKey.get(complaint.follows);
    at && at.key !== complaint.key && !before.includes(at);
    at = at.follows === null ? undefined : byKey.get(at.follows)
  )
    before.unshift(at)
  const after: Stored<Complaint>[] = []
  for (
    let at = all.find(({ follows }) => follows === complaint.key);
    at && at.key !== complaint.key && !before.includes(at) && !after.includes(at);
    at = all.find(({ follows }) => follows === after.at(-1)!.key)
  )
    after.push(at)
  return [...before, complaint, ...after]
}

/** The stage that comes after another of the same way, of those in force on a day; null where it is the last. */
export const nextStage = (
  stages: readonly Stored<ComplaintStage>[],
  stage: string | null,
  today: Day,
): Stored<ComplaintStage> | null => {
  const now = stages.find(({ key }) => key === stage)
  if (!now) return null
  return (
    stages
      .filter(
        ({ way, order, from, until }) =>
          way === now.way && order > now.order && from <= today && (until === null || until >= today),
      )
      .toSorted((a, b) => a.order - b.order)[0] ?? null
  )
}

/** What a complaint is at its next stage: the same people about the same thing, with days of its own. */
export const takenFurther = (
  complaint: Stored<Complaint>,
  stage: Stored<ComplaintStage> | null,
  today: Day,
): Complaint =>
  blank(Complaint, {
    received: today,
    way: stage?.way ?? complaint.way,
    stage: stage?.key ?? null,
    pupil: complaint.pupil,
    from: complaint.from,
    capacity: complaint.capacity,
    about: complaint.about,
    wanted: complaint.wanted,
    equality: complaint.equality,
    owner: stage?.who ?? null,
    follows: complaint.key,
    review: complaint.review,
    assessment: complaint.assessment,
  })

export type ComplaintLine = {
  readonly year: string
  readonly way: Complaint['way']
  readonly received: string
  /** Of those that were answered and had a day: how many by that day. */
  readonly inTime: string
  readonly upheld: string
  readonly open: string
  readonly learned: string
  readonly why: Why
}

/**
 * Complaints by school year and way: how many came, were answered by their day, upheld in whole or part, are open, and
 * led to a change. A count below `fewest` is hidden, with what is a part of it and what would be left beside it.
 */
export const complaintFigures = (
  complaints: readonly Complaint[],
  context: Pick<DutyContext, 'stage' | 'calendar'>,
  fewest: number,
): readonly ComplaintLine[] => {
  const groups = new Map<string, Complaint[]>()
  for (const one of complaints) {
    const id = `${academicYearOf(one.received)} ${one.way}`
    groups.set(id, [...(groups.get(id) ?? []), one])
  }
  const dueOf = (one: Complaint) => one.answerBy ?? stageDay(one, 'answer', context)?.day ?? null
  const ways = Object.keys(complaintWays)
  return [...groups.values()]
    .toSorted(
      (a, b) =>
        academicYearOf(b[0]!.received) - academicYearOf(a[0]!.received) ||
        ways.indexOf(a[0]!.way) - ways.indexOf(b[0]!.way),
    )
    .map((own): ComplaintLine => {
      const few = own.length < fewest
      // A part, and what is left of the whole beside it: either tells of single people where it is small.
      const tellsOf = (count: number) => count > 0 && count < fewest
      const hides = (count: number, of: number) => few || tellsOf(count) || tellsOf(of - count)
      const part = ({ length }: readonly unknown[]) =>
        hides(length, own.length) ? t`hidden` : showCount(length)
      const answered = own.filter((one) => one.answered !== null && dueOf(one) !== null)
      const inTime = answered.filter((one) => one.answered! <= dueOf(one)!).length
      const year = showAcademicYear(academicYearOf(own[0]!.received))
      return {
        year,
        way: own[0]!.way,
        received: few ? t`fewer than ${fewest}` : showCount(own.length),
        inTime:
          answered.length === 0
            ? ''
            : hides(inTime, answered.length)
              ? t`hidden`
              : t`${inTime} of ${answered.length}`,
        upheld: part(own.filter(({ outcome }) => outcome === 'upheld' || outcome === 'part')),
        open: part(own.filter(({ closed, wentOn }) => closed === null && wentOn === null)),
        learned: part(own.filter(({ changed }) => changed !== null)),
        why: because(
          t`Complaints`,
          t`Each stage of a complaint counts by itself, in the school year in which it was received. In time: answered by the day that was written down, else by the days of its stage`,
          t`Complaints of this school`,
          [
            { label: t`School year`, value: year },
            {
              label: t`Answered, with a day to be answered by`,
              value: tellsOf(answered.length) || few ? t`hidden` : showCount(answered.length),
            },
          ],
        ),
      }
    })
}
