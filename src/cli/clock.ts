import { type Day, isDay } from '../domain/rules/day.ts'
import * as dates from '../domain/rules/reviewDates.ts'
import { yearClock } from '../domain/rules/yearClock.ts'
import { chronologicalYear, endOfCompulsorySchoolAge } from '../domain/rules/schoolYear.ts'
import { readCases } from './files.ts'
import type { Command } from './command.ts'
import { needed } from './options.ts'
import { notFound } from './stop.ts'

const asks = ['meeting', 'noticeSent', 'dob', 'basis'] as const

type Case = {
  readonly meeting: Day | null
  readonly noticeSent: Day | null
  readonly dob: Day | null
  readonly basis: Day | null
}

const dayIn = (given: Record<string, unknown>, name: keyof Case, number: number): Day | null => {
  const value = given[name]
  if (value === undefined || value === null || value === '') return null
  if (isDay(value)) return value
  throw notFound(
    `Case ${number}: ${name} ${faultOf(value)}. Write year-month-day, such as 2026-03-10, or null.`,
  )
}

/** What is wrong with what should be a day. The value itself is not told: it may be a date of birth. */
const faultOf = (value: unknown): string => {
  if (typeof value !== 'string') return 'is not text'
  if (/^\d{4}-\d\d-\d\d[T ]/.test(value)) return 'has a time of day in it'
  return /^\d{4}-\d\d-\d\d$/.test(value) ? 'is no day of the calendar from 1900 to 2199' : 'is not a date'
}

/** A case that says nothing of what is asked was misspelt, not left blank. */
const refuseStrange = (given: Record<string, unknown>, number: number): void => {
  const names = Object.keys(given)
  if (names.length > 0 && !names.some((name) => (asks as readonly string[]).includes(name)))
    throw notFound(`Case ${number} has none of ${asks.join(', ')}: look at how they are spelt.`)
}

/** The dates of one review with the rule and source of each; null where its input is missing. */
const clockOf = ({ meeting, noticeSent, dob, basis }: Case) => {
  const year = basis === null ? null : yearClock(basis)
  const ruled = {
    inviteBy: meeting === null ? null : dates.inviteBy(meeting),
    circulateBy: meeting === null ? null : dates.circulateBy(meeting),
    reportBy: meeting === null ? null : dates.reportBy(meeting),
    decisionBy: meeting === null ? null : dates.decisionBy(meeting),
    commentsNotBefore: noticeSent === null ? null : dates.commentsNotBefore(noticeSent),
    finalBy: meeting === null ? null : dates.finalBy(meeting, noticeSent),
    statutoryEnd: year?.statutoryEnd ?? null,
    latestSafeMeeting: year?.latestSafeMeeting ?? null,
    targetMeeting: year?.targetMeeting ?? null,
  }
  const entries = Object.entries(ruled)
  return {
    ...(Object.fromEntries(entries.map(([name, rule]) => [name, rule?.day ?? null])) as Record<
      keyof typeof ruled,
      Day | null
    >),
    chronYear: dob !== null && meeting !== null ? chronologicalYear(dob, meeting) : null,
    endCSA: dob === null ? null : endOfCompulsorySchoolAge(dob),
    rightsWithYoungPerson:
      dob !== null && meeting !== null ? dates.rightsWithYoungPerson(dob, meeting) : null,
    why: {
      ...Object.fromEntries(
        entries.flatMap(([name, rule]) =>
          rule ? [[name, { rule: rule.why.rule, source: rule.why.source }]] : [],
        ),
      ),
      ...(dob === null
        ? {}
        : {
            endCSA: {
              rule: 'R14',
              source: 'Education Act 1996, section 8; Education (School Leaving Date) Order 1997',
            },
          }),
    },
  }
}

/** `clock`: JSON in, JSON out, nothing else. */
export const clock: Command = async (asked, { print }) => {
  const cases = await readCases(needed(asked, 'file'))
  const answers = cases.map((given, i) => {
    refuseStrange(given, i + 1)
    return clockOf({
      meeting: dayIn(given, 'meeting', i + 1),
      noticeSent: dayIn(given, 'noticeSent', i + 1),
      dob: dayIn(given, 'dob', i + 1),
      basis: dayIn(given, 'basis', i + 1),
    })
  })
  print(JSON.stringify(answers, null, 2))
  return 0
}
