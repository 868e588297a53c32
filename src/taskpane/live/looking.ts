/** What is known of the open document between two looks at its text. */
export type Looking = {
  /** Its text when all of it was read last; null before. */
  readonly read: string | null
  /** A newer text that was seen, and how often the text had moved on since it was read. */
  readonly seen: string | null
  readonly moved: number
  /** Looks in a row that Word didn't answer. */
  readonly failed: number
}
export const notLooked: Looking = { read: null, seen: null, moved: 0, failed: 0 }

/** Somebody who types on and on is read all the same: after so many looks at which the text had moved. */
const patience = 3

/**
 * What a look at the document's text is followed by: it is read whole when it stands still between two looks after a
 * change, so that nobody's typing waits for a long reading.
 */
export const afterLook = (
  { read, seen, moved }: Looking,
  text: string,
): { readonly looking: Looking; readonly reads: boolean } => {
  if (text === read) return { looking: { read, seen: null, moved: 0, failed: 0 }, reads: false }
  if (read === null || text === seen || moved + 1 >= patience)
    return { looking: { read: text, seen: null, moved: 0, failed: 0 }, reads: true }
  return { looking: { read, seen: text, moved: moved + 1, failed: 0 }, reads: false }
}

export const afterFailure = (looking: Looking): Looking => ({ ...looking, failed: looking.failed + 1 })

/** Milliseconds: while something changes, while nothing does, and the longest where Word doesn't answer. */
export const pace = { busy: 2_500, quiet: 12_000, silent: 60_000 } as const

/** When to look next. What other people type beside this person moves no selection here: quiet looks see it. */
export const nextLook = ({ seen, failed }: Looking): number =>
  failed > 0 ? Math.min(pace.quiet * 2 ** failed, pace.silent) : seen === null ? pace.quiet : pace.busy
