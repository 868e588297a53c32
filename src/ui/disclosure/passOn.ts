import type { Disclosure } from '../../domain/records/disclosure.ts'
import { fieldsOf } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'

/** A document on its way: what it is of, what it says, and what giving it out means. */
export type Passing = {
  /** `Download the minutes`. */
  readonly title: string
  readonly did: Disclosure['did']
  /** The kind of document, never a name. */
  readonly what: string
  /** Keys of the pupils whom it is about; more than one on purpose. */
  readonly about: readonly string[]
  /** It is about no pupil: why it goes is asked, and noted, only where a pupil is found in it all the same. */
  readonly ofNobody?: true
  /** Keys of those of them for whom a row is written. */
  readonly logged: readonly string[]
  readonly adults: readonly string[]
  readonly days: readonly (Day | null)[]
  /** The verb of the button that lets it go: `Download`. */
  readonly verb: string
  /** The document as it is now: what it says, and how just that is let go. */
  look(): Promise<Looked>
}
export type Looked = {
  readonly paragraphs: readonly TextParagraph[]
  /** Resolves with what is said afterwards. */
  go(): Promise<Passed>
}
export type Passed = {
  readonly words: string
  readonly link?: { readonly words: string; readonly address: string }
}

/** Adults who are named in a review on purpose. */
export const adultsOf = (file: ReviewFile): string[] =>
  [
    ...file.contributors.map(({ name }) => name),
    ...file.contacts.map(({ name }) => name),
    file.review.chair,
    file.school?.senco,
    file.school?.headteacher,
    file.pupil.keyAdult,
    file.pupil.socialWorker,
    file.pupil.localAuthorityOfficer,
  ].filter((name): name is string => Boolean(name))

/** Days of the pupil's own record. */
export const daysOf = (pupil: Pupil): (Day | null)[] =>
  fieldsOf(Pupil).flatMap(([name, { kind }]) =>
    kind === 'date' ? [pupil[name as keyof Pupil] as Day | null] : [],
  )
