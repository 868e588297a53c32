import { inWords } from '../../words/t.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { contributorsInOrder } from '../../documents/reviewPlaces.ts'
import { type Contributor, contributorRoles, toBeNamed } from '../../domain/records/contributor.ts'
import { calledName } from '../../domain/records/pupil.ts'
import type { View } from '../../domain/records/view.ts'

/** Somebody who may speak in the meeting. */
export type Speaker = {
  /** Of the person at the review; the pupil’s own where the child isn’t on the list. */
  readonly key: string
  readonly contributor: string | null
  readonly name: string
  readonly role: Contributor['role']
}

const family: Partial<Record<Contributor['role'], View['whose']>> = { youngPerson: 'child', parent: 'parent' }
const school: readonly Contributor['role'][] = ['head', 'senco', 'teacher', 'ta']

/** Whose view it is, by the role of who says it. */
export const whoseOf = (role: Contributor['role']): View['whose'] =>
  family[role] ?? (school.includes(role) ? 'school' : 'other')

/** Who they are to the pupil, for the minutes. */
export const relationshipOf = ({ role }: Speaker): string | null =>
  role === 'youngPerson' ? null : inWords(contributorRoles[role])

/**
 * Who can be clicked before their words are typed: those who are there, or everybody named while nobody is marked. The
 * child is always among them: a child may speak through somebody.
 */
export const speakersOf = (file: ReviewFile): Speaker[] => {
  const named = contributorsInOrder(file).filter(({ name }) => name !== toBeNamed)
  const here = named.filter(({ attended }) => attended === 'inPerson' || attended === 'online')
  const marked = named.some(({ attended }) => attended)
  const speakers = (marked ? here : named).map(({ key, name, role }): Speaker => ({
    key,
    contributor: key,
    name,
    role,
  }))
  const child = speakers.find(({ role }) => role === 'youngPerson')
  const listed = named.find(({ role }) => role === 'youngPerson')
  if (child) return [child, ...speakers.filter((one) => one !== child)]
  return [
    {
      key: listed?.key ?? file.pupil.key,
      contributor: listed?.key ?? null,
      name: calledName(file.pupil),
      role: 'youngPerson',
    },
    ...speakers,
  ]
}
