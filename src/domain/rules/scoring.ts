import { t } from '../../words/t.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { Score } from '../records/score.ts'
import { showBoundedAge } from './ageText.ts'
import { showNumber } from './figure.ts'
import type { Interval } from './standardisedChange.ts'

type Scale = Pick<AssessmentTool, 'scale'>

/** The number of a score that its tool is read by, or null. An age beyond the test's range is no number. */
export const mainNumber = (score: Score, { scale }: Scale): number | null => {
  switch (scale) {
    case 'standardised':
      return score.standardised
    case 'age':
      return exactAge(score)
    case 'percent':
    case 'points':
      return score.value ?? score.raw
  }
}

/** Months of an age equivalent, or null where it is none or stands for more or less. */
export const exactAge = ({ ageMonths, ageBound }: Pick<Score, 'ageMonths' | 'ageBound'>): number | null =>
  ageBound === null ? ageMonths : null

/** A tool's main number as people read it: `84`, `7:03`, `62%`, `14`. */
export const showMain = (value: number, { scale }: Scale): string => {
  if (scale === 'age') return showBoundedAge({ months: Math.round(value), bound: null })
  return `${showNumber(value, Number.isInteger(value) ? 0 : value * 10 === Math.round(value * 10) ? 1 : 2)}${scale === 'percent' ? '%' : ''}`
}

/** `7:03`, `below 6:00`, or ''. */
export const showAgeOf = ({ ageMonths, ageBound }: Pick<Score, 'ageMonths' | 'ageBound'>): string =>
  ageMonths === null ? '' : showBoundedAge({ months: ageMonths, bound: ageBound })

/** What a gain is counted in, in short. */
export const gainUnits: Readonly<Record<AssessmentTool['scale'], string>> = {
  standardised: 'point',
  age: 'month',
  percent: t`percentage point`,
  points: 'point',
}
/** What one more of a tool's main number is called. */
export const unitOf = ({ scale }: Scale): string =>
  ({
    standardised: t`point of standardised score`,
    age: t`month of age equivalent`,
    percent: t`percentage point`,
    points: 'point',
  })[scale]

/**
 * The interval that a change between two scores is held against: the wider of their own, else the tool's. Null where
 * neither is known.
 */
export const intervalOf = (
  start: Score,
  end: Score,
  tool: Pick<AssessmentTool, 'interval' | 'level' | 'scale'>,
): Interval | null => {
  const level = tool.level ?? 90
  const own = [start, end].flatMap(({ low, high, standardised }) =>
    standardised !== null && low !== null && high !== null && high > low ? [(high - low) / 2] : [],
  )
  if (own.length > 0) return { plusMinus: Math.max(...own, tool.interval ?? 0), level }
  return tool.interval === null ? null : { plusMinus: tool.interval, level }
}

const scaleNames = {
  standardised: t`Standardised score`,
  age: t`Age equivalent`,
  percent: t`Percentage`,
  points: t`Points`,
}
/** A tool in a line: `Points, 0 to 40 · lower is better · ±5 at 90%`. */
export const scaleWords = (
  tool: Pick<AssessmentTool, 'scale' | 'better' | 'lowest' | 'highest'> &
    Partial<Pick<AssessmentTool, 'interval' | 'level'>>,
): string => {
  const { scale, better, lowest, highest, interval = null, level = null } = tool
  const range =
    lowest !== null && highest !== null
      ? t`, ${showMain(lowest, tool)} to ${showMain(highest, tool)}`
      : lowest !== null
        ? t`, from ${showMain(lowest, tool)}`
        : highest !== null
          ? t`, up to ${showMain(highest, tool)}`
          : ''
  return [
    `${scaleNames[scale]}${range}`,
    better === 'higher' ? t`higher is better` : t`lower is better`,
    interval !== null && t`±${interval} at ${level ?? 90}%`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How a score's main number lies outside its tool's range, in words: `41 is above 40, the highest`; null where it doesn't. */
export const outOfRange = (
  score: Score,
  tool: Pick<AssessmentTool, 'scale' | 'lowest' | 'highest'>,
): string | null => {
  const value = mainNumber(score, tool)
  if (value === null) return null
  if (tool.highest !== null && value > tool.highest)
    return t`${showMain(value, tool)} is above ${showMain(tool.highest, tool)}, the highest`
  if (tool.lowest !== null && value < tool.lowest)
    return t`${showMain(value, tool)} is below ${showMain(tool.lowest, tool)}, the lowest`
  return null
}
