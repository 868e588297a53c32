import type { Day } from '../rules/day.ts'
import type { Strength } from '../rules/why.ts'

/** What a text is, which says what is asked of it. */
export type TextKind =
  /** A line of special educational provision: Section F, and G, H1, H2 alike. */
  | 'provision'
  /** What is to change in such a line: part of a sentence, so no amounts are asked of it. */
  | 'change'
  | 'outcome'
  | 'target'
  | 'action'
  /** Any other text that the school writes. */
  | 'text'
  /** What somebody said, kept word for word: only names are looked at. */
  | 'words'

/** How sure it is that the source says so: read there, remembered from long use, or our own judgement. */
export type Confidence = 'read' | 'remembered' | 'judged'

/** The parts of a line of provision. */
export type Part = 'type' | 'frequency' | 'duration' | 'who' | 'group'
/** What a text can leave out, each named to the person who wrote it. */
export type Missing = Part | 'whether' | 'measure' | 'start' | 'date' | 'owner' | 'act' | 'change' | 'words'

export const missingWords: Record<Missing, string> = {
  type: 'what kind of support',
  frequency: 'how often',
  duration: 'for how long',
  who: 'by whom, with what training',
  group: 'one to one, or in a group of how many',
  whether: 'whether it happens at all',
  measure: 'how one would see it',
  start: 'where it starts from',
  date: 'by when',
  owner: 'who does it',
  act: 'what is done',
  change: 'what will be different for the pupil',
  words: 'the words that belong here',
}

/** What stands in fields beside the text, so that it need not be in the text too. */
export type Beside = {
  readonly measure?: string | null
  readonly baseline?: string | null
  readonly by?: Day | null
  readonly owner?: string | null
  readonly due?: Day | null
}

/** A phrase that a school asks to be marked. */
export type OwnPhrase = {
  readonly id: string
  readonly phrase: string
  readonly kind: TextKind | 'any'
  readonly says: string
}

/** What a school has settled, in force on the day. */
export type WordingSettings = { readonly off: ReadonlySet<string>; readonly own: readonly OwnPhrase[] }

/** A stretch of a text that names another pupil, as the wrong-child guard finds it. */
export type NameFound = { readonly from: number; readonly to: number; readonly certain: boolean }

export type WordingContext = {
  readonly kind: TextKind
  readonly today: Day
  readonly beside?: Beside
  readonly settings?: WordingSettings
  /** Looks for other pupils' names: the wrong-child guard over one text. */
  readonly names?: (text: string) => readonly NameFound[]
}

/** Something in a text worth another look. `from` and `to` count UTF-16 units of the text as it was given. */
export type WordingFinding = {
  readonly rule: string
  readonly from: number
  readonly to: number
  /** The words of the text from `from` to `to`. */
  readonly words: string
  /** The whole line is meant: something isn't in it. */
  readonly line: boolean
  readonly says: string
  readonly source: string
  readonly strength: Strength
  readonly confidence: Confidence
  readonly whatIsMissing: readonly Missing[]
}
