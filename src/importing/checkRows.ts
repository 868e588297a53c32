import { Contact } from '../domain/records/contact.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { blank, check, fieldOf, type Stored } from '../domain/record.ts'
import { show } from '../domain/fields.ts'
import type { Day } from '../domain/rules/day.ts'
import { type Existing, type Finder, finderOf, nameKey } from './existing.ts'
import { type Folded, foldNeeds } from './foldNeeds.ts'
import { type Mapping, missingHeadings } from './headings.ts'
import type { FileContact, ImportTable } from './importFile.ts'
import type { Change, ImportPlan, NewRecord, Outcome, PlannedRow, RefusedRow, Who } from './plan.ts'
import { type NewKeys, newKeysFor } from './newKeys.ts'
import { planNeeds } from './planNeeds.ts'
import { columnsOf, type Draft, type Reason, readRow } from './readRow.ts'
import { mayBeUnreadable } from './unreadablePupil.ts'
import { warningsFor } from './warnings.ts'

type Named = Draft & { readonly values: Partial<Pupil> & Pick<Pupil, 'surname' | 'forename' | 'dateOfBirth'> }
const isNamed = (draft: Draft): draft is Named => draft.reasons.length === 0
const whoOf = ({ values }: Named): Who => ({
  surname: values.surname,
  forename: values.forename,
  upn: values.upn ?? null,
})

/**
 * What each row of a table would do to the school's records; stores nothing. Rows are matched to pupils by UPN, or
 * by surname, forename and date of birth together where a UPN is missing; never by name alone. A blank cell never
 * takes anything away. Time grows with the rows, not with their square.
 */
export const checkRows = (
  table: ImportTable,
  mapping: Mapping,
  existing: Existing,
  today: Day,
): ImportPlan => {
  const missing = missingHeadings(mapping)
  const folded = foldNeeds(table, mapping)
  const rows =
    missing.length > 0 ? [] : withFolded(planRows(folded.table, mapping, existing, today), table, folded)
  const counts: Record<Outcome, number> = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  const pupils = new Set(folded.with.values()).size
  return {
    table,
    mapping,
    missing,
    rows,
    counts,
    today,
    folded: { rows: folded.with.size + pupils, pupils },
  }
}

/** Every row of the file in its place: one that was put together with another says so, and shares its fate. */
const withFolded = (planned: readonly PlannedRow[], table: ImportTable, folded: Folded): PlannedRow[] => {
  const byRow = new Map(planned.map((row) => [row.row, row]))
  return table.rows.flatMap(({ row }): PlannedRow[] => {
    const own = byRow.get(row)
    if (own) return [own]
    const first = byRow.get(folded.with.get(row)!)
    if (!first) return []
    const reasons = [
      {
        column: '',
        found: `the same pupil as in row ${first.row}, which is refused`,
        expected: `a row ${first.row} that can be taken`,
      },
    ]
    return first.outcome === 'refused'
      ? [{ row, outcome: 'refused', who: first.who, reasons, notices: [] }]
      : [
          {
            row,
            outcome: 'unchanged',
            who: first.who,
            notices: [{ column: '', message: `Taken together with row ${first.row}, as another need` }],
            repeats: first.row,
          },
        ]
  })
}

const planRows = (table: ImportTable, mapping: Mapping, existing: Existing, today: Day): PlannedRow[] => {
  const finder = finderOf(existing)
  const matching: Matching = { existing, finder, today, keys: newKeysFor(existing) }
  const columns = columnsOf(table, mapping)
  const drafts = table.rows.map((source) => readRow(source, columns, table.headings.length, today))
  const identities = identitiesOf(drafts, finder)
  const groups = new Map<string, Named[]>()
  for (const draft of drafts) {
    const identity = identities.get(draft)
    if (identity === undefined || !isNamed(draft)) continue
    const group = groups.get(identity)
    if (group) group.push(draft)
    else groups.set(identity, [draft])
  }
  return drafts.map((draft): PlannedRow => {
    if (!isNamed(draft)) return refused(draft, draft.reasons)
    const group = groups.get(identities.get(draft)!)!
    return clash(draft, group) ?? planRow(draft, matching)
  })
}

/** Which pupil each row is about: the one on record, else the UPN, else the name with the date of birth. */
const identitiesOf = (drafts: readonly Draft[], finder: Finder): Map<Draft, string> => {
  const identities = new Map<Draft, string>()
  const upnByName = new Map<string, string>()
  for (const draft of drafts) {
    if (!isNamed(draft)) continue
    const found = finder.pupilOf({ ...draft.values, upn: draft.values.upn ?? null })
    const identity = 'pupil' in found ? found.pupil.key : (draft.values.upn ?? null)
    if (identity !== null) {
      identities.set(draft, identity)
      upnByName.set(nameKey(draft.values), identity)
    }
  }
  // A row without a UPN may be about a pupil whom another row names with one.
  for (const draft of drafts) {
    if (isNamed(draft) && !identities.has(draft))
      identities.set(draft, upnByName.get(nameKey(draft.values)) ?? nameKey(draft.values))
  }
  return identities
}

const sayingOf = ({ values, needs }: Named) => JSON.stringify([Object.entries(values).toSorted(), needs])

/** Rows about one pupil: the same words twice count once; different words are all refused, for nobody can say which is right. */
const clash = (draft: Named, group: readonly Named[]): PlannedRow | null => {
  if (group.length === 1) return null
  const first = group[0]!
  const different = group.some((other) => sayingOf(other) !== sayingOf(first))
  if (different) {
    const others = group.filter((other) => other !== draft).map(({ row }) => row)
    const named = `${others.length === 1 ? 'row' : 'rows'} ${others.slice(0, 5).join(', ')}${others.length > 5 ? ' and more' : ''}`
    return refused(draft, [
      {
        column: draft.values.upn ? 'UPN' : 'Surname, Forename, Date of birth',
        found: `the same pupil as in ${named}, with other data`,
        expected: 'each pupil once',
      },
    ])
  }
  return draft === first
    ? null
    : {
        row: draft.row,
        outcome: 'unchanged',
        who: whoOf(draft),
        notices: [...draft.notices, { column: '', message: `Says the same as row ${first.row}` }],
        repeats: first.row,
      }
}

const refused = (draft: Draft, reasons: readonly Reason[]): RefusedRow => ({
  row: draft.row,
  outcome: 'refused',
  who: isNamed(draft) ? whoOf(draft) : null,
  reasons,
  notices: draft.notices,
})

/** What rows are held against, made once for all of them. */
type Matching = {
  readonly existing: Existing
  readonly finder: Finder
  readonly today: Day
  readonly keys: NewKeys
}

const planRow = (draft: Named, matching: Matching): PlannedRow => {
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
