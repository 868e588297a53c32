import { type Finder, nameKey } from './existing.ts'
import { isNamed, type Named, refused, whoOf } from './namedRow.ts'
import type { PlannedRow } from './plan.ts'
import type { Draft } from './readRow.ts'

/** Which pupil each row is about: the one on record, else the UPN, else the name with the date of birth. */
export const identitiesOf = (drafts: readonly Draft[], finder: Finder): Map<Draft, string> => {
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
export const clash = (draft: Named, group: readonly Named[]): PlannedRow | null => {
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
