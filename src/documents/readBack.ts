import { complaint, type Field, parse, show, type Value } from '../domain/fields.ts'
import { type AnyRecordType, blank, check, fieldOf, fieldsOf } from '../domain/record.ts'
import { recordedText } from './bind.ts'
import type { Bound } from './blocks.ts'
import { boundIn } from './boundIn.ts'
import { hasPlaceholderPart, withoutPlaceholder } from './placeholderText.ts'
import { isNeeded } from './neededFields.ts'
import { grouped } from '../domain/grouped.ts'
import { plainText as plain } from './plainText.ts'
import { type Provenance, saidThen } from './provenance.ts'
import type { Control, ReadDocument } from './readControls.ts'
import type { ReviewFile } from './reviewFile.ts'
import { type Place, placesOf } from './reviewPlaces.ts'
import { reviewMinutes } from './reviewMinutes.ts'
import { reviewsIn, tagParts, tagShape } from './tags.ts'
import { isWholeReview } from './wholeReview.ts'

export { reviewsIn, tagParts }

/** Which side said something else since the field was put into the document. */
export type Since =
  | 'document'
  | 'record'
  | 'both'
  /** The file doesn't know what it said then. */
  | 'unknown'

/** One field in which the document says something else than the record. */
export type Difference = {
  readonly tag: string
  readonly place: Place
  readonly field: string
  readonly label: string
  /** Which record: `Action 2`, a person's name. */
  readonly called: string
  /** As a person reads them; '' is nothing. */
  readonly record: string
  readonly document: string
  /** What would be stored, or why it can't be. */
  readonly change: { readonly value: Value } | { readonly complaint: string }
  readonly since: Since
}
/** A field that stands more than once and does not say the same each time: a person chooses. */
export type Doubled = {
  readonly tag: string
  readonly label: string
  readonly called: string
  readonly record: string
  /** One for each text that is not the record's. */
  readonly choices: readonly Difference[]
}

export type Refusal =
  /** Of another review: its key, so that the screen can say whose. */
  | { readonly why: 'otherReview'; readonly review: string }
  /** Parts of this review and of another stand in one document. */
  | { readonly why: 'twoReviews'; readonly review: string }
  /** No field of ours is in it: not made here, or saved by a program that drops the tags. */
  | { readonly why: 'noFields' }

export type Found = {
  /** What the document changed, both changed, or nobody knows who: a person chooses. */
  readonly differences: readonly Difference[]
  /** What only the record changed since: nothing to take, but what Update brings into the document. */
  readonly newer: readonly Difference[]
  readonly doubled: readonly Doubled[]
  /** Filled-in fields of ours that belong to nothing in this review any more. */
  readonly unmatched: readonly Control[]
  /** Labels of the fields that the minutes would have and this document has not. */
  readonly missing: readonly { readonly tag: string; readonly label: string; readonly called: string }[]
  /** What the report has to say and neither the record nor the document says yet. */
  readonly notFilled: readonly { readonly tag: string; readonly label: string; readonly called: string }[]
  /** What both say alike, by tag: the next change is counted from there. */
  readonly same: ReadonlyMap<string, string>
}
export type ReadBack = { readonly refused: Refusal } | Found

const refusal = (file: ReviewFile, document: ReadDocument): Refusal | null => {
  const reviews = reviewsIn(document)
  const other = [...reviews].find((review) => review !== file.review.key)
  if (other) return { why: reviews.has(file.review.key) ? 'twoReviews' : 'otherReview', review: other }
  return document.controls.some(({ tag }) => tagShape.test(tag)) ? null : { why: 'noFields' }
}

const parsed = (field: Field, text: string): Difference['change'] => {
  const found = parse(field, text)
  if ('complaint' in found) return found
  const wrong = complaint(field, found.value)
  return wrong ? { complaint: wrong } : found
}

const placeOf = (places: ReadonlyMap<string, Place>, tag: string): { place: Place; field: string } | null => {
  const parts = tagParts(tag)
  const place = parts && places.get(parts.of)
  return place && Object.hasOwn(place.type.fields as object, parts.field)
    ? { place, field: parts.field }
    : null
}

/** The document's text is still the one that was put there: as it stands, or the same value in other words. */
const untouched = (
  provenance: Provenance | null | undefined,
  tag: string,
  field: Field,
  text: string,
  change: Difference['change'],
): boolean =>
  saidThen(provenance, tag, text) === true ||
  ('value' in change && saidThen(provenance, tag, show(field, change.value)) === true)

const sinceOf = (
  provenance: Provenance | null | undefined,
  tag: string,
  field: Field,
  record: string,
  text: string,
  change: Difference['change'],
): Since => {
  const recordThen = saidThen(provenance, tag, record)
  if (recordThen === null) return 'unknown'
  if (recordThen) return 'document'
  return untouched(provenance, tag, field, text, change) ? 'record' : 'both'
}

