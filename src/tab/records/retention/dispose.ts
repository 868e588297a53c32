import { t } from '../../../words/t.ts'
import { derivedKey } from '../../../domain/derivedKey.ts'
import { Problem, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Disposal } from '../../../domain/records/disposal.ts'
import { Hold } from '../../../domain/records/hold.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { holdsInForce, type Keeping } from '../../../domain/rules/retention.ts'
import { ruleOn, showRule } from '../../../domain/rules/retentionRules.ts'
import { countsIn, goingTypes, type PupilsOwn, type Reach, rowsIn } from './everything.ts'
import { type Grounds, type Plan, planFor, readGrounds, type Stop, stopOf } from './grounds.ts'

export type Outcome = { readonly is: 'done'; readonly log: Stored<Disposal> } | Stop

/** Lists in which somebody wrote between two looks; rows that went are no matter. */
const newSince = (seen: PupilsOwn, now: PupilsOwn): string[] => {
  const known = new Set(seen.lists.flatMap(({ records }) => records.map(({ key, etag }) => `${key} ${etag}`)))
  const files = new Set(seen.files.map(({ path }) => path))
  return [
    ...now.lists.flatMap(({ type, records }) =>
      records.every(({ key, etag }) => known.has(`${key} ${etag}`)) ? [] : [type.list],
    ),
    ...(now.files.every(({ path }) => files.has(path)) ? [] : [t`Documents`]),
  ]
}

export type Disposing = {
  readonly reach: Reach
  readonly today: Day
  readonly decidedBy: string
  readonly progress?: (done: number, of: number) => void
}

/**
 * Deletes everything of one pupil as `seen`: reads all of it anew, refuses what is held, not due or changed since,
 * writes the log's row first, deletes documents, then rows with children first and the pupil last, then closes the log.
 * Broken off anywhere, the same call goes on; never throws.
 */
export const dispose = async (seen: Plan, disposing: Disposing): Promise<Outcome> => {
  try {
    return await run(seen, disposing)
  } catch (thrown) {
    return { is: 'trouble', trouble: troubleOf(thrown) }
  }
}

const run = async (
  seen: Plan,
  { reach, today, decidedBy, progress = () => undefined }: Disposing,
): Promise<Outcome> => {
  const grounds = await readGrounds(reach)
  const now = planFor(grounds, seen.pupil, today)
  const stop = stopOf(now, grounds)
  if (stop) return stop
  const changed = newSince(seen.own, now.own)
  if (changed.length > 0) return { is: 'changed', lists: changed }

  const logs = reach.records.store(Disposal)
  const log = now.begun ?? (await begin(now, grounds, { reach, today, decidedBy }))
  const keeping = await holdNow(reach, seen.pupil, today)
  if (keeping) {
    // Nothing is deleted yet: unless an earlier run had begun, there is nothing to go on with.
    if (!now.begun) await logs.update(log, { state: 'stopped' })
    return { is: 'held', keeping }
  }

  const total = rowsIn(now.own) + now.own.files.length
  let done = 0
  const step = () => progress((done += 1), total)
  // Documents are known by the keys of the rows, so they go while those are there.
  for (const { audience, path } of now.own.files) {
    await reach.files.dispose(audience, path)
    step()
  }
  for (const { type, records } of now.own.lists) {
    if (type.name === 'Pupil') {
      const late = await since(reach, seen.pupil, today)
      if (late) return late
    }
    const store = reach.records.store(type)
    for (const record of records) {
      try {
        await store.dispose(record)
      } catch (thrown) {
        if (thrown instanceof Problem && thrown.code === 'changed')
          return { is: 'changed', lists: [type.list] }
        throw thrown
      }
      step()
    }
  }
  return { is: 'done', log: await logs.update(log, ended(log, now)) }
}

/** One row a pupil, whoever begins it and however often: two people who press at once write one log. */
const begin = async (
  plan: Plan,
  { rules }: Grounds,
  { reach, today, decidedBy }: Pick<Disposing, 'reach' | 'today' | 'decidedBy'>,
): Promise<Stored<Disposal>> => {
  const { group, day } = plan.review!
  const store = reach.records.store(Disposal)
  const record = blank(Disposal, {
    subject: plan.pupil,
    on: today,
    group,
    rule: showRule(ruleOn(rules, group, today)).slice(0, 255),
    due: day,
    rows: rowsIn(plan.own),
    files: plan.own.files.length,
    listed: countsIn(plan.own),
    decidedBy: decidedBy.slice(0, 120),
    state: 'begun',
  })
  const made = await store.create(record, derivedKey(plan.pupil, 'Disposal'))
  return made.state === 'begun' ? made : store.update(made, record)
}

/** The log counts what was planned when it began, and what was found on going on that is younger than that. */
const ended = (log: Stored<Disposal>, now: Plan) => {
  if (!now.begun) return { state: 'done' } as const
  const younger = now.own.lists
    .map(({ type, records }) => ({
      type,
      records: records.filter(({ createdAt }) => (createdAt ?? '') > (log.createdAt ?? '')),
    }))
    .filter(({ records }) => records.length > 0)
  const more = rowsIn({ lists: younger })
  return {
    state: 'done' as const,
    rows: (log.rows ?? 0) + more,
    ...(more > 0
      ? { listed: t`${log.listed ?? ''}; added after it began: ${countsIn({ lists: younger, files: [] })}` }
      : {}),
  }
}

const holdNow = async (reach: Reach, pupil: string, today: Day): Promise<Keeping | null> => {
  const { records, unreadable } = await reach.records.store(Hold).about('pupil', pupil)
  if (unreadable.length > 0)
    throw new Problem(
      { code: 'refused', why: `A row of ${Hold.list} can’t be read.` },
      `a row of ${Hold.list} can't be read`,
    )
  const hold = holdsInForce(records, today)[0]
  return hold ? { since: hold.from, says: t`On legal hold`, lookAgain: hold.lookAgain } : null
}

/** Before the pupil's own row goes: what somebody has added to the pupil since everything was read. */
const since = async (reach: Reach, pupil: string, today: Day): Promise<Stop | null> => {
  const keeping = await holdNow(reach, pupil, today)
  if (keeping) return { is: 'held', keeping }
  const direct = goingTypes().filter(
    ({ type, links }) =>
      reach.audiences.includes(type.audience) && links.some((link) => 'to' in link && link.to === 'Pupil'),
  )
  const lists: string[] = []
  for (const { type } of direct) {
    const found = await reach.records
      .store(type)
      .about('pupil' as never, pupil)
      .catch(noneWithoutList)
    if (found.records.length > 0) lists.push(type.list)
  }
  return lists.length > 0 ? { is: 'changed', lists } : null
}

const noneWithoutList = (thrown: unknown) => {
  if (thrown instanceof Problem && thrown.code === 'notSetUp') return { records: [] }
  throw thrown
}
