import { cost as costOf } from '../domain/rules/cost.ts'
import { exactly } from '../domain/rules/fraction.ts'
import { readList } from './files.ts'
import type { Command } from './command.ts'
import { needed } from './options.ts'
import { notFound } from './stop.ts'

const numberIn = (given: Record<string, unknown>, name: string, number: number, usual?: number): number => {
  const value = given[name] ?? usual
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || /e/.test(String(value)))
    throw notFound(`Case ${number}: ${name} is a number, nought or more.`)
  return value
}

/** `cost`: JSON in, JSON out, nothing else. Pence in, whole pence out. */
export const cost: Command = async (asked, { print }) => {
  const cases = await readList(needed(asked, 'file'), 'Case')
  const answers = cases.map((given, i) => {
    const groupSize = numberIn(given, 'groupSize', i + 1)
    if (!Number.isInteger(groupSize) || groupSize < 1)
      throw notFound(`Case ${i + 1}: groupSize is a whole number, 1 or more.`)
    const { perPupilPence, groupTotalPence, why } = costOf({
      pencePerHour: exactly(numberIn(given, 'ratePence', i + 1)),
      sessionsPerWeek: numberIn(given, 'sessionsPerWeek', i + 1),
      minutes: numberIn(given, 'minutes', i + 1),
      prepMinutes: numberIn(given, 'prepMinutes', i + 1, 0),
      weeks: numberIn(given, 'weeks', i + 1),
      groupSize,
      resources: numberIn(given, 'resourcesPence', i + 1, 0),
      external: 0,
      charge: 'share',
    })
    return { perPupilPence, groupTotalPence, why }
  })
  print(JSON.stringify(answers, null, 2))
  return 0
}
