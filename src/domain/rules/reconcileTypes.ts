import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import type { NeedType, YearGroup } from './codes.ts'
import type { Day } from './day.ts'

/** The three lists that should say the same: our records, the MIS export, the authority's list of plans. */
export const listNames = ['ours', 'mis', 'authority'] as const
export type ListName = (typeof listNames)[number]

/** What is compared, in the order in which a person reads it. */
export const comparedFields = [
  'upn',
  'surname',
  'forename',
  'dateOfBirth',
  'yearGroup',
  'className',
  'status',
  'need',
  'planIssued',
  'planVersion',
  'lastReview',
  'localAuthority',
  'admitted',
  'left',
] as const
export type ComparedField = (typeof comparedFields)[number]

/**
 * A child as one list has them. A field that the list has no column for is missing; `null` is a column left blank.
 * `need`: types in rank order. `key`: ours alone, the pupil's key; `archived`: ours alone.
 */
export type ListRow = {
  /** The row's number as Excel shows it; of our own records their place in the list. */
  readonly row: number
  readonly key?: string
  readonly archived?: boolean
  readonly preferredForename?: string | null
  readonly misId?: string | null
  readonly upn?: string | null
  /** A UPN that the child had before, as a list says. */
  readonly formerUpn?: string | null
  readonly surname?: string | null
  readonly forename?: string | null
  readonly dateOfBirth?: Day | null
  readonly yearGroup?: YearGroup | null
  readonly className?: string | null
  readonly status?: Pupil['status'] | null
  readonly statusFrom?: Day | null
  readonly need?: readonly NeedType[]
  /** How many needs the list has columns for; missing where it has room for all of them. */
  readonly needRoom?: number
  readonly planIssued?: Day | null
  readonly planVersion?: Day | null
  readonly lastReview?: Day | null
  readonly localAuthority?: string | null
  readonly admitted?: Day | null
  readonly left?: Day | null
}
export type Lists = Readonly<Record<ListName, readonly ListRow[]>>

/** How it is known that rows of several lists are one child. `person`: somebody said so. */
export type Confidence = 'upn' | 'nameAndBirth' | 'person'
export const confidenceWords: Record<Confidence, string> = {
  upn: t`Same UPN`,
  nameAndBirth: t`Same name and date of birth`,
  person: t`You said that they are one child`,
}

/** Why two rows may be one child; nobody but a person can say. */
export type Doubt =
  | 'sameUpnOtherChild'
  | 'sameChildOtherUpn'
  | 'severalAlike'
  | 'nearName'
  | 'nearBirth'
  | 'noBirth'
  | 'sameBirthday'
export const doubtWords: Record<Doubt, string> = {
  sameUpnOtherChild: t`The same UPN, but a name that says another child`,
  sameChildOtherUpn: t`The same name and date of birth, but another UPN`,
  severalAlike: t`The same name and date of birth as more than one child`,
  nearName: t`The same date of birth, and a name written nearly the same: perhaps a spelling, perhaps a twin`,
  sameBirthday: t`The same surname and date of birth, another forename: a twin, or one child by another name`,
  noBirth: t`The same name, and a date of birth on one list alone`,
  nearBirth: t`The same name, and a date of birth that differs by a slip`,
}

/** What a person said about two rows, each by its mark. */
export type Link = { readonly one: string; readonly other: string; readonly same: boolean }

/** One child, as far as is known: the rows of each list that are theirs. More than one in a list is a duplicate. */
export type Child = {
  readonly rows: Readonly<Record<ListName, readonly ListRow[]>>
  /** Null where the child stands on one list alone. */
  readonly matchedBy: Confidence | null
}

/** Two children who may be one. `one` and `other` are places in the list of children. */
export type Doubtful = { readonly one: number; readonly other: number; readonly doubt: Doubt }

/** A field's value as a list has it, for a person to read; missing where the list says nothing of it. */
export type Told = Partial<Record<ListName, string>>

/** What may be done about a difference. Only `take`, `leaver`, `joiner` and `bringBack` write to our records. */
export type Fix =
  | {
      readonly is: 'take'
      readonly from: 'mis' | 'authority'
      readonly changes: Partial<Pupil>
      /** Types of need in rank order, where needs are what is taken. */
      readonly needs?: readonly NeedType[]
    }
  /** `left`: null where no list says when, and a person has to. */
  | { readonly is: 'leaver'; readonly left: Day | null }
  | { readonly is: 'joiner'; readonly record: Partial<Pupil>; readonly needs: readonly NeedType[] }
  | { readonly is: 'bringBack' }
  /** What to ask of whoever keeps the list: a sentence without its full stop. */
  | { readonly is: 'tellMis'; readonly ask: string }
  | { readonly is: 'tellAuthority'; readonly ask: string }
  /** Right as it is: with a person's reason, and not asked again while the lists say the same. */
  | { readonly is: 'keep' }

export type DifferenceKind =
  'field' | 'onlyOurs' | 'notOurs' | 'notOnAuthority' | 'notInMis' | 'duplicate' | 'archived'

export type Difference = {
  /** The same while the lists say the same of this child, whoever compares them. */
  readonly id: string
  /** The child's place in the list of children. */
  readonly child: number
  readonly kind: DifferenceKind
  readonly field: ComparedField | null
  readonly label: string
  readonly told: Told
  /** The proposed fix; its kind is one of `options`. */
  readonly proposal: Fix
  /** Why that is proposed: the rule, in a sentence without its full stop. */
  readonly why: string
  /** All that may be done, the proposal first, `keep` last. */
  readonly options: readonly Fix[]
}

/** Rows that were matched and then left alone, and why: no row is lost without a word. */
export type PassedOver = { readonly list: ListName; readonly count: number; readonly why: string }
