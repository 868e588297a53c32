import { partNames, partOf } from '../domain/rules/minutesParts.ts'
import { censusRules } from '../domain/rules/censusRules.ts'
import { censuses } from '../domain/rules/censusDays.ts'
import { concernStates } from '../domain/rules/concern.ts'
import { limits } from '../domain/rules/limitRows.ts'
import { type DueWhat, dueWhats } from '../domain/rules/reviewDue.ts'
import { reviewStates } from '../domain/rules/reviewMoves.ts'
import { wordingRules } from '../domain/wording/rules.ts'
import { missingWords } from '../domain/wording/types.ts'

/**
 * Words that rules keep as data and screens show through `inWords`: what they are about, and each of them. Names of
 * laws and judgments are no words of a language: they are cited as they stand.
 */
export const dataOnScreens = (): Readonly<Record<string, readonly string[]>> => ({
  'State of a review': Object.values(reviewStates),
  'Date of a review': dueWhats satisfies readonly DueWhat[],
  'State of a concern': Object.values(concernStates),
  Census: [...Object.values(censuses), ...Object.values(censusRules).map(({ title }) => title)],
  'Limit of the law': Object.values(limits).flatMap(({ rows }) => rows.map(({ says }) => says)),
  'Rule about wording': [
    ...wordingRules.flatMap(({ name, says }) => [name, says]),
    ...Object.values(missingWords),
  ],
  'Part of the minutes': partNames.map((name) => partOf(name).holds),
})
