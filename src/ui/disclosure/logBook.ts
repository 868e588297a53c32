import { derivedKey } from '../../domain/derivedKey.ts'
import { newKey } from '../../domain/key.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { blank } from '../../domain/record.ts'
import { Disclosure } from '../../domain/records/disclosure.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { Store, Written } from '../../graph/storeTypes.ts'
import { noteOf, type Task } from './task.ts'

export type Purpose = Disclosure['purpose']
export type Deed = Pick<Disclosure, 'did' | 'what' | 'purpose'> &
  Partial<Pick<Disclosure, 'pupil' | 'recipient' | 'warnings' | 'note'>>

/** Reasons that hold for one record after another; the others are about one pupil and are never carried on. */
export const carriedPurposes: readonly Purpose[] = [
  'provision',
  'review',
  'assessment',
  'transfer',
  'monitoring',
]

/**
 * `waiting`: rows are kept in the open page and tried again. `shut`: SharePoint takes none here, so nothing is asked
 * and the place says that opening isn't logged.
 */
export type LogState =
  { readonly is: 'well' } | { readonly is: 'waiting' | 'shut'; readonly trouble: Trouble }

/** What this person opened and passed on in this page, and what of it is in the list. In memory only. */
export type LogBook = {
  /** Why this person opens this pupil's record today; null while that is to be asked. */
  purposeFor(pupil: string): Purpose | null
  choose(pupil: string, purpose: Purpose): void
  /**
   * Logged once a day for each person, pupil, kind of thing and reason, however often it is opened; for each task that
   * it was opened from apart, and with a note of that task.
   */
  opened(pupil: string, what: string, task?: Task | null): void
  /** The task's reason is this pupil's until the function that comes back is called. Nothing of it is carried on. */
  workOn(pupil: string, task: Task): () => void
  /** The task that this pupil is worked on from just now. */
  taskOn(pupil: string): Task | null
  /** Something was passed on: logged each time. */
  did(...deeds: readonly Deed[]): void
  state(): LogState
  subscribe(changed: () => void): () => void
  /** Tries again what could not be written. */
  again(): void
}

/** Seconds until rows that could not be written are tried again; the last counts for every further try. */
const patience = [2, 5, 15, 60, 300]
/** More than anybody opens while SharePoint is away; the oldest are kept. */
const most = 2_000

type Entry = {
  readonly record: Disclosure
  readonly name: string | null
  /** It was opened from a task: a fact of its own, not the same opening under another reason. */
  readonly task: boolean
  /** Given the person's id: of an opening the same on each page and after a reload, so that a day has one row of it. */
  keyFor(owner: string): string
}

const closes = ({ code }: Trouble): boolean =>
  ['noAccess', 'notSetUp', 'refused', 'unsupported', 'gone'].includes(code)

type Row = { readonly key: string; readonly record: Disclosure }
/** One alone goes as a click does: at once, before any job, and on its way even when the page is closed. */
const writeRows = async (
  store: Pick<Store<Disclosure>, 'create' | 'createMany'>,
  rows: readonly Row[],
): Promise<Written<Disclosure>[]> => {
  const [row] = rows
  if (!row || rows.length > 1) return store.createMany(rows)
  return [{ key: row.key, outcome: 'stored', record: await store.create(row.record, row.key) }]
}

