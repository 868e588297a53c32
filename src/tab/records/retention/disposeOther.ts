import { t } from '../../../words/t.ts'
import { derivedKey } from '../../../domain/derivedKey.ts'
import { Problem, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Disclosure } from '../../../domain/records/disclosure.ts'
import { Disposal } from '../../../domain/records/disposal.ts'
import { StaffConcern } from '../../../domain/records/staffConcern.ts'
import { thingDue } from '../../../domain/rules/retentionOther.ts'
import { ruleOn, showRule } from '../../../domain/rules/retentionRules.ts'
import type { Disposing, Outcome } from './dispose.ts'
import { type Stop } from './grounds.ts'
import { listOfGroup, type OtherPlan, type OtherThing, readOther } from './others.ts'

/** What stands against disposing of anything of a group, or null. */
export const otherStop = (plan: OtherPlan): Stop | null => {
  const { whole, spoilt, old, begun } = plan
  if (!whole) return { is: 'trouble', trouble: { code: 'noAccess', to: listOf(plan), ownRowsOnly: true } }
  if (spoilt.length > 0) return { is: 'spoilt', lists: spoilt }
  return old.due.length === 0 && !begun ? { is: 'notDue' } : null
}

/**
 * Deletes what is due of one group as `seen`: reads it anew, writes the log's row first, reads holds and rules once
 * more, deletes only what was seen, is unchanged and may still go, then closes the log with what went. Broken off
 * anywhere, the same call goes on; never throws.
 */
export const disposeOther = async (seen: OtherPlan, disposing: Disposing): Promise<Outcome> => {
  try {
    return await run(seen, disposing)
  } catch (thrown) {
    return { is: 'trouble', trouble: troubleOf(thrown) }
  }
}

const run = async (seen: OtherPlan, disposing: Disposing): Promise<Outcome> => {
  const { reach, today, progress = () => undefined } = disposing
  const marks = new Set(seen.old.due.map(({ mark }) => mark))
  const goingIn = ({ old }: OtherPlan) => old.due.filter(({ mark }) => marks.has(mark))

  const now = await readOther(reach, seen.group, today)
  const stop = otherStop(now)
  if (stop) return stop
  if (goingIn(now).length === 0 && !now.begun) return { is: 'changed', lists: [listOf(now)] }

  const log = now.begun ?? (await begin(now, goingIn(now), disposing))
  const last = await readOther(reach, seen.group, today)
  const late = otherStop(last)
  if (late) {
    if (!now.begun) await reach.records.store(Disposal).update(log, { state: 'stopped' })
    return late
  }
  const going = goingIn(last)
  let done = 0
  for (const thing of going) {
    await disposeOf(thing, disposing)
    progress((done += 1), going.length)
  }
  return { is: 'done', log: await reach.records.store(Disposal).update(log, ended(log, now, going)) }
}

const disposeOf = async (thing: OtherThing, { reach }: Pick<Disposing, 'reach'>): Promise<void> => {
  if ('row' in thing) return reach.records.store(Disclosure).dispose(thing.row)
  if ('said' in thing) return reach.records.store(StaffConcern).dispose(thing.said)
  return reach.files.dispose('senco', thing.path)
}

const listOf = ({ group }: Pick<OtherPlan, 'group'>) => listOfGroup[group]?.list ?? t`Documents`

const countsOf = (things: readonly OtherThing[]) => {
  const files = things.filter((thing) => 'path' in thing).length
  return { rows: things.length - files, files }
}
const listedOf = ({ group }: Pick<OtherPlan, 'group'>, count: number) => {
  const type = listOfGroup[group]
  return type ? `${type.list} ${count}` : t`documents ${count}`
}

/** One row a group and day, whoever begins it: two people who press at once write one log. */
const begin = async (
  plan: OtherPlan,
  going: readonly OtherThing[],
  { reach, today, decidedBy }: Disposing,
): Promise<Stored<Disposal>> => {
  const { group, rules } = plan
  const earlier = plan.log.filter((row) => row.group === group && row.on === today).length
  const subject = derivedKey(`${today.replaceAll('-', '')}00`, group, String(earlier))
  const store = reach.records.store(Disposal)
  const record = blank(Disposal, {
    subject,
    on: today,
    group,
    rule: showRule(ruleOn(rules, group, today)).slice(0, 255),
    due: plan.old.since,
    ...countsOf(going),
    listed: listedOf(plan, going.length),
    decidedBy: decidedBy.slice(0, 120),
    state: 'begun',
  })
  const made = await store.create(record, derivedKey(subject, 'Disposal'))
  if (made.state !== 'begun') throw new Problem({ code: 'busy' }, 'the log row was ended meanwhile')
  return made
}

/** On going on the first run's count stands, with what came due only after it began. */
const ended = (log: Stored<Disposal>, now: OtherPlan, going: readonly OtherThing[]): Partial<Disposal> => {
  if (!now.begun) return { state: 'done', ...countsOf(going), listed: listedOf(now, going.length) }
  const younger = going.filter((thing) => (thingDue(now.group, thing, now.rules, log.on) ?? '9') > log.on)
  const more = countsOf(younger)
  const rows = (log.rows ?? 0) + more.rows
  const files = (log.files ?? 0) + more.files
  return { state: 'done', rows, files, listed: listedOf(now, rows + files) }
}
