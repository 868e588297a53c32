import { show } from '../domain/fields.ts'
import { blank, check, fieldOf, type Stored } from '../domain/record.ts'
import { Contact } from '../domain/records/contact.ts'
import { Pupil } from '../domain/records/pupil.ts'
import type { Day } from '../domain/rules/day.ts'
import { type Existing, type Finder, finderOf } from './existing.ts'
import type { FileContact } from './importFile.ts'
import { type Named, refused, whoOf } from './namedRow.ts'
import { type NewKeys, newKeysFor } from './newKeys.ts'
import type { Change, NewRecord, PlannedRow, RefusedRow } from './plan.ts'
import { planNeeds } from './planNeeds.ts'
import { mayBeUnreadable } from './unreadablePupil.ts'
import { warningsFor } from './warnings.ts'

/** What rows are held against, made once for all of them. */
export type Matching = {
  readonly existing: Existing
  readonly finder: Finder
  readonly today: Day
  readonly keys: NewKeys
}

export const matchingOf = (existing: Existing, today: Day): Matching => ({
  existing,
  finder: finderOf(existing),
  today,
  keys: newKeysFor(existing),
})

/** What a row that can be read would do to the pupil it is about, or why it may not. */
export const planRow = (draft: Named, matching: Matching): PlannedRow => {
  const { finder } = matching
  const found = finder.pupilOf({ ...draft.values, upn: draft.values.upn ?? null })
  if ('several' in found)
    return refused(draft, [
      found.by === 'upn'
        ? {
            column: 'UPN',
            found: `a UPN that ${found.several} pupils on record have`,
            expected: 'a UPN that one pupil has: put the records right first',
          }
        : {
            column: 'UPN',
            found: 'no UPN',
            expected: `a UPN, since ${found.several} pupils on record have this name and date of birth`,
          },
    ])
  if ('none' in found) return planNew(draft, found.namesake, matching)
  if (found.pupil.archived)
    return refused(draft, [
      {
        column: '',
        found: 'a pupil whose record is archived',
        expected: 'a pupil in use: restore the record first, then import again',
      },
    ])
  return planChange(draft, found.pupil, found.by, matching)
}

const wrongIn = (draft: Named, pupil: Pupil): RefusedRow | null => {
  const issues = check(Pupil, pupil)
  return issues.length === 0
    ? null
    : refused(
        draft,
        issues.map(({ field, message }) => ({
          column: fieldOf(Pupil, field).label,
          found: 'dates that don’t go together',
          expected: `otherwise: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
        })),
      )
}

const planNew = (draft: Named, namesake: boolean, matching: Matching): PlannedRow => {
  const { existing, today, keys } = matching
  const hidden = mayBeUnreadable(draft.values, existing)
  if (hidden) return refused(draft, [hidden])
  const record = blank(Pupil, { ...draft.values, status: draft.values.status ?? 'N' })
  const wrong = wrongIn(draft, record)
  if (wrong) return wrong
  const key = keys.pupil(draft.values)
  const notices = [...draft.notices, ...warningsFor(record, draft.needs, today)]
  if (namesake)
    notices.push({
      column: 'UPN',
      message:
        'A pupil on record has this name and date of birth under another UPN: check that they are two children',
    })
  return {
    row: draft.row,
    outcome: 'new',
    who: whoOf(draft),
    notices,
    pupil: { key, record },
    needs: planNeeds(key, draft.needs, [], needKeys(key, matching)).added,
    contacts: newContacts(key, draft, [], matching),
  }
}

const changesOf = (stored: Stored<Pupil>, values: Partial<Pupil>): [Change[], Partial<Pupil>] => {
  const changed = Object.entries(values).filter(([field, value]) => stored[field as keyof Pupil] !== value)
  return [
    changed.map(([field, value]) => {
      const definition = fieldOf(Pupil, field)
      return {
        field,
        label: definition.label,
        from: show(definition, stored[field as keyof Pupil]),
        to: show(definition, value),
      }
    }),
    Object.fromEntries(changed),
  ]
}

const planChange = (
  draft: Named,
  stored: Stored<Pupil>,
  matchedBy: 'upn' | 'name',
  matching: Matching,
): PlannedRow => {
  const { finder, today } = matching
  const [changes, pupilChanges] = changesOf(stored, draft.values)
  const after = { ...stored, ...pupilChanges }
  const wrong = changes.length > 0 ? wrongIn(draft, after) : null
  if (wrong) return wrong
  const needs = planNeeds(stored.key, draft.needs, finder.needsOf(stored.key), needKeys(stored.key, matching))
  const contacts = newContacts(stored.key, draft, finder.contactsOf(stored.key), matching)
  const notices = [...draft.notices, ...warningsFor(after, draft.needs, today)]
  const common = { row: draft.row, who: whoOf(draft), notices }
  const all = [
    ...changes,
    ...needs.changes,
    ...contacts.map(({ record }) => ({ field: 'contact', label: 'Contact', from: '', to: record.name })),
  ]
  return all.length === 0
    ? { ...common, outcome: 'unchanged', repeats: null }
    : {
        ...common,
        outcome: 'changed',
        stored,
        matchedBy,
        changes: all,
        pupilChanges,
        needs: needs.added,
        needUpdates: needs.updates,
        contacts,
      }
}

const needKeys =
  (pupil: string, { keys }: Matching) =>
  (type: string): string =>
    keys.of(pupil, 'Need', type)

/** Grown-ups of a CTF who are not on record under their name. Those who are there stay as the school knows them. */
const newContacts = (
  pupil: string,
  draft: Named,
  stored: readonly Stored<Contact>[],
  { keys }: Matching,
): NewRecord<Contact>[] => {
  const known = new Set(stored.map(({ name }) => name.toLowerCase()))
  return draft.contacts.flatMap((contact: FileContact) => {
    if (known.has(contact.name.toLowerCase())) return []
    known.add(contact.name.toLowerCase())
    const key = keys.of(pupil, 'Contact', contact.name.toLowerCase())
    return [{ key, record: blank(Contact, { ...contact, pupil }) }]
  })
}
