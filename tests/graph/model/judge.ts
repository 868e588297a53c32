import { Problem } from '../../../src/domain/problem.ts'
import type { Value } from '../../../src/domain/fields.ts'
import type { Row } from '../../../src/emulator/graph/world.ts'
import type { Changes, Listing, Version, Written } from '../../../src/graph/storeTypes.ts'
import type { Command, Person } from './commands.ts'
import { must } from './failure.ts'
import {
  columnOf, type Handle, isNonsense, isShelved, isState, keyOf, type Loose, mark, type Place, textIn, versionOf,
} from './places.ts' // prettier-ignore
import { type Access, roleIn, type Transition, type World } from './world.ts'

/** What one person holds of one list, from `changes`. */
export type Picture = {
  readonly who: Person
  readonly place: Place
  readonly token: string
  readonly records: ReadonlyMap<string, Handle>
  readonly unreadable: ReadonlySet<string>
}

/** A command with all that it meant when it was given. */
export type Asked = Omit<Command, 'who' | 'where'> & {
  readonly place: Place
  readonly who: Person
  readonly before: ReadonlyMap<number, Row>
  readonly chosen: readonly Handle[]
  readonly key: string
  readonly many: readonly string[]
  readonly changes: Loose
  readonly record: Loose
  readonly reason: string | null
  readonly first: string
  readonly one: Value
  readonly picture: Picture | undefined
}
type Done = { readonly value: unknown } | { readonly thrown: unknown }
type Outcome = { answered: number; refused: number; stored: Handle[]; picture: Picture | null }

const reads = new Set(['all', 'allWithArchived', 'about', 'byKey', 'history', 'changes', 'readsAll'])
const writesMany = new Set(['createMany', 'updateMany', 'shelveMany'])

