import { t } from '../../words/t.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { Review } from '../../domain/records/review.ts'
import { type Duty, interimDuty, reviewDuties } from '../../domain/rules/ageDuties.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import type { RuledDay } from '../../domain/rules/limits.ts'
import type { ReviewSettings } from '../../domain/rules/reviewSettings.ts'
import { DutyList } from './DutyList.tsx'

const words: Record<Duty['duty'], string> = {
  adulthood: t`Prepare for adulthood`,
  youngPerson: t`Rights are with the young person`,
  lookedAfter: t`Hold it with the care review where possible`,
  elsewhere: t`The authority runs it`,
  underFive: t`Under five: may be sooner`,
  interim: t`Early review, same limits`,
}

/** What the law and the Code ask of this review because of who the pupil is, each with its reason; nothing where there is nothing. */
export const Duties = ({
  pupil,
  type = null,
  meeting,
  last,
  transfer = null,
  settings,
}: {
  pupil: Pupil
  type?: Review['type'] | null
  meeting: Day
  /** The review before it, or the plan's issue. */
  last: Day | null
  /** The day before which a plan must name the next school, where the pupil moves. */
  transfer?: RuledDay | null
  settings: ReviewSettings
}) => {
  const all = [
    ...(transfer ? [{ words: t`Next school named before ${showDay(transfer.day)}`, why: transfer.why }] : []),
    ...[
      ...reviewDuties(pupil, meeting, last, settings),
      ...(type === 'interim' || type === 'early' ? [interimDuty] : []),
    ].map(({ duty, why }) => ({ words: words[duty], why })),
  ]
  return <DutyList label={t`What this review has to mind`} duties={all} />
}
