import type { Day } from './day.ts'
import type { LocalLimitName } from './limitRows.ts'
import type { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import { setting } from './settings.ts'

/** A limit that is tighter than the law, as an authority or the school has it. */
export type LocalLimit = {
  readonly rule: LocalLimitName
  readonly days: number
  /** Null for all pupils of the school. */
  readonly authority: string | null
  readonly from: Day
  readonly source: string
}

/** What a school and its authorities have settled about reviews; never looser than the law. Calendar days. */
export type ReviewSettings = {
  readonly reportDays: number
  readonly leadDays: number
  readonly adviceLeadDays: number
  readonly phase: School['phase'] | null
  /** As the school typed it, such as `6` or `2, 6`; null for what is usual for the phase. */
  readonly transferYears: string | null
  /** Whose local limits count, beside those for all pupils. */
  readonly authority: string | null
  readonly limits: readonly LocalLimit[]
  /** The pupil is taught elsewhere than at a school, so the authority runs the review (rule R17). */
  readonly elsewhere: boolean
}

/** From the school's settings in force and all of its local limits. */
export const reviewSettingsOf = (
  school: School | null | undefined,
  limits: readonly LocalLimit[] = [],
): ReviewSettings => ({
  reportDays: setting(school ?? undefined, 'reportDays'),
  leadDays: setting(school ?? undefined, 'leadDays'),
  adviceLeadDays: setting(school ?? undefined, 'adviceLeadDays'),
  phase: school?.phase ?? null,
  transferYears: school?.transferYears ?? null,
  authority: school?.localAuthority ?? null,
  limits,
  elsewhere: false,
})

/** Where a school has settled nothing. */
export const usualReviewSettings: ReviewSettings = reviewSettingsOf(null)

/** The settings for one pupil: the authority that keeps the plan sets the limits, and runs the review of one taught elsewhere. */
export const settingsFor = (
  pupil: Partial<Pick<Pupil, 'localAuthority' | 'homeEducated'>>,
  settings: ReviewSettings,
): ReviewSettings => ({
  ...settings,
  authority: pupil.localAuthority ?? settings.authority,
  elsewhere: pupil.homeEducated === true,
})
