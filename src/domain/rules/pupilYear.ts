import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import { showMoneyYear } from './annualise.ts'
import { pupilMoney } from './cost.ts'
import { type Day, showDay } from './day.ts'
import { thresholdWhy } from './enteredWhy.ts'
import { exactly, fraction, over, plus, rounded, times } from './fraction.ts'
import { fundingOf } from './funding.ts'
import type { MoneyInput, Figure, MoneyLine, PupilYear } from './moneyTypes.ts'
import { showMoney } from './money.ts'
import { addedByName, addsUp, inLines, total, why } from './moneyWhy.ts'
import { countedApart } from './countedApart.ts'
import { rulebookFor, type Rules, rulesOf } from './rulebook.ts'
import { canCount, countedOf } from './rulebookCount.ts'
import { setting } from './settings.ts'
import { hoursOf, type Keyed, minutesOf } from './yearLine.ts'

/** One pupil against the threshold. */
export const pupilYear = (
  pupil: Keyed<Pupil>,
  own: readonly Omit<MoneyLine, 'counted'>[],
  input: MoneyInput,
): PupilYear => {
  const authority = pupil.localAuthority ?? input.school?.localAuthority ?? null
  const book = rulebookFor(input.rulebooks, authority, input.year)
  const rules = rulesOf(book, input.school)
  const countable = own.filter(({ year }) => canCount(year, rules))
  const result = countedOf(
    countable.map((one) => ({
      year: one.year,
      kind: one.provision?.line ?? null,
      pence: one.actual?.pence ?? 0,
    })),
    rules,
  )
  const countedBy = new Map(result.lines.map((one) => [one.line.line.key, one]))
  const lines = own.map((one): MoneyLine => ({ ...one, counted: countedBy.get(one.line.key) ?? null }))
  // A band is the amount of one authority: another's band of the same name is another amount.
  const funding = fundingOf({ ...pupil, localAuthority: authority }, input.fundings, input.bands, input.year)
  const { threshold } = rules
  const counted = result.countedPence
  const money = pupilMoney([counted], threshold, funding.topUp.pence)
  const actual = total(lines.map((one) => one.actual?.pence ?? 0))
  const notCosted = lines.filter(({ missing }) => missing.length > 0)
  const open = notCosted.length > 0 ? t` ${notCosted.length} not costed yet, so this is too low.` : ''
  const name = (one: MoneyLine) => one.provision?.name ?? t`Provision no longer offered`
  const linesCounted = total(result.lines.map(({ countedPence }) => countedPence))
  // Where only the total is rounded, the lines' pence may add up to a penny or two more or less.
  const inAll = counted + result.overCap - linesCounted
  const ofLines = addedByName(
    lines.map((one) => ({ name: name(one), pence: one.counted?.countedPence ?? null })),
    t`Counts`,
    inLines,
  )
  return {
    pupil,
    authority,
    rules,
    hasRulebook: book !== undefined,
    lines,
    actual: {
      pence: actual,
      why: why(
        t`What support costs the school`,
        t`The lines of support that fall in ${showMoneyYear(input.year)}, each rounded to the penny.${open}`,
        addedByName(
          lines.map((one) => ({ name: name(one), pence: one.actual?.pence ?? null })),
          t`Together`,
          inLines,
        ),
        t`The school’s own rates`,
      ),
    },
    counted: {
      pence: counted,
      why: why(
        t`What counts towards the threshold`,
        `${result.reasons.join(' ')}${result.reasons.length > 0 ? ' ' : ''}${book ? t`By ${rules.name}.` : t`No costing rules are entered for this authority: every line counts that is not marked otherwise.`}${open}`,
        [
          ...ofLines.slice(0, -1),
          ...(inAll === 0 ? [] : [[t`Rounded only in all`, inAll] as [string, number]]),
          ...(result.overCap > 0
            ? [[t`Above the most that counts`, result.overCap] as [string, number]]
            : []),
          [
            t`Counts`,
            inAll === 0 && result.overCap === 0
              ? ofLines.at(-1)![1]
              : addsUp([linesCounted, ...(inAll === 0 ? [] : [inAll]), -result.overCap].filter(isFigure)),
          ],
        ],
        rules.source,
      ),
    },
    ...countedApart(lines, { actual, counted, overCap: result.overCap, source: rules.source }),
    wholeYear: input.asOf === undefined ? null : wholeYearOf(lines, rules, input.school, input.asOf),
    element2Used: {
      pence: money.element2Used,
      why: why(
        t`Element 2 used`,
        t`What counts, up to the threshold: the school pays it from its own budget.`,
        [
          [t`Counts`, counted],
          [t`Threshold`, threshold],
          [
            t`Used`,
            t`the smaller of ${showMoney(counted)} and ${showMoney(threshold)} = ${showMoney(money.element2Used)}`,
          ],
        ],
      ),
    },
    aboveThreshold: {
      pence: money.aboveThreshold,
      why: why(t`Above the threshold`, t`What counts, less the threshold; nothing where it stays below.`, [
        [t`Counts`, counted],
        [t`Threshold`, threshold],
        [
          t`Above`,
          counted > threshold
            ? addsUp([counted, -threshold])
            : t`${showMoney(counted)} is not more than ${showMoney(threshold)}: ${showMoney(0)}`,
        ],
      ]),
    },
    belowThreshold: {
      pence: money.belowThreshold,
      why: why(t`Below the threshold`, t`The threshold less what counts; nothing where it is above.`, [
        [t`Threshold`, threshold],
        [t`Counts`, counted],
        [
          t`Below`,
          counted < threshold
            ? addsUp([threshold, -counted])
            : t`${showMoney(counted)} is not less than ${showMoney(threshold)}: ${showMoney(0)}`,
        ],
      ]),
    },
    threshold: { pence: threshold, why: thresholdWhy(rules, book, input.school) },
    topUp: funding.topUp,
    topUpGap: {
      pence: money.topUpGap,
      why: why(
        t`Top-up gap`,
        money.topUpGap > 0
          ? t`What lies above the threshold, less the top-up: the school pays it.`
          : money.aboveThreshold === 0
            ? t`Nothing lies above the threshold: there is no gap.`
            : t`The top-up covers what lies above the threshold: there is no gap.`,
        [
          [t`Above the threshold`, money.aboveThreshold],
          [t`Top-up in the year`, funding.topUp.pence],
          [
            money.topUpGap >= 0 ? t`Gap` : t`More top-up than lies above`,
            money.topUpGap >= 0
              ? addsUp([money.aboveThreshold, -funding.topUp.pence])
              : addsUp([funding.topUp.pence, -money.aboveThreshold]),
          ],
        ],
      ),
    },
    funding,
    notCosted,
  }
}