const leftIn =
  'A part of the words that show what belongs here is left in it. Take them out in the document, then read back.'

const differenceOf = (
  place: Place,
  name: string,
  tag: string,
  text: string,
  provenance: Provenance | null | undefined,
  placeholder: string | undefined,
): Difference | null => {
  const field = fieldOf(place.type, name)
  const now = (place.record ?? place.given)[name] ?? null
  const record = plain(recordedText(place, name))
  const change = hasPlaceholderPart(text, placeholder) ? { complaint: leftIn } : parsed(field, text)
  if (text === record || ('value' in change && change.value === now)) return null
  const since = sinceOf(provenance, tag, field, record, text, change)
  const { called } = place
  return { tag, place, field: name, label: field.label, called, record, document: text, change, since }
}

/** The same difference against a newer version of the record: what was just stored, or what somebody else stored. */
export const rebased = (difference: Difference, record: NonNullable<Place['record']>): Difference => {
  const place: Place = { ...difference.place, record }
  const said = plain(recordedText(place, difference.field))
  // The record is not what it was when the document was compared: whoever changed the document, both did.
  const since = said === difference.record ? difference.since : 'both'
  return { ...difference, place, record: said, since }
}

/** What a control says; its placeholder counts as nothing, whether or not Word still marks it so. */
export const saidBy = (control: Control, bound: Bound | undefined): string => {
  const text = plain(control.text)
  return control.placeholder ? '' : withoutPlaceholder(text, bound?.placeholder)
}

/**
 * Compares a document with the record, field by field. Nothing is changed; `changesOf` turns accepted differences
 * into what the store writes. A document of another review is refused.
 */
export const readBack = (file: ReviewFile, document: ReadDocument, today: string): ReadBack => {
  const refused = refusal(file, document)
  if (refused) return { refused }
  const places = placesOf(file)
  const expected = boundIn(reviewMinutes(file, today))
  const byTag = grouped(document.controls, ({ tag }) => tag)
  const { provenance } = document
  const differences: Difference[] = []
  const newer: Difference[] = []
  const doubled: Doubled[] = []
  const unmatched: Control[] = []
  const notFilled: { tag: string; label: string; called: string }[] = []
  const same = new Map<string, string>()
  for (const [tag, controls] of byTag) {
    if (!tagShape.test(tag)) continue
    const texts = [...new Set(controls.map((control) => saidBy(control, expected.get(tag))))]
    const found = placeOf(places, tag)
    if (!found) {
      unmatched.push(...controls.filter((control) => saidBy(control, undefined) !== ''))
      continue
    }
    const { place, field } = found
    const label = fieldOf(place.type, field).label
    const placeholder = expected.get(tag)?.placeholder
    const others = texts.flatMap(
      (text) => differenceOf(place, field, tag, text, provenance, placeholder) ?? [],
    )
    if (others.length === 0) same.set(tag, plain(recordedText(place, field)))
    if (texts.length > 1 && others.length > 0) {
      const record = plain(recordedText(place, field))
      doubled.push({ tag, label, called: place.called, record, choices: others })
    } else if (others[0]) (others[0].since === 'record' ? newer : differences).push(others[0])
    else if (texts[0] === '' && isNeeded(place.type.short, field))
      notFilled.push({ tag, label, called: place.called })
  }
  const wanted = isWholeReview(document) ? [...expected.values()] : []
  const missing = wanted.flatMap(({ tag, title }) => {
    const found = placeOf(places, tag)
    return byTag.has(tag) || !found?.place.record ? [] : [{ tag, label: title, called: found.place.called }]
  })
  return { differences, newer, doubled, unmatched, missing, notFilled, same }
}

/** What the store is to write for one record: a change to it, or the whole of a new one. */
export type RecordChange = {
  readonly place: Place
  readonly changes: Readonly<Record<string, Value>>
  /** For a new record: all of it, checked. */
  readonly whole: Readonly<Record<string, Value>> | null
  /** Why it can't be stored as it is; the first field that is wrong, by name. */
  readonly issue: { readonly field: string; readonly message: string } | null
}

/** Accepted differences, by record. A difference that can't be stored is left out. */
export const changesOf = (accepted: readonly Difference[]): RecordChange[] =>
  [...grouped(accepted, ({ place }) => `${place.type.short}.${place.key}`).values()].flatMap((all) => {
    const { place } = all[0]!
    const changes: Record<string, Value> = {}
    for (const { field, change } of all) if ('value' in change) changes[field] = change.value
    if (Object.keys(changes).length === 0) return []
    const type: AnyRecordType = place.type
    const before = place.record
      ? Object.fromEntries(fieldsOf(type).map(([name]) => [name, place.record![name]]))
      : place.given
    const whole = blank(type, { ...before, ...changes } as never) as Record<string, Value>
    return [{ place, changes, whole: place.record ? null : whole, issue: check(type, whole)[0] ?? null }]
  })
