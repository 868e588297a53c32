import type { Value } from '../../domain/fields.ts'
import type { Trouble } from '../../domain/problem.ts'
import type { AnyRecordType, Stored } from '../../domain/record.ts'
import type { Store } from '../../graph/storeTypes.ts'

/** Where one field of an open record stands. */
export type FieldState =
  | { readonly is: 'stored' }
  | { readonly is: 'unsaved' }
  | { readonly is: 'saving' }
  | { readonly is: 'saved'; readonly at: Date }
  /** As typed it can't be stored; the text stays. */
  | { readonly is: 'wrong'; readonly message: string }
  /** `retryAt` null: only the person can help (sign in, ask for access). */
  | { readonly is: 'notSaved'; readonly trouble: Trouble; readonly retryAt: Date | null }
  /** Somebody else stored another text first; nothing is written until the person has chosen. */
  | { readonly is: 'differs'; readonly theirs: Value; readonly by: string | null; readonly at: string | null }
  /** Typed before this page was opened and not stored; it waits for the person's word. */
  | { readonly is: 'found' }

export type AnyRecord = Record<string, Value>
export type AnyStored = Stored<AnyRecord>

/** What stands in a control: a value, or text that is none yet. */
export type Answer = { readonly value: Value; readonly typed: string | null }

/** Somebody else's text beside what this person writes. */
export type Conflict = {
  readonly theirs: Value
  readonly by: string | null
  readonly at: string | null
  /** This person's text when they began to write a third from both; null while they have not. */
  readonly mine: Answer | null
}

/** Text of one field as it is kept outside the page: typed, and what was stored when the typing began. */
export type KeptText = { readonly typed: string; readonly before: string }

/** Text that was typed earlier, brought back. `at` is an ISO instant. */
export type FoundText = KeptText & { readonly at: string | null }

export type Entry = Answer & {
  readonly state: FieldState
  /** What is wrong with `typed`. */
  readonly complaint: string | null
  /** What was stored when the typing began, or when the person last chose between two texts. */
  readonly origin: Value
  /** What is known to be stored: another value in the list is somebody else's. */
  readonly base: Value
  /** Sent, but no answer told what became of it: found in the list, it is our own. */
  readonly sent: readonly Value[]
  readonly conflict: Conflict | null
}

/** Keeps the text of fields outside the page until it is settled. Both may fail with a Problem; both may be repeated. */
export type TextKeeper = {
  keep(field: string, text: KeptText): Promise<void>
  /** Blanks and archives what was kept. */
  settle(field: string): Promise<void>
}

/** One record while a person works on it: what they typed, what is stored, and what stands between. */
export type Draft = {
  subscribe(changed: () => void): () => void
  /** Changes whenever anything here does. */
  version(): number
  stored(): AnyStored
  valueOf(field: string): Value
  /** The text as typed, where it is not yet a value. */
  typedOf(field: string): string | null
  stateOf(field: string): FieldState
  /** Another person's text that is shown beside this one, until the choice between them is stored. */
  conflictOf(field: string): Conflict | null
  /** Who changed this field last while it was open here; null where nobody did. */
  movedOf(field: string): { readonly by: string | null; readonly at: string | null } | null
  /** Text from an earlier visit; `inField` false: the person had begun to type here before it came. */
  foundOf(field: string): (FoundText & { readonly inField: boolean }) | null
  /** A new value, saved after a pause in typing. */
  set(field: string, value: Value): void
  /** Text that is no value, with what is wrong with it. */
  setWrong(field: string, typed: string, complaint: string): void
  /**
   * Saves now: the person left the field or the page. What only they can cure is not tried again, as its button would
   * vanish under their click, unless `all` says that they did.
   */
  flush(all?: boolean): Promise<void>
  /** Stores what stands in the field: mine, or the third text. */
  keepMine(field: string): void
  /** Lets what was typed here go; the field shows what is stored. Gives back what went. */
  takeTheirs(field: string): Answer | null
  /** Begins a third text: mine and theirs stay in sight until it is stored. */
  editBoth(field: string): void
  /** Puts text from an earlier visit into its field. */
  find(field: string, text: FoundText): void
  /** Stores the found text, or puts it into the field where something else stands. */
  useFound(field: string): void
  dropFound(field: string): void
  /** A version read from the list since. */
  receive(stored: AnyStored): void
  /** Whether anything typed is not in the record yet. */
  unsaved(): boolean
  /** Whether closing the page would lose something: text that is nowhere else. */
  atRisk(): boolean
}

export type DraftOptions = {
  readonly type: AnyRecordType
  readonly stored: AnyStored
  readonly store: Pick<Store<AnyRecord>, 'update' | 'byKey'>
  readonly now: () => Date
  readonly onStored: (stored: AnyStored) => void
  /** Where text waits that can't be stored; left out where there is no such place. */
  readonly keeper?: TextKeeper | undefined
  /** Milliseconds without typing before a save. */
  readonly pause?: number
}