const isFigure = (pence: number, i: number) => i === 0 || pence !== 0

/** Hours a week for all weeks of the year, and each price once, of the lines that run on a day. */
const wholeYearOf = (
  lines: readonly MoneyLine[],
  rules: Rules,
  school: School | undefined,
  day: Day,
): Figure => {
  const weeks = rules.weeks ?? setting(school, 'weeksInYear')
  const running = lines.flatMap(({ line, year, provision, missing }) => {
    const now = year.inYear.find(({ from, until }) => from <= day && day <= until)
    if (!now || now.double || missing.length > 0) return []
    const week = hoursOf(line, { ...now, weeks: exactly(weeks) }, minutesOf(line))
    const group = plus(
      times(now.rate ?? fraction(0n), week),
      exactly((line.resources ?? 0) + (line.external ?? 0)),
    )
    const pence = rounded(over(group, exactly(now.sharers)))
    return [{ name: provision?.name ?? t`Provision no longer offered`, pence }]
  })
  const pence = total(running.map((one) => one.pence))
  return {
    pence,
    why: why(
      t`As if it ran all year`,
      t`What runs on ${showDay(day)}, for ${weeks} weeks: for requests that ask for a full year’s cost. No part of this year’s figures.`,
      addedByName(running, t`Together`, inLines),
      t`The school’s own rates`,
    ),
  }
}
