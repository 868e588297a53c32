import { type Day, isDay } from '../domain/rules/day.ts'
import * as dates from '../domain/rules/reviewDates.ts'
import { yearClock } from '../domain/rules/yearClock.ts'
import { chronologicalYear, endOfCompulsorySchoolAge } from '../domain/rules/schoolYear.ts'
import { type ReviewSettings, usualReviewSettings } from '../domain/rules/reviewSettings.ts'
import { readLimits } from './clockLimits.ts'
import { readList } from './files.ts'
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

/** Where the meeting isn't known, the eight weeks of the notice still bind. */
const finalOf = (meeting: Day | null, noticeSent: Day | null) =>
  meeting !== null
    ? dates.finalBy(meeting, noticeSent)
    : noticeSent === null
      ? null
      : dates.finalAfterNotice(noticeSent)

/** The dates of one review with the rule and source of each; null where its input is missing. */
const clockOf = ({ meeting, noticeSent, dob, basis }: Case, settings: ReviewSettings) => {
  const year = basis === null ? null : yearClock(basis, settings)
  const ruled = {
    inviteBy: meeting === null ? null : dates.inviteBy(meeting, settings),
    circulateBy: meeting === null ? null : dates.circulateBy(meeting, settings),
    reportBy: meeting === null ? null : dates.reportBy(meeting, settings),
    decisionBy: meeting === null ? null : dates.decisionBy(meeting, settings),
    commentsNotBefore: noticeSent === null ? null : dates.commentsNotBefore(noticeSent),
    finalBy: finalOf(meeting, noticeSent),
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

/** So many cases are written at once: the answers to a long file are longer than any one text can be. */
const together = 1000

/** `clock`: JSON in, JSON out, nothing else. With `--limits` an authority's tighter limits count as well. */
export const clock: Command = async (asked, { print }) => {
  const { limits } = asked.given
  const settings =
    limits === undefined ? usualReviewSettings : { ...usualReviewSettings, limits: await readLimits(limits) }
  const cases = (await readList(needed(asked, 'file'), 'Case')).map((given, i): Case => {
    refuseStrange(given, i + 1)
    return {
      meeting: dayIn(given, 'meeting', i + 1),
      noticeSent: dayIn(given, 'noticeSent', i + 1),
      dob: dayIn(given, 'dob', i + 1),
      basis: dayIn(given, 'basis', i + 1),
    }
  })
  if (cases.length === 0) print('[]')
  for (let at = 0; at < cases.length; at += together) {
    const some = JSON.stringify(
      cases.slice(at, at + together).map((one) => clockOf(one, settings)),
      null,
      2,
    ).slice(2, -2)
    print(`${at === 0 ? '[\n' : ''}${some}${at + together < cases.length ? ',' : '\n]'}`)
  }
  return 0
}
