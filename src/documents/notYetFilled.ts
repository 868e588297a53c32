import type { Day } from '../domain/rules/day.ts'
import { tagOf } from '../domain/record.ts'
import { Review } from '../domain/records/review.ts'
import type { Unanswered } from '../domain/rules/meetingAgenda.ts'
import type { Strength } from '../domain/rules/why.ts'
import { asTyped } from './asTyped.ts'
import { type Difference, type ReadBack, readBack } from './readBack.ts'
import type { ReadDocument } from './readControls.ts'
import type { ReviewFile } from './reviewFile.ts'
import { rowsIn } from './rows/rowsIn.ts'
import { unanswered } from './unanswered.ts'

/** Something that the report needs and that neither the record nor the open document says. */
export type Gap = {
  readonly words: string
  /** Which record it is of: `Outcome 2`, a person's name; null where the words say it. */
  readonly called: string | null
  /** How binding it is; null: usual in a report and asked for by nobody. */
  readonly strength: Strength | null
  readonly source: string | null
  /** Where it would be written: tags of the document's controls, first those that it has. */
  readonly tags: readonly string[]
  /** Whether the open document has room for it. */
  readonly inDocument: boolean
}

export type Together = {
  /** The review as record and document say it together. */
  readonly file: ReviewFile
  /** What law, guidance and practice ask of a review and neither of them answers, in the order of the agenda. */
  readonly missing: readonly Unanswered[]
  readonly gaps: readonly Gap[]
  /** What people typed in the document and the record doesn't have yet. */
  readonly typed: readonly Difference[]
  /** Rows that people added in the document and nobody has stored. */
  readonly rows: number
  /** How many fields and records the record has newer than the document, or beside it. */
  readonly newer: number
}

type Compared = Exclude<ReadBack, { refused: unknown }>

const byWeight: readonly (Strength | null)[] = ['must', 'should']
const weightOf = ({ strength }: Gap) => {
  const at = byWeight.indexOf(strength)
  return at < 0 ? byWeight.length : at
}

const typedIn = ({ differences, doubled }: Compared): Difference[] =>
  [...differences, ...doubled.flatMap(({ choices }) => choices.slice(0, 1))].filter(
    ({ document }) => document !== '',
  )

const recordOf = (tag: string) => tag.slice(0, tag.lastIndexOf('.'))

/** Fields that only the record changed since they were put there, and records of which nothing is there. */
const newerThan = ({ newer, missing }: Compared, here: ReadonlySet<string>): number => {
  const known = new Set([...here].map(recordOf))
  const whole = new Set(missing.map(({ tag }) => recordOf(tag)).filter((record) => !known.has(record)))
  return newer.length + whole.size
}

/**
 * What is not filled in yet over record and open document together: what law and guidance ask for and nobody answered
 * first, then the fields of the document that a report usually has. `document` null, or of another review: the record
 * alone speaks.
 */
export const notYetFilled = (
  file: ReviewFile,
  document: (ReadDocument & { readonly xml?: string }) | null,
  today: Day,
): Together => {
  const rows = document?.xml ? rowsIn(file, { ...document, xml: document.xml }, today) : null
  const read = document && readBack(file, rows?.document ?? document, today)
  const compared = read && !('refused' in read) ? read : null
  const typed = compared ? typedIn(compared) : []
  const together = asTyped(file, typed, today)
  const here = new Set(compared ? document?.controls.map(({ tag }) => tag) : [])
  const missing = unanswered(together, today)
  const asked = missing.map(({ words, strength, source, tags }): Gap => {
    const inside = tags.filter((tag) => here.has(tag))
    return {
      words,
      called: null,
      strength,
      source,
      tags: inside.length > 0 ? inside : tags,
      inDocument: inside.length > 0,
    }
  })
  const recommendation = tagOf(Review, file.review.key, 'recommendation')
  const reasons = tagOf(Review, file.review.key, 'recommendationReasons')
  // Nobody is asked for the reasons of what isn't decided.
  const told = new Set(asked.flatMap(({ tags }) => tags))
  const others = (compared?.notFilled ?? [])
    .filter(({ tag }) => !told.has(tag) && !(tag === reasons && told.has(recommendation)))
    .map(({ tag, label, called }): Gap => ({
      words: label,
      called: called === 'This review' ? null : called,
      strength: null,
      source: null,
      tags: [tag],
      inDocument: true,
    }))
  return {
    file: together,
    missing,
    gaps: [...asked, ...others].toSorted((a, b) => weightOf(a) - weightOf(b)),
    typed,
    rows: compared ? (rows?.added.length ?? 0) : 0,
    newer: compared ? newerThan(compared, here) : 0,
  }
}
