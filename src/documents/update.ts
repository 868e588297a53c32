import { grouped } from '../domain/grouped.ts'
import { recordedText } from './bind.ts'
import { boundIn } from './boundIn.ts'
import { plainText } from './plainText.ts'
import { provenanceOf, type Provenance, saidAnew, saidThen } from './provenance.ts'
import { type Difference, type Found, readBack, type Refusal, saidBy, tagParts } from './readBack.ts'
import type { Control, Identity, ReadDocument } from './readControls.ts'
import type { ReviewFile } from './reviewFile.ts'
import { placesOf } from './reviewPlaces.ts'
import { reviewMinutes } from './reviewMinutes.ts'

/** A field of the document, by the words of a person. */
export type FieldNamed = { readonly tag: string; readonly label: string; readonly called: string }

/** One field that Update brings up to date, wherever it stands in the document. */
export type Setting = FieldNamed & {
  /** What the document says now; it is written only where it still says so. */
  readonly from: string
  /** What the record says; '' shows the placeholder. */
  readonly to: string
  readonly placeholder: string
  readonly kind: NonNullable<Control['kind']> | 'text'
  /** How often it stands there. */
  readonly count: number
}

export type WhyLeft =
  /** A person typed over it in the document, and the record was changed as well. */
  | 'both'
  /** The file doesn't know what it said when it was inserted: either side may have changed it. */
  | 'unknown'
  /** It stands more than once and doesn't say the same each time. */
  | 'twice'
  /** Word lets nobody change it. */
  | 'locked'
  /** Tracked changes stand in it that nobody has accepted or rejected. */
  | 'tracked'
  /** A comment hangs on its words. */
  | 'commented'
  /** A picture, an object, a table or a note stands among its words. */
  | 'holds'
  /** The record changed, and the field was taken out of the document. */
  | 'deleted'
  /** Word doesn't let a program write this kind of field, or this version doesn't. */
  | 'byHand'

export type Left = FieldNamed & {
  readonly why: WhyLeft
  /** What the record says: for those that a person sets by hand. */
  readonly record: string
  /** What the document says; null where it isn't there. */
  readonly document: string | null
}

export type UpdatePlan = {
  readonly set: readonly Setting[]
  readonly left: readonly Left[]
  /** Records that would have a place in the minutes and have none in this document, by what they are called. */
  readonly without: readonly FieldNamed[]
  /** What both say alike already, by tag. */
  readonly same: ReadonlyMap<string, string>
}

/** What Word lets a program write, asked of it at run time. */
export type Writable = { readonly list: boolean }

const hindrance = (controls: readonly Control[], { list }: Writable): WhyLeft | null => {
  if (controls.some(({ locked }) => locked)) return 'locked'
  if (controls.some(({ tracked }) => tracked)) return 'tracked'
  if (controls.some(({ commented }) => commented)) return 'commented'
  if (controls.some(({ holds }) => holds)) return 'holds'
  if (controls.some(({ kind }) => kind && (kind !== 'list' || !list))) return 'byHand'
  return null
}

const leftOf = ({ tag, label, called, record, document }: Difference, why: WhyLeft): Left => ({
  tag,
  label,
  called,
  record,
  document,
  why,
})

/** Fields that were in the document once, whose record was changed since, and which are gone from it. */
const deletedFields = (found: Found, file: ReviewFile, provenance: Provenance | null | undefined): Left[] => {
  const places = placesOf(file)
  return found.missing.flatMap((field) => {
    const parts = tagParts(field.tag)
    const place = parts ? places.get(parts.of) : undefined
    if (!parts || !place?.record) return []
    const record = plainText(recordedText(place, parts.field))
    return saidThen(provenance, field.tag, record) === false
      ? [{ ...field, why: 'deleted' as const, record, document: null }]
      : []
  })
}

/**
 * What Update would do to a document: each field that the record changed and nobody typed over, and each that it
 * leaves and why. Nothing else of the document is touched. Refused where Read back would be.
 */
export const planUpdate = (
  file: ReviewFile,
  document: ReadDocument,
  today: string,
  writable: Writable,
): { readonly refused: Refusal } | UpdatePlan => {
  const found = readBack(file, document, today)
  if ('refused' in found) return found
  const bound = boundIn(reviewMinutes(file, today))
  const byTag = grouped(document.controls, ({ tag }) => tag)
  const { provenance } = document
  const set: Setting[] = []
  const left: Left[] = []
  for (const difference of found.newer) {
    const { tag, label, called, record } = difference
    const controls = byTag.get(tag)!
    const why = hindrance(controls, writable)
    if (why) left.push(leftOf(difference, why))
    else
      set.push({
        tag,
        label,
        called,
        from: saidBy(controls[0]!, bound.get(tag)),
        to: record,
        placeholder: bound.get(tag)?.placeholder ?? '',
        kind: controls[0]!.kind ?? 'text',
        count: controls.length,
      })
  }
  for (const difference of found.differences)
    if (difference.since === 'both' || difference.since === 'unknown')
      left.push(leftOf(difference, difference.since))
  // One copy that nobody typed in is no reason to write: a person says first which is right.
  for (const { choices } of found.doubled)
    if (choices.some(({ since }) => since !== 'document')) left.push(leftOf(choices[0]!, 'twice'))
  left.push(...deletedFields(found, file, provenance))
  const without = found.missing.filter(({ tag }) => provenance?.said.get(tag) === undefined)
  return { set, left, without, same: found.same }
}

/** Fields that can't be written after all, as Word turned out to hold them, go over to what is left. */
export const leftByWord = (set: readonly Setting[], why: WhyLeft): Left[] =>
  set.map(({ tag, label, called, from, to }) => ({ tag, label, called, why, record: to, document: from }))

/** What a document says of itself after some of its fields were written or taken; made anew where it said nothing. */
export const ownAfter = (
  file: ReviewFile,
  document: Pick<ReadDocument, 'identity' | 'provenance'>,
  texts: ReadonlyMap<string, string | null>,
  today: string,
): { readonly identity: Identity; readonly provenance: Provenance } => {
  const content = reviewMinutes(file, today)
  const identity = document.identity ?? content.identity
  const before = document.provenance ?? { salt: provenanceOf(content).salt, said: new Map() }
  return { identity, provenance: saidAnew(before, texts) }
}

/** What takes back an update: each field that still says what was written says again what it said before. */
export const planBack = (written: readonly Setting[], document: ReadDocument): Setting[] => {
  const byTag = grouped(document.controls, ({ tag }) => tag)
  return written.flatMap((one) => {
    const controls = byTag.get(one.tag) ?? []
    const same = controls.every((control) => plainText(control.text) === one.to)
    return controls.length > 0 && same ? [{ ...one, from: one.to, to: one.from, count: controls.length }] : []
  })
}
