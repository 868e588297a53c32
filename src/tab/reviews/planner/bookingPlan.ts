import { t } from '../../../words/t.ts'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Contact } from '../../../domain/records/contact.ts'
import type { Outcome } from '../../../domain/records/outcome.ts'
import type { Review } from '../../../domain/records/review.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import type { Day } from '../../../domain/rules/day.ts'
import type { Place, PlanNeed } from '../../../domain/rules/plannerTypes.ts'
import type { FieldChange, Loose, Plan, Step } from '../../../jobs/plan.ts'
import { newReview } from '../../review/newReview.ts'
import type { Caseload } from '../ReviewsScreen.tsx'

/** What a new review begins with, of all pupils. */
export type Belongings = {
  readonly contacts: readonly Stored<Contact>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly allocations: readonly Stored<Allocation>[]
}
type Wanted = Place & { readonly need: PlanNeed; readonly open: Stored<Review> | null }

/** Accepted proposals as a job: reviews that are there are dated, the others are made with their people and outcomes. */
export const bookingPlan = (
  wanted: readonly Wanted[],
  { pupils, reviews, settings, school }: Caseload,
  { contacts, outcomes, allocations }: Belongings,
  usualPlace: string | null,
  today: Day,
  now: number,
): Plan => {
  const known = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const of = <T extends { readonly pupil: string }>(all: readonly T[], key: string) =>
    all.filter(({ pupil }) => pupil === key)
  const created: { [type: string]: Step[] } = {
    Review: [],
    Contributor: [],
    OutcomeProgress: [],
    ProvisionReview: [],
  }
  const changed: Step[] = []
  wanted.forEach(({ key, day, time, need, open }, at) => {
    const row = at + 1
    const place = open?.place ?? usualPlace
    const dated = { meetingDate: day, meetingTime: showTime(time), place }
    if (open) {
      const changes = Object.fromEntries(
        Object.entries(dated)
          .map(([field, to]): [string, FieldChange] => [
            field,
            { from: open[field as keyof typeof dated], to },
          ])
          .filter(([, { from, to }]) => from !== to),
      )
      changed.push({ row, type: 'Review', key: open.key, pupil: key, do: 'change', changes })
      return
    }
    const made = newReview(
      {
        pupil: known.get(key)!,
        school,
        settings,
        contacts: of(contacts, key),
        outcomes: of(outcomes, key),
        allocations: of(allocations, key),
        reviews: of(reviews, key),
        today,
      },
      now + at,
    )
    const review = {
      ...made.review.record,
      ...dated,
      ...(need.first ? { type: 'phaseTransfer' as const } : {}),
    }
    const create = (type: string, rows: readonly { readonly key: string; readonly record: object }[]) => {
      for (const each of rows)
        created[type]!.push({
          row,
          type,
          key: each.key,
          pupil: key,
          ...(type === 'Review' ? {} : { after: [made.review.key] }),
          do: 'create',
          record: each.record as Loose,
        })
    }
    create('Review', [{ key: made.review.key, record: review }])
    create('Contributor', made.contributors)
    create('OutcomeProgress', made.progress)
    create('ProvisionReview', made.provision)
  })
  return {
    kind: 'book',
    title: t`Book ${counted(wanted.length, 'review meeting')}`,
    steps: [...changed, ...Object.values(created).flat()],
  }
}