/** Asks of a command that is over: was anything lost, doubled, read or written that may not be, or told wrongly? */
export const judge = (
  world: World,
  asked: Asked,
  done: Done,
  transitions: readonly Transition[],
  wrote: boolean,
): Outcome => {
  const { does, place, who, before, chosen, changes } = asked
  const { type, texts } = place
  const after = world.rows(place)
  const accesses = world.accesses()
  const outcome: Outcome = { answered: 0, refused: 0, stored: [], picture: null }
  const some = (may: (access: Access) => boolean) => accesses.some(may)
  const sees = (access: Access, row: Row) => {
    const role = roleIn(access, place, who)
    return role !== undefined && (!access.ownRows.has(place) || role === 'owner' || row.createdBy === who)
  }
  const maySee = (row: Row) => some((access) => sees(access, row))
  const mayRead = some((access) => roleIn(access, place, who) !== undefined)
  const mayWrite = some((access) => ['write', 'owner'].includes(roleIn(access, place, who) ?? ''))
  const mayChange = (row: Row) =>
    maySee(row) && mayWrite && (!type.guard || some((access) => roleIn(access, place, who) === 'owner'))
  const onlyOwn = some((access) => access.ownRows.has(place) && roleIn(access, place, who) !== 'owner')
  const meddled = transitions.some(({ by }) => by === 'others') || accesses.length > 1

  /** Every state that a row was in while the command ran. */
  const statesOf = (id: string): Row[] => {
    const was = before.get(Number(id))
    const later = transitions.flatMap(({ after: row }) => (row && String(row.id) === id ? [row] : []))
    return [...(was ? [was] : []), ...later]
  }
  const stateOf = (record: Handle): Row | undefined =>
    statesOf(record.id).find((row) => isState(place, record, row))
  const mayHave = (record: Handle) => {
    const state = stateOf(record)
    must(state, 'untrue', () => `${does} gave a row of ${type.list} as it never was`)
    must(maySee(state), 'forbidden', `${who} was given a row of ${type.list}`)
    return state
  }
  /** What a write was to make of a row, seen from what the person had before them. */
  const wantedFrom = (base: Handle): { columns: Record<string, Value>; archived: boolean } => {
    const shelf = does === 'archive' || (does === 'shelveMany' && asked.reason !== null)
    const isShelving = ['archive', 'restore', 'shelveMany'].includes(does)
    const differing = isShelving
      ? []
      : Object.entries(changes).filter(([name, value]) => base[name] !== value)
    return {
      columns: Object.fromEntries(differing.map(([name, value]) => [columnOf(name), value])),
      archived: isShelving ? shelf : base.archived,
    }
  }

  checkWrites()
  if (wrote) {
    must(
      new Set([...after.values()].map(keyOf)).size === after.size,
      'doubled',
      `a key stands twice in ${type.list}`,
    )
    must(world.othersUntouched(), 'untrue', 'a list that nobody worked on has changed')
  }
  if ('thrown' in done) {
    must(
      done.thrown instanceof Problem,
      'untrue',
      () => `${does} threw ${String((done.thrown as Error)?.stack ?? done.thrown)}`,
    )
    const about =
      does === 'create' ? [asked.key] : does === 'createMany' ? asked.many : chosen.map(({ key }) => key)
    if (about.length === 0 || reads.has(does)) refused(done.thrown, null)
    else for (const key of about) refused(done.thrown, key)
    checkNeed(done.thrown)
  } else if (done.value !== undefined) answered(done.value)
  return outcome

  /** Nothing was written but what was asked for, by who may, once, upon what the person had before them. */
  function checkWrites() {
    const own = transitions.filter(({ by }) => by === 'store')
    if (own.length === 0) return
    must(!reads.has(does), 'untrue', `${does} wrote`)
    must(mayWrite, 'forbidden', `${who} wrote in ${type.list}`)
    const rows = own.map(({ before: was, after: is }) => (was ?? is)!.id)
    must(new Set(rows).size === rows.length, 'doubled', `${does} wrote a row of ${type.list} twice`)
    const made = own.flatMap(({ before: was, after: is }) => (was === null ? [keyOf(is!)] : []))
    // A row that somebody deleted before its answer came may be made anew.
    const deleted = transitions.flatMap(({ by, before: was, after: is }) =>
      by === 'others' && !is ? [keyOf(was!)] : [],
    )
    must(
      new Set(made).size === made.length || made.some((key) => deleted.includes(key)),
      'doubled',
      `${does} made two rows with one key`,
    )
    for (const { before: was, after: is } of own) {
      if (was === null) checkMade(is!)
      else checkChanged(was, is)
    }
  }
  function checkMade(row: Row) {
    must(
      does === 'create' ? keyOf(row) === asked.key : does === 'createMany' && asked.many.includes(keyOf(row)),
      'untrue',
      `${does} made a row`,
    )
    must(row.number === 1 && row.createdBy === who && !isShelved(row), 'untrue', 'a new row is no new row')
    must(
      texts.every((field) => textIn(row, field) === (asked.record[field] ?? null)),
      'lost',
      `a text of a new row in ${type.list}`,
    )
  }
  function checkChanged(was: Row, is: Row | null) {
    const base = chosen.find(({ id }) => id === String(was.id))
    must(base && !does.startsWith('create'), 'untrue', `${does} changed a row that it was not given`)
    must(mayChange(was), 'forbidden', `${who} changed a row of ${type.list}`)
    must(
      versionOf(base) === was.number,
      'lost',
      `${does} wrote over somebody’s version ${was.number} of a row in ${type.list}`,
    )
    if (is === null) return must(does === 'dispose', 'lost', `${does} deleted a row`)
    must(does !== 'dispose', 'untrue', 'a disposal changed a row')
    must(is.number === was.number + 1, 'doubled', `${does} made ${is.number - was.number} versions`)
    must(is.modifiedBy === who && is.createdBy === was.createdBy, 'untrue', `${does} in another’s name`)
    const wanted = wantedFrom(base)
    must(isShelved(is) === wanted.archived, 'untrue', `${does} left a row archived ${String(isShelved(is))}`)
    for (const column of new Set([...Object.keys(was.fields), ...Object.keys(is.fields)])) {
      if (['Title', 'gtArchived', 'gtArchivedReason'].includes(column)) continue
      const right = column in wanted.columns ? wanted.columns[column] : was.fields[column]
      must(
        (is.fields[column] ?? null) === (right ?? null),
        'lost',
        `${does} changed ${column}, which nobody asked for`,
      )
    }
  }

  function answered(value: unknown) {
    if (writesMany.has(does)) {
      for (const each of value as Written<Loose>[]) {
        if (each.outcome === 'stored') stored(each.record)
        else refused(each.problem, each.key)
      }
      return
    }
    outcome.answered += 1
    if (does === 'all' || does === 'allWithArchived' || does === 'about') listed(value as Listing<Loose>)
    else if (does === 'changes') changed(value as Changes<Loose>)
    else if (does === 'history') versions(value as Version<Loose>[])
    else if (does === 'dispose') disposed()
    else if (does === 'readsAll') {
      // Kept for as long as a page is open; nothing of a record is in it.
      if (!meddled && !world.isStale(who, place))
        must(value === !onlyOwn, 'untrue', `${who} reads all of ${type.list}: ${String(value)}`)
    } else if (does === 'byKey') {
      outcome.stored.push(value as Handle)
      mayHave(value as Handle)
      must((value as Handle).key === asked.key, 'untrue', 'another key’s row')
    } else {
      outcome.answered -= 1
      stored(value as Handle)
    }
  }
  /** What was answered for is, or was while the command ran, in the list just so. */
  function stored(record: Handle) {
    outcome.answered += 1
    const base = chosen.find(({ key }) => key === record.key)
    // Nothing to change, nothing asked: the answer is what was given.
    if (!does.startsWith('create') && base === record) {
      if (does === 'shelveMany') must(record.archived === (asked.reason !== null), 'untrue', 'shelved')
      else
        must(
          Object.entries(changes).every(([name, value]) => record[name] === value),
          'untrue',
          'changed',
        )
      return
    }
    const state = mayHave(record)
    outcome.stored.push(record)
    if (does.startsWith('create')) {
      const mine = transitions.some(
        ({ by, before: was, after: is }) => by === 'store' && was === null && is === state,
      )
      const there = [
        ...before.values(),
        ...transitions.flatMap(({ by, after: is }) => (by === 'others' && is ? [is] : [])),
      ]
      must(
        mine || there.some((row) => row.id === state.id),
        'lost',
        `${does} answered for a row that it never made`,
      )
      return
    }
    // What was written was looked at; without a write somebody must have done the same.
    if (transitions.some(({ by, after: is }) => by === 'store' && String(is?.id) === record.id)) return
    const wanted = wantedFrom(base!)
    const done =
      Object.entries(wanted.columns).every(([column, value]) => (state.fields[column] ?? null) === value) &&
      (isShelved(state) === wanted.archived || does.startsWith('update')) &&
      state.number > versionOf(base!)
    must(done, 'lost', `${does} was answered and not done`)
  }
  function disposed() {
    const { id } = chosen[0]!
    const is = after.get(Number(id))
    // A list whose setting changes between two looks can't be told from one that lost the row.
    must(!is || accesses.length > 1, 'untrue', `a row of ${type.list} is told to be deleted and is there`)
  }

  function listed({ records, unreadable }: Listing<Loose>) {
    must(mayRead, 'forbidden', `${who} read ${type.list}`)
    const given = new Set<string>()
    for (const { id } of [...records, ...unreadable]) {
      must(!given.has(id), 'doubled', `${does} gave a row of ${type.list} twice`)
      given.add(id)
    }
    const asks = (row: Row) =>
      (does === 'allWithArchived' || !isShelved(row)) &&
      (does !== 'about' || textIn(row, asked.first) === asked.one)
    for (const record of records)
      must(asks(mayHave(record)), 'untrue', `${does} gave a row that it should not`)
    for (const { id } of unreadable) {
      const states = statesOf(id)
      must(
        states.some((row) => isNonsense(place, row)),
        'untrue',
        `${does} could not read a sound row of ${type.list}`,
      )
      must(states.some(maySee), 'forbidden', `${who} was given an unreadable row of ${type.list}`)
    }
    // Where the person saw everything once, a list that hides rows since is not always noticed (decision 010).
    if (world.isStale(who, place) && does === 'about') return
    const moved = new Set(transitions.flatMap(({ before: was, after: is }) => [was?.id, is?.id]))
    for (const [id, row] of after) {
      if (moved.has(id) || given.has(String(id)) || accesses.length > 1) continue
      const wanted = isNonsense(place, row) ? does !== 'about' || asks(row) : asks(row)
      must(!wanted || (type.guard && !maySee(row)), 'lost', `${does} left out a row of ${type.list}`)
    }
  }

  function versions(all: Version<Loose>[]) {
    must(mayRead, 'forbidden', `${who} read the history of a row in ${type.list}`)
    const { id } = chosen[0]!
    const states = statesOf(id)
    must(states.length > 0 && states.some(maySee), 'forbidden', `${who} was given the versions of a row`)
    const newest = states.find((row) => `${row.number}.0` === all[0]?.id)
    must(newest, 'untrue', 'the newest version is not the row')
    must(all.length === Math.min(newest.number, 50), 'lost', `${all.length} versions of ${newest.number}`)
    must(
      all.every((each, at) => each.id === `${newest.number - at}.0`),
      'untrue',
      'versions are out of order',
    )
    if (meddled) return
    must(all[0]!.archived === isShelved(newest), 'untrue', 'the newest version is archived otherwise')
    for (const field of texts)
      must(
        (all[0]!.values[field] ?? null) === textIn(newest, field),
        'untrue',
        'the newest version says something else',
      )
    must(
      all[0]!.unreadable.length > 0 === isNonsense(place, newest),
      'untrue',
      'what can’t be read of a version',
    )
  }

  /** What is put together from changes is the list as it is. */
  function changed({ records, unreadable, removed, whole, token }: Changes<Loose>) {
    must(mayRead, 'forbidden', `${who} read the changes of ${type.list}`)
    must(whole || asked.picture, 'untrue', 'changes since nothing')
    const rows = new Map(whole ? [] : asked.picture!.records)
    const spoilt = new Set(whole ? [] : asked.picture!.unreadable)
    for (const id of removed) {
      rows.delete(id)
      spoilt.delete(id)
    }
    for (const record of records) {
      mayHave(record)
      rows.set(record.id, record)
      spoilt.delete(record.id)
    }
    for (const { id } of unreadable) {
      rows.delete(id)
      spoilt.add(id)
    }
    if (accesses.length > 1) return
    const [access] = accesses
    outcome.picture = { who, place, token, records: rows, unreadable: spoilt }
    if (meddled) return
    const visible = [...after.values()].filter((row) => sees(access!, row))
    for (const row of visible) {
      const there = rows.get(String(row.id))
      if (isNonsense(place, row))
        must(
          spoilt.has(String(row.id)) && !there,
          'lost',
          `a spoilt row is missing from the changes of ${type.list}`,
        )
      else
        must(
          there && isState(place, there, row),
          'lost',
          () => `the changes of ${type.list} do not add up to a row: ${there ? 'older' : 'missing'}`,
        )
    }
    must(
      rows.size + spoilt.size === visible.length,
      'untrue',
      `the changes of ${type.list} leave rows that are gone`,
    )
  }

  function refused(problem: unknown, key: string | null) {
    outcome.refused += 1
    must(problem instanceof Problem, 'untrue', () => `${does} was refused with ${String(problem)}`)
    const { trouble } = problem
    const said = `${problem.message} ${JSON.stringify(problem.cause ?? null)} ${trouble.code === 'changed' ? '' : JSON.stringify(trouble)}`
    must(!said.includes(mark), 'forbidden', () => `a record’s text is in what is said: ${problem.message}`)
    if (trouble.code !== 'changed' || key === null) return
    if (trouble.theirs) mayHave(trouble.theirs as Handle)
    // Refused for somebody else's change: ours was not made, or theirs came upon it.
    const about = transitions
      .map((each, at) => ({ ...each, at }))
      .filter(({ before: was, after: is }) => keyOf((was ?? is)!) === key)
    const mine = about.findLast(({ by }) => by === 'store')
    must(
      !mine || about.some(({ by, at }) => by === 'others' && at > mine.at),
      'untrue',
      `${does} was done and called somebody else’s change`,
    )
  }
  /** With nothing in the way, who may is answered. */
  function checkNeed(problem: Problem) {
    const calm =
      asked.faults.every((each) => each === null) && asked.between === null && !world.retyped.has(place)
    // Called back and challenged at once: the client tries again once only.
    if (problem.code === 'signedOut') return
    const inSite = some(({ roles }) => roles[place.site]?.[who] !== undefined)
    if (!calm || !inSite || !mayRead || (onlyOwn && !type.guard)) return
    const why = () => `${does} of ${type.list} by ${who}: ${problem.message}`
    if (['all', 'allWithArchived', 'about', 'changes', 'readsAll'].includes(does))
      must(false, 'needless', why)
    const row = chosen[0] && before.get(Number(chosen[0].id))
    if (does === 'history') must(!row || !maySee(row), 'needless', why)
    if (does === 'byKey' || does === 'create') {
      const there = [...before.values()].find((each) => keyOf(each) === asked.key)
      if (does === 'byKey') must(!there || !maySee(there) || isNonsense(place, there), 'needless', why)
      else must(!mayWrite || there, 'needless', why)
    }
    if (['update', 'archive', 'restore', 'dispose'].includes(does))
      must(
        !row || !mayChange(row) || isNonsense(place, row) || row.number !== versionOf(chosen[0]!),
        'needless',
        why,
      )
  }
}
