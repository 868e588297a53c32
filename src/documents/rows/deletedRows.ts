import { tagParts } from '../readBack.ts'
import { show } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import { Action } from '../../domain/records/action.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { View } from '../../domain/records/view.ts'
import { grouped } from '../../domain/grouped.ts'
import type { ReadDocument } from '../readControls.ts'
import type { ReviewFile } from '../reviewFile.ts'
import type { Place } from '../reviewPlaces.ts'
import { idOf } from './lists.ts'
import type { KnownRow, RowReading } from './readRows.ts'
import { isWholeReview } from '../wholeReview.ts'

/** A record whose row or paragraphs are not in the document any more, and were when it was inserted. */
export type DeletedRow = {
  readonly place: Place & { readonly record: NonNullable<Place['record']> }
  readonly called: string
  readonly says: readonly { readonly label: string; readonly text: string }[]
  /** Null where the record may be archived; else why it may not, and what to do. */
  readonly stays: string | null
}

const hasAny = (record: Readonly<Record<string, unknown>>, ...fields: string[]) =>
  fields.some((field) => record[field] !== null && record[field] !== undefined)

/** Why a record stays whatever a document leaves out; null where a row's end in Word may be its end in the record. */
const staysBecause = ({ type, record }: DeletedRow['place'], file: ReviewFile): string | null => {
  if (type === OutcomeProgress)
    return 'An outcome of Section E stands until the authority amends the plan. To propose that it ends, choose so under “This outcome should”.'
  if (type === Outcome && record['kind'] === 'sectionE')
    return 'An outcome of Section E stands until the authority amends the plan.'
  if (type === ProvisionReview)
    return 'A line of Section F stands until the authority amends the plan. Write what should change under “Change proposed”.'
  if (type === Action && record['review'] !== file.review.key)
    return 'It was agreed at an earlier review. Mark it as not done, with a note.'
  if (type === Contributor && hasAny(record, 'adviceReceived', 'adviceTitle'))
    return 'There is advice from this person, which goes with the report. Record on the review’s page whether they were there.'
  if (type === Contributor && hasAny(record, 'invited', 'adviceAsked'))
    return 'This person is invited: the report goes to everyone who is. Record apologies or no reply on the review’s page.'
  return null
}

const shownFields: Readonly<Record<string, readonly string[]>> = {
  [Contributor.short]: ['role', 'organisation', 'attended'],
  [Action.short]: ['what', 'owner', 'due', 'status'],
  [Outcome.short]: ['text', 'measure', 'by'],
  [SectionChange.short]: ['current', 'proposed', 'evidence'],
  [OutcomeProgress.short]: ['rating', 'evidence'],
  [ProvisionReview.short]: ['delivered', 'effective', 'change'],
  [View.short]: ['words'],
}

/** A record of today may have been made before or after the minutes of today. */
const madeBefore = (record: Pick<Stored<unknown>, 'createdAt'>, made: string | undefined) =>
  made !== undefined && record.createdAt !== null && record.createdAt.slice(0, 10) < made.slice(0, 10)

/**
 * The records that the open document held and holds no more: every control of theirs is gone, or deleted under tracked
 * changes. `inserted` are the tags that went in with the document, where its own part knows them; without, it has to
 * have been made before the day of the document. What may as well have come since is not called deleted.
 */
export const deletedRows = (
  file: ReviewFile,
  { places, lists, tables }: RowReading,
  document: ReadDocument,
  known: readonly KnownRow[],
  inserted: ReadonlySet<string> | null = null,
): DeletedRow[] => {
  if (!isWholeReview(document)) return []
  const gone = new Set(
    tables.flatMap(({ table }) =>
      table.rows.flatMap((row) =>
        row.isGone ? row.cells.flatMap(({ controls }) => controls.map(({ tag }) => tag)) : [],
      ),
    ),
  )
  const there = new Set(known.map(({ place }) => idOf(place)))
  for (const { tag, text, placeholder } of document.controls) {
    const parts = tagParts(tag)
    if (parts && (!gone.has(tag) || text !== '' || placeholder)) there.add(parts.of)
  }
  const once = grouped([...(inserted ?? [])], (tag) => tagParts(tag)?.of ?? null)
  const expected = new Set([
    ...lists.flatMap(({ rows }) => rows.map(({ place }) => idOf(place))),
    ...[...places].filter(([, { type }]) => type === View).map(([id]) => id),
  ])
  return [...places].flatMap(([id, place]): DeletedRow[] => {
    const { record, type } = place
    if (!record || there.has(id) || !(type.short in shownFields)) return []
    if (inserted ? !once.has(id) : !expected.has(id)) return []
    // What was added to the record after the minutes were inserted is not deleted: Update brings it.
    if (!inserted && !madeBefore(record, document.identity?.made)) return []
    const held = { ...place, record }
    return [
      {
        place: held,
        called: place.called,
        says: shownFields[type.short]!.flatMap((field) => {
          const text = show(fieldOf(type, field), record[field])
          return text === '' ? [] : [{ label: fieldOf(type, field).label, text }]
        }),
        stays: staysBecause(held, file),
      },
    ]
  })
}
