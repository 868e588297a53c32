import { t } from '../../words/t.ts'
import { type Day, daysBetween } from '../../domain/rules/day.ts'
import { daysLateWords } from '../../domain/rules/reviewActMarks.ts'
import type { RuledDay } from '../../domain/rules/limits.ts'
import type { Block } from '../blocks.ts'
import { facts, fullDay, heading, joinedNames, list, paragraph, strong, text } from './parts.ts'

/** What somebody owes: since when, by which rule, and when they were reminded before. */
export type Owed = { readonly due: RuledDay; readonly before: readonly Day[] }

/** `12 days late`, in words and counted. */
export const lateness = ({ due }: Owed, today: Day): string => daysLateWords(daysBetween(due.day, today))

/** The duty as it is quoted, kept with the reminder. */
export const dutyQuoted = ({ due: { why } }: Owed): string => `${why.says} (${why.source}).`

export const owedTable = (rows: readonly [string, string][], owed: Owed, today: Day): Block =>
  facts(
    t`What is owed, since when and by how many days`,
    [t`What we wait for`, t`Details`],
    [...rows, [t`Due by`, fullDay(owed.due.day)], [t`Today`, `${fullDay(today)}: ${lateness(owed, today)}`]],
  )

export const duty = (owed: Owed, more: readonly string[] = []): Block[] => [
  heading(2, owed.due.why.strength === 'must' ? t`The duty` : t`What was agreed`),
  paragraph(strong(`${owed.due.why.says}.`), text(` ${owed.due.why.source}.`)),
  ...more.map((words) => paragraph(text(words))),
]

export const remindedBefore = ({ before }: Owed): Block[] =>
  before.length === 0 ? [] : [paragraph(text(t`We reminded you on ${joinedNames(before.map(fullDay))}.`))]

export const answers = (...items: string[]): Block[] => [heading(2, t`Please tell us`), list(...items)]
