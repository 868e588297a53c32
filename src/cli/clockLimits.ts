import { isDay } from '../domain/rules/day.ts'
import type { LocalLimitName } from '../domain/rules/limitRows.ts'
import { looserThanLaw } from '../domain/rules/localLimits.ts'
import type { LocalLimit } from '../domain/rules/reviewSettings.ts'
import { readList } from './files.ts'
import { notFound } from './stop.ts'

/** The dates of the clock that an authority or a school may tighten. */
const tightened = ['inviteBy', 'circulateBy', 'reportBy', 'decisionBy', 'targetMeeting'] as const
tightened satisfies readonly LocalLimitName[]

const isTightened = (name: unknown): name is (typeof tightened)[number] =>
  (tightened as readonly unknown[]).includes(name)

const limitOf = (given: Record<string, unknown>, number: number): LocalLimit => {
  const { rule, days, from, source } = given
  const refuse = (why: string) => notFound(`Limit ${number}: ${why}.`)
  if (!isTightened(rule)) throw refuse(`rule is one of ${tightened.join(', ')}`)
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 0 || days > 366)
    throw refuse('days is a whole number of calendar days, 0 to 366')
  if (!isDay(from)) throw refuse('from is the day it begins, such as 2026-09-01')
  if (typeof source !== 'string' || source.trim() === '') throw refuse('source says where it is written')
  const looser = looserThanLaw({ rule, days, from })
  if (looser) throw refuse(looser)
  return { rule, days, authority: null, from, source: source.trim() }
}

/** Local limits of a JSON file, {rule, days, from, source} each; a looser one than the law's is a Stop, exit 2. */
export const readLimits = async (path: string): Promise<LocalLimit[]> =>
  (await readList(path, 'Limit')).map((given, i) => limitOf(given, i + 1))
