import type { Listing, Store } from '../../../src/graph/storeTypes.ts'
import type { Value } from '../../../src/domain/fields.ts'
import { acknowledgedAreThere, type Acknowledged } from './acknowledged.ts'
import type { Command } from './commands.ts'
import { judge, type Picture } from './judge.ts'
import { type Handle, type Loose, places, recordOf } from './places.ts'
import { keys, openWorld } from './world.ts'

/** What came of some commands; written rows of a batch are answered or refused one by one. */
export type Tally = { commands: number; answered: number; refused: number; faults: Map<string, number> }
export const newTally = (): Tally => ({ commands: 0, answered: 0, refused: 0, faults: new Map() })

const onePerKey = (all: readonly Handle[]) => [...new Map(all.map((each) => [each.key, each])).values()]
/** As many earlier readings of a list as are kept to be written from: most of them are old by then. */
const mostHandles = 24

/** Does these commands in two schools of their own and asks after each what must hold. Throws a ModelFailure. */
export const runCommands = async (commands: readonly Command[], tally: Tally): Promise<void> => {
  const world = await openWorld()
  const handles = new Map(places.map((place) => [place, [] as Handle[]]))
  const pictures: Picture[] = []
  const acknowledged: Acknowledged[] = []
  try {
    for (const command of commands) {
      tally.commands += 1
      const { does, which, values, faults, between, meddling } = command
      const place = places[command.where]!
      const who = command.who
      if (does === 'weather') {
        world.begin(place, [], null)
        world.change(command.weather, who, place, which)
        continue
      }
      const isMeddling = does === 'meddle'
      const near = between && !isMeddling ? between : null
      world.begin(
        place,
        isMeddling ? [] : faults,
        near && { left: near[0], act: () => world.meddle(near[1]) },
      )
      const before = world.rows(place)
      const known = handles.get(place)!
      const handle = known[known.length - 1 - (which % Math.max(1, known.length))]
      const chosen =
        does === 'updateMany' || does === 'shelveMany'
          ? onePerKey(known.slice(0, which % 12))
          : handle
            ? [handle]
            : []
      const key = keys[which % keys.length]!
      const [first, second] = place.texts
      const [one, other] = [0, 1].map(
        (at) => place.values[at as 0 | 1][values[at as 0 | 1] % place.values[at as 0 | 1].length]!,
      ) as [Value, Value]
      const changes: Loose =
        values[2] === 'first'
          ? { [first]: one }
          : values[2] === 'second'
            ? { [second]: other }
            : { [first]: one, [second]: other }
      const record = recordOf(place, changes)
      const many = keys.slice(0, (which % 5) + 1)
      const picture =
        which % 4 === 0
          ? undefined
          : pictures.filter((each) => each.who === who && each.place === place)[which % 3]
      const reason = which % 2 === 0 ? 'left' : null
      const store = world.connection(who, place).records.store(place.type) as unknown as Store<Loose>

      const perform = (): Promise<unknown> | undefined => {
        if (does === 'meddle') return world.meddle(meddling)
        if (does === 'create') return store.create(record, key)
        if (does === 'createMany') return store.createMany(many.map((each) => ({ key: each, record })))
        if (does === 'all') return store.all()
        if (does === 'allWithArchived') return store.allWithArchived()
        if (does === 'about') return store.about(first, String(one))
        if (does === 'byKey') return store.byKey(key)
        if (does === 'changes') return store.changes(picture?.token ?? null)
        if (does === 'readsAll') return world.connection(who, place).records.readsAll(place.type)
        if (!handle) return undefined
        if (does === 'update') return store.update(handle, changes)
        if (does === 'archive') return store.archive(handle, 'left')
        if (does === 'restore') return store.restore(handle)
        if (does === 'dispose') return store.dispose(handle).then(() => 'disposed')
        if (does === 'history') return store.history(handle)
        if (does === 'updateMany') return store.updateMany(chosen.map((stored) => ({ stored, changes })))
        return store.shelveMany(chosen.map((stored) => ({ stored, reason })))
      }
      const done = await Promise.resolve()
        .then(perform)
        .then(
          (value) => ({ value }),
          (thrown: unknown) => ({ thrown }),
        )
      const { transitions, wrote } = world.end()
      if (isMeddling) {
        if ('thrown' in done) throw done.thrown
        continue
      }
      const asked = {
        ...command,
        place,
        who,
        before,
        chosen,
        key,
        many,
        changes,
        record,
        reason,
        first,
        one,
        picture,
      }
      const outcome = judge(world, asked, done, transitions, wrote)
      tally.answered += outcome.answered
      tally.refused += outcome.refused
      for (const stored of outcome.stored) {
        known.push(stored)
        if (does !== 'byKey') acknowledged.push({ place, stored })
      }
      if ('value' in done && (does === 'all' || does === 'allWithArchived'))
        known.push(...(done.value as Listing<Loose>).records)
      if (known.length > mostHandles) known.splice(0, known.length - mostHandles)
      if (outcome.picture) {
        if (picture && which % 3 === 0) pictures.splice(pictures.indexOf(picture), 1)
        pictures.push(outcome.picture)
        if (pictures.length > 30) pictures.shift()
      }
    }
    acknowledgedAreThere(world.admin, acknowledged)
  } finally {
    for (const [what, count] of world.hits) tally.faults.set(what, (tally.faults.get(what) ?? 0) + count)
  }
}
