import { t } from '../../words/t.ts'
import type { Owed } from '../../documents/letters/chases.ts'
import { type ReviewFile, settingsOfFile } from '../../documents/reviewFile.ts'
import type { Stored } from '../../domain/record.ts'
import type { Chase } from '../../domain/records/chase.ts'
import type { Contributor } from '../../domain/records/contributor.ts'
import { addDays, type Day, showDay } from '../../domain/rules/day.ts'
import { lawDays, type RuledDay } from '../../domain/rules/limits.ts'
import { phaseTransferOf } from '../../domain/rules/phaseTransfer.ts'
import { circulateBy } from '../../domain/rules/reviewDates.ts'
import { reviewSteps } from '../../domain/rules/reviewSteps.ts'

type Chases = readonly Stored<Chase>[]
const daysOf = (chases: Chases): Day[] => chases.map(({ on }) => on).toSorted()

/** While the meeting has no date, no law gives a day for the advice. */
const agreed = (day: Day, asked: Day): RuledDay => ({
  day,
  why: {
    rule: t`Advice`,
    says: t`Advice is given by the day that was asked for, within six weeks as a rule`,
    strength: 'local',
    source: t`Our request`,
    inputs: [{ label: t`Advice asked for`, value: showDay(asked) }],
  },
})

/** What somebody owes of the advice that they were asked for; null where nothing is late or asked for. */
export const adviceOwed = (person: Stored<Contributor>, file: ReviewFile, chases: Chases): Owed | null => {
  const { adviceAsked: asked, adviceReceived, adviceDue, key } = person
  if (!asked || adviceReceived) return null
  const { meetingDate } = file.review
  const rule = meetingDate ? circulateBy(meetingDate, settingsOfFile(file)) : null
  // The day asked for lies before the law's, for whose sake it was asked: that duty is the one to quote.
  const due = rule
    ? { day: adviceDue ?? rule.day, why: rule.why }
    : agreed(adviceDue ?? addDays(asked, lawDays('adviceBy', asked)), asked)
  return {
    due,
    before: daysOf(chases.filter((one) => one.what === 'advice' && one.contributor === key)),
  }
}

const debts = { decide: 'decision', notice: 'notice', final: 'finalPlan' } as const
export type AuthorityOwes = (typeof debts)[keyof typeof debts]

/** The first debt of the authority after the meeting, with its rule as the path has it, whether late or not yet. */
export const authorityOwes = (
  file: ReviewFile,
  chases: Chases,
  today: Day,
): { readonly what: AuthorityOwes; readonly owed: Owed } | null => {
  const { review, pupil } = file
  const settings = settingsOfFile(file)
  const transfer = phaseTransferOf(pupil, settings, today)
  for (const { step, done, due, why } of reviewSteps(review, today, settings, transfer)) {
    if (done !== null || due === null || why === null) continue
    const what = Object.hasOwn(debts, step) ? debts[step as keyof typeof debts] : null
    if (what === null) continue
    const before = chases.filter((one) => one.what === what && one.review === review.key)
    return { what, owed: { due: { day: due, why }, before: daysOf(before) } }
  }
  return null
}
