import type { School } from '../records/school.ts'
import { fewestShown } from './analysisHidden.ts'
import type { Day } from './day.ts'

/** What is usual where a school has not settled it. */
const usualSettings = {
  weeksInYear: 38,
  element2Threshold: 600_000,
  reportDays: 14,
  leadDays: 56,
  adviceLeadDays: 42,
  cycleWeeks: 12,
  fewestShown,
  referralReply: 14,
  referralWait: 84,
  referralReport: 28,
  serviceCheck: 6,
  reportReview: 12,
  evidenceReview: 12,
  adjustmentReview: 12,
  accessibilityYears: 3,
  transferReceipt: 10,
  safeguardingCheck: 4,
  enquiryDays: 5,
  confidentialityLine:
    'Confidential: personal information about a child. Keep it safe and do not pass it on.',
} as const

/** The settings in force on a day: the newest that has begun, or the oldest when none has. */
export const settingsOn = <S extends Pick<School, 'from'>>(all: readonly S[], day: Day): S | undefined => {
  const inOrder = all.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.findLast((settings) => settings.from <= day) ?? inOrder[0]
}

/** One setting, as the school has it or as is usual. */
export const setting = <K extends keyof typeof usualSettings>(
  school: Partial<Pick<School, K & keyof School>> | undefined,
  name: K & keyof School,
): NonNullable<School[K & keyof School]> =>
  (school?.[name] ?? usualSettings[name as K]) as NonNullable<School[K & keyof School]>
