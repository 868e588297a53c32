import { t } from '../../words/t.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import type { Delivery } from '../../domain/records/delivery.ts'
import type { NewLog } from '../../domain/rules/ledgerLogs.ts'
import type { Store, Written } from '../../graph/storeTypes.ts'

type Logs = Pick<Store<Delivery>, 'createMany' | 'updateMany' | 'shelveMany'>
export type LogsWritten = {
  readonly stored: readonly Stored<Delivery>[]
  /** Sessions that somebody else had logged meanwhile, otherwise: theirs is kept. */
  readonly theirs: readonly Stored<Delivery>[]
  readonly problem: Problem | null
}

/** What a person says of a session. The rest (whose, when) is never another. */
const saidFields = ['minutes', 'missed', 'note', 'by', 'userPrincipalName'] as const
const differing = (now: Delivery, wanted: Delivery): Partial<Delivery> =>
  Object.fromEntries(
    saidFields.flatMap((field) => (now[field] === wanted[field] ? [] : [[field, wanted[field]]])),
  )

/**
 * The same person said something else of the session before: the answer to that may have been lost, and what they say
 * last stands. Not so of what makes up for one, where the minutes of a day are added to those that were there.
 */
const isOwn = (log: Delivery, wanted: Delivery): boolean =>
  wanted.makesUp === null &&
  wanted.userPrincipalName !== null &&
  log.userPrincipalName?.toLowerCase() === wanted.userPrincipalName.toLowerCase()

const recordsIn = (written: readonly Written<Delivery>[]) =>
  written.flatMap((row) => (row.outcome === 'stored' ? [row.record] : []))
const problemIn = (written: readonly Written<Delivery>[]): Problem | null => {
  const refused = written.find((row) => row.outcome === 'refused')
  return refused?.outcome === 'refused' ? (refused.problem as Problem) : null
}

/**
 * Stores what is said of a session for all its pupils in one batch, each once however often it is tried. What was
 * undone before comes back as it is said now; what somebody else logged otherwise meanwhile stays theirs and is told.
 */
export const writeLogs = async (
  store: Logs,
  wanted: readonly NewLog[],
  known: readonly Stored<Delivery>[],
): Promise<LogsWritten> => {
  const before = new Map(known.map((log) => [log.key, log]))
  const made = await store.createMany(wanted.filter(({ key }) => !before.has(key)))
  const there = new Map(recordsIn(made).map((log) => [log.key, log]))
  const back = await store.shelveMany(
    [...there.values()].filter(({ archived }) => archived).map((stored) => ({ stored, reason: null })),
  )
  const restored = new Map(recordsIn(back).map((log) => [log.key, log]))
  const saidBefore = new Map(
    wanted.flatMap(({ key, record }) => {
      const log = there.get(key)
      return log && !log.archived && isOwn(log, record) && Object.keys(differing(log, record)).length > 0
        ? [[key, log] as const]
        : []
    }),
  )
  const changes = wanted.flatMap(({ key, record }) => {
    const own = before.get(key) ?? restored.get(key) ?? saidBefore.get(key)
    return own ? [{ stored: own, changes: differing(own, record) }] : []
  })
  const changed = await store.updateMany(changes)
  const isTheirs = (log: Stored<Delivery>) => {
    const mine = wanted.find(({ key }) => key === log.key)
    return !log.archived && mine !== undefined && Object.keys(differing(log, mine.record)).length > 0
  }
  const fresh = [...there.values()].filter(
    ({ key, archived }) => !archived && !restored.has(key) && !saidBefore.has(key),
  )
  return {
    stored: [...fresh, ...recordsIn(changed)],
    theirs: fresh.filter(isTheirs),
    problem: problemIn(made) ?? problemIn(back) ?? problemIn(changed),
  }
}

/**
 * Of logs that were to be changed and turned out to be changed already: those that say neither what they said before
 * nor what was wanted, so that somebody else said it. What the same person said is theirs to say otherwise.
 */
export const changedMeanwhile = (
  now: readonly Stored<Delivery>[],
  before: readonly Stored<Delivery>[],
  wanted: readonly NewLog[],
): readonly Stored<Delivery>[] =>
  now.filter((log) => {
    const was = before.find(({ key }) => key === log.key)
    const mine = wanted.find(({ key }) => key === log.key)?.record
    const same = (other: Delivery | undefined) =>
      other !== undefined && Object.keys(differing(log, other)).length === 0
    return !same(was) && !same(mine) && !(mine && isOwn(log, mine))
  })

/** Takes back what was just logged: new ones out of sight, changed ones as they were. */
export const undoLogs = async (
  store: Logs,
  written: readonly Stored<Delivery>[],
  known: readonly Stored<Delivery>[],
): Promise<readonly Stored<Delivery>[]> => {
  const before = new Map(known.map((log) => [log.key, log]))
  const taken = await store.shelveMany(
    written.filter(({ key }) => !before.has(key)).map((stored) => ({ stored, reason: t`Logged by mistake` })),
  )
  const put = await store.updateMany(
    written.flatMap((stored) => {
      const was = before.get(stored.key)
      return was ? [{ stored, changes: differing(stored, was) }] : []
    }),
  )
  const problem = problemIn(taken) ?? problemIn(put)
  if (problem) throw problem
  return [...recordsIn(taken), ...recordsIn(put)]
}
