import type { Change } from './world.ts'

/** Where changes are kept. In memory there is none: nothing to load, nothing to write. */
export type Storage = {
  /** All that was ever acknowledged, oldest first. Called once, before anything else. */
  load: () => Promise<readonly Change[]>
  /** Keeps the changes together or not at all; done when they would survive the machine stopping. */
  append: (changes: readonly Change[]) => Promise<void>
  /** Where to find everything as changes from nothing, for when the history is shortened. */
  shortenFrom: (everything: () => Iterable<Change>) => void
  close: () => Promise<void>
}
