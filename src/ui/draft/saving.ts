import type { Value } from '../../domain/fields.ts'
import { troubleOf } from '../../domain/problem.ts'
import { isLater } from './merge.ts'
import { isCurable, mostMeetings, nextTry } from './patience.ts'
import { sendable } from './sendable.ts'
import type { Sheet } from './sheet.ts'
import type { AnyStored, DraftOptions, FieldState } from './types.ts'

const isStored = (value: unknown): value is AnyStored =>
  typeof value === 'object' && value !== null && 'etag' in value && 'key' in value

/** States whose text goes with the next save. */
const goes = new Set<FieldState['is']>(['unsaved', 'notSaved', 'saving'])

/** Sends what a sheet holds, with If-Match, one save at a time, and goes on after whatever can be cured. */
export const openSaving = ({
  type,
  store,
  now,
  pause,
  sheet,
}: Pick<DraftOptions, 'type' | 'store' | 'now'> & { readonly pause: number; readonly sheet: Sheet }) => {
  const { entries, put, mark, takeIn } = sheet
  let running: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let notBefore = 0
  let oneByOne = false
  let held: (FieldState & { is: 'notSaved' }) | null = null
  let arrived: AnyStored | null = null

  const schedule = (delay = pause) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), Math.max(delay, notBefore - now().getTime()))
  }
  const freed = () => {
    failures = 0
    notBefore = 0
    held = null
  }

  const nextChanges = (): ReadonlyMap<string, Value> => {
    const typed = [...entries].filter(([, entry]) => goes.has(entry.state.is))
    const { accepted, wrong } = sendable(
      type,
      sheet.stored(),
      typed.map(([field, { value }]) => [field, value] as const),
    )
    for (const [field, message] of wrong) put(field, { state: { is: 'wrong', message } })
    if (wrong.size > 0) sheet.changed()
    return oneByOne ? new Map([...accepted].slice(0, 1)) : accepted
  }

  /** True when the save may be tried again at once. */
  const settle = async (thrown: unknown, changes: ReadonlyMap<string, Value>): Promise<boolean> => {
    const trouble = troubleOf(thrown)
    const fields = [...changes.keys()]
    const stillSaving = () => fields.filter((field) => entries.get(field)?.state.is === 'saving')
    const hold = (state: FieldState & { is: 'notSaved' }) => {
      held = state
      mark(
        fields.filter((field) => goes.has(entries.get(field)?.state.is ?? 'stored')),
        state,
      )
    }
    if (trouble.code === 'changed' && failures < mostMeetings) {
      failures += 1
      try {
        takeIn(isStored(trouble.theirs) ? trouble.theirs : await store.byKey(sheet.stored().key))
        mark(stillSaving(), { is: 'unsaved' })
        return true
      } catch (again) {
        return settle(again, changes)
      }
    }
    if (trouble.code === 'refused') {
      const culprit =
        trouble.field && changes.has(trouble.field) ? trouble.field : fields.length === 1 && fields[0]
      const others = stillSaving()
      if (culprit || !oneByOne) {
        mark(others, { is: 'unsaved' })
        if (culprit && others.includes(culprit)) mark([culprit], { is: 'wrong', message: trouble.why })
        // Nothing says which of them is refused: each by itself will tell.
        if (!culprit) oneByOne = true
        return true
      }
    }
    // The answer may be lost although the work was done.
    for (const [field, value] of changes) put(field, { sent: [...(entries.get(field)?.sent ?? []), value] })
    if (!isCurable(trouble)) {
      hold({ is: 'notSaved', trouble, retryAt: null })
      if (trouble.code !== 'signedOut' && trouble.code !== 'noAccess') held = null
      return false
    }
    notBefore = nextTry(trouble, failures, now().getTime())
    failures += 1
    hold({ is: 'notSaved', trouble, retryAt: new Date(notBefore) })
    schedule(0)
    return false
  }

  const send = async () => {
    for (;;) {
      const changes = nextChanges()
      if (changes.size === 0) {
        oneByOne = false
        return
      }
      mark(changes.keys(), { is: 'saving' })
      try {
        const next = await store.update(sheet.stored(), Object.fromEntries(changes))
        freed()
        takeIn(next, changes)
        if (!oneByOne) {
          if ([...entries.values()].some(({ state }) => state.is === 'unsaved')) schedule()
          return
        }
      } catch (thrown) {
        if (!(await settle(thrown, changes))) return
      }
    }
  }
  const save = (): Promise<void> => {
    clearTimeout(timer)
    running ??= send().finally(() => {
      running = null
      const late = arrived
      arrived = null
      if (late && isLater(late, sheet.stored())) takeIn(late)
    })
    return running
  }

  return {
    /** Saves after so many milliseconds, and not before the list may be asked again. */
    schedule,
    /** What new text of any field waits for: the network, a sign-in; null while nothing stands in the way. */
    waitsFor: () => (now().getTime() < notBefore ? held : null),
    /** Milliseconds until the list may be asked; null while only the person can help. */
    mayTry: () =>
      !held || !['signedOut', 'noAccess'].includes(held.trouble.code)
        ? Math.max(0, notBefore - now().getTime())
        : null,
    async flush(all: boolean) {
      // The browser says that the network is back, or the person has signed in: the wait was for that.
      if (all && held && held.trouble.code === 'offline') notBefore = 0
      const due = [...entries.values()].some(
        ({ state }) => state.is === 'unsaved' || (state.is === 'notSaved' && (all || state.retryAt !== null)),
      )
      if (running) await running
      if (due && now().getTime() >= notBefore) await save()
    },
    /** A version read from the list since; it waits while a save is on its way. */
    receive(theirs: AnyStored) {
      if (!isLater(theirs, sheet.stored())) return
      if (running) arrived = arrived && isLater(arrived, theirs) ? arrived : theirs
      else takeIn(theirs)
    },
  }
}
