import type { KeptText, TextKeeper } from './types.ts'

/** Milliseconds that text must have stood still before it is kept outside the page. */
const stillFor = 4_000
const waits = [15_000, 30_000, 60_000]

/** What is to be kept of a field: a text; null where all is settled; `leave` where that shows in a moment. */
export type Wanted = KeptText | null | 'leave'

const same = (a: KeptText | undefined, b: KeptText) => a?.typed === b.typed && a.before === b.before

/**
 * Brings what is kept outside the page into line with what stands in it, some seconds after it stands still: one field
 * after the other, and again later when that fails.
 */
export const openKeeping = ({
  keeper,
  fields,
  textOf,
  mayTry,
  onKept,
}: {
  keeper: TextKeeper | undefined
  /** The fields that have text of their own. */
  fields(): ReadonlySet<string>
  textOf(field: string): Wanted
  /** Milliseconds until the list may be asked; null while only the person can help. */
  mayTry(): number | null
  onKept(): void
}) => {
  const kept = new Map<string, KeptText>()
  /** Fields whose keeping was begun and not answered: it may have been done all the same. */
  const unsure = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let failures = 0
  let tired = false

  const due = () =>
    [...new Set([...fields(), ...kept.keys(), ...unsure])].filter((field) => {
      const wanted = textOf(field)
      if (wanted === 'leave') return false
      return wanted === null ? kept.has(field) || unsure.has(field) : !same(kept.get(field), wanted)
    })
  const look = (delay = stillFor) => {
    clearTimeout(timer)
    const wait = mayTry()
    if (!keeper || wait === null || due().length === 0) return
    timer = setTimeout(() => void run(), Math.max(delay, wait, tired ? waits[0]! : 0))
  }
  const work = async (to: TextKeeper) => {
    try {
      for (const field of due()) {
        const wanted = textOf(field)
        if (wanted === 'leave') continue
        if (wanted) {
          unsure.add(field)
          await to.keep(field, wanted)
          kept.set(field, wanted)
        } else {
          await to.settle(field)
          kept.delete(field)
        }
        unsure.delete(field)
        failures = 0
        tired = false
        onKept()
      }
    } catch {
      // The text stands in the page; the screen says that it isn't stored, and leaving warns.
      tired = true
      look(waits[Math.min(failures++, waits.length - 1)]!)
    }
  }
  const run = (): Promise<void> => {
    clearTimeout(timer)
    if (!keeper) return Promise.resolve()
    running ??= work(keeper).finally(() => {
      running = null
      look()
    })
    return running
  }

  return {
    /** To be told of every change in the page. */
    look: () => look(),
    async flush() {
      if (running) await running
      if (mayTry() !== null && due().length > 0) await run()
    },
    /** This text was read from where it is kept. */
    learn: (field: string, text: KeptText) =>
      void kept.set(field, { typed: text.typed, before: text.before }),
    isKept: (field: string, text: KeptText) => same(kept.get(field), text),
    /** Whether exactly this text of a field is kept outside the page. */
    holds: (field: string, typed: string) => kept.get(field)?.typed === typed,
  }
}
