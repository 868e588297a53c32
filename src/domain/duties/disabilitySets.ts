import type { Stored } from '../record.ts'
import type { Adjustment } from '../records/adjustment.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Day } from '../rules/day.ts'

type Person = Pick<Stored<Pupil>, 'key' | 'status' | 'disability' | 'disabilitySource' | 'left'>

export type DisabilitySets<P> = {
  readonly both: readonly P[]
  readonly disabledOnly: readonly P[]
  /** SEN, and recorded as not disabled. */
  readonly senOnly: readonly P[]
  /** SEN, and nobody wrote down whether they are disabled: another thing than not being so. */
  readonly senNotAsked: readonly P[]
  /** Disabled, with no adjustment that is asked for, in place or declined with reasons. */
  readonly withoutAdjustment: readonly P[]
  /** Recorded as disabled without who says so. */
  readonly withoutSource: readonly P[]
}

/** Disability and SEN as the two sets that they are, among the pupils who are at the school on a day. */
export const disabilitySets = <P extends Person>(
  pupils: readonly P[],
  adjustments: readonly Pick<Adjustment, 'pupil' | 'endedOn'>[],
  today: Day,
): DisabilitySets<P> => {
  const here = pupils.filter(({ left }) => left === null || left >= today)
  const disabled = here.filter(({ disability }) => disability === true)
  const sen = here.filter(({ status }) => status !== 'N')
  const considered = new Set(adjustments.filter(({ endedOn }) => endedOn === null).map(({ pupil }) => pupil))
  return {
    both: disabled.filter(({ status }) => status !== 'N'),
    disabledOnly: disabled.filter(({ status }) => status === 'N'),
    senOnly: sen.filter(({ disability }) => disability === false),
    senNotAsked: sen.filter(({ disability }) => disability === null),
    withoutAdjustment: disabled.filter(({ key }) => !considered.has(key)),
    withoutSource: disabled.filter(({ disabilitySource }) => disabilitySource === null),
  }
}