/** `owner` is the id of the person signed in; `wait` calls back after so many seconds. */
export const newLogBook = (
  store: Pick<Store<Disclosure>, 'create' | 'createMany'>,
  today: () => Day,
  owner: () => Promise<string>,
  wait: (seconds: number, then: () => void) => void = (seconds, then) =>
    void setTimeout(then, seconds * 1000),
): LogBook => {
  const listeners = new Set<() => void>()
  let state: LogState = { is: 'well' }
  let day = today()
  let carried: Purpose | null = null
  const chosen = new Map<string, Purpose>()
  const noted = new Set<string>()
  const tasks = new Map<string, Task>()
  let queue: Entry[] = []
  let writing = false
  let tries = 0

  // A new object each time, so that whoever shows it is drawn again.
  const tell = (next: LogState = { ...state }) => {
    state = next
    for (const listener of listeners) listener()
  }
  /** A page may stay open for days: a new day asks anew. */
  const turn = () => {
    if (today() === day) return
    day = today()
    carried = null
    chosen.clear()
    noted.clear()
  }
  const put = (record: Disclosure, name: string | null, keyFor: Entry['keyFor'], task = false) => {
    if (queue.length < most) queue.push({ record, name, task, keyFor })
    void write()
  }

  /** One writing at a time; what comes meanwhile goes together in the next. The same keys each time: no row twice. */
  const write = async (): Promise<void> => {
    if (writing || queue.length === 0) return
    writing = true
    const sent = [...queue]
    let left = sent
    let trouble: Trouble | null = null
    try {
      const id = await owner()
      const rows = sent.map(({ keyFor, record }) => ({ key: keyFor(id), record }))
      const written = await writeRows(store, rows)
      const stored = new Set(written.filter(({ outcome }) => outcome === 'stored').map(({ key }) => key))
      left = sent.filter((_, at) => !stored.has(rows[at]!.key))
      const refused = written.find((row) => row.outcome === 'refused')
      if (refused?.outcome === 'refused') trouble = troubleOf(refused.problem)
    } catch (thrown) {
      trouble = troubleOf(thrown)
    }
    const came = queue.filter((entry) => !sent.includes(entry))
    queue = [...left, ...came]
    writing = false
    if (left.length === 0) {
      tries = 0
      tell({ is: 'well' })
      return write()
    }
    trouble ??= { code: 'unexpected' }
    if (closes(trouble)) return tell({ is: 'shut', trouble })
    tell({ is: 'waiting', trouble })
    wait(patience[Math.min(tries++, patience.length - 1)]!, () => void write())
  }

  // Asked for before there is anything to write: then a row waits for nothing but its own sending.
  void owner().catch(() => {})

  return {
    purposeFor(pupil) {
      turn()
      return tasks.get(pupil)?.purpose ?? chosen.get(pupil) ?? carried
    },
    choose(pupil, purpose) {
      turn()
      tasks.delete(pupil)
      chosen.set(pupil, purpose)
      if (carriedPurposes.includes(purpose)) carried = purpose
      tell()
    },
    opened(pupil, what, task = null) {
      turn()
      const purpose = task?.purpose ?? chosen.get(pupil) ?? carried
      if (!purpose) return
      // From here on it is this pupil's reason, whatever is chosen for others. What a task is for ends with it.
      if (!task) chosen.set(pupil, purpose)
      const thing = `${pupil}/${what}/`
      const name = `${thing}${purpose}/${task?.words ?? ''}`
      if (noted.has(name)) return
      noted.add(name)
      // A reason changed before the row was sent is the only one that counts.
      if (!writing && !task)
        queue = queue.filter(
          (entry) => entry.task || !entry.name?.startsWith(thing) || entry.record.purpose === purpose,
        )
      const on = day
      const of = [purpose, ...(task ? [task.words] : [])]
      put(
        blank(Disclosure, { pupil, did: 'opened', what, purpose, note: task && noteOf(task) }),
        name,
        (id) => derivedKey(pupil, id, on, what, ...of),
        task !== null,
      )
    },
    workOn(pupil, task) {
      tasks.set(pupil, task)
      return () => {
        if (tasks.get(pupil) === task) tasks.delete(pupil)
      }
    },
    taskOn: (pupil) => tasks.get(pupil) ?? null,
    did(...deeds) {
      for (const deed of deeds) {
        const key = newKey()
        put(blank(Disclosure, deed), null, () => key)
      }
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    again() {
      tries = 0
      tell({ is: 'well' })
      void write()
    },
  }
}
