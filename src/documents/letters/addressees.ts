import { inWords } from '../../words/t.ts'
import type { Stored } from '../../domain/record.ts'
import type { Contact } from '../../domain/records/contact.ts'
import {
  type Contributor,
  contributorRoles,
  statutoryInvitees,
  toBeNamed,
} from '../../domain/records/contributor.ts'
import type { Day } from '../../domain/rules/day.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'
import type { ReviewFile } from '../reviewFile.ts'
import type { Addressee } from './letter.ts'

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The contact who is this person: as linked, or else of the same name. */
export const contactOf = (
  person: Pick<Contributor, 'contact' | 'name' | 'role'>,
  contacts: readonly Stored<Contact>[],
): Stored<Contact> | null =>
  contacts.find(({ key }) => key === person.contact) ??
  (person.role === 'parent' || person.role === 'other'
    ? (contacts.find(({ name }) => same(name, person.name)) ?? null)
    : null)

/** A role stands where nobody's name is known: a letter to it greets a colleague. */
export const isNamed = ({ name }: Pick<Contributor, 'name'>): boolean =>
  name !== toBeNamed && !Object.values(contributorRoles).some((role) => same(role, name))

/** A team or a post, such as `The social care duty team`, has a name and is nobody to greet by it. */
export const isPerson = (person: Pick<Contributor, 'name'>): boolean =>
  isNamed(person) && !/^the\s|\b(team|officer|service|office|duty)$/i.test(person.name.trim())

/** How a person at the review is written to. */
export const addresseeOf = (
  person: Stored<Contributor>,
  { contacts, pupil, review }: Pick<ReviewFile, 'contacts' | 'pupil' | 'review'>,
  today: Day,
): Addressee => {
  const contact = contactOf(person, contacts)
  const ownRight = rightsWithYoungPerson(pupil.dateOfBirth, review.meetingDate ?? today)
  const as =
    person.role === 'youngPerson'
      ? ownRight
        ? 'youngPerson'
        : 'child'
      : person.role === 'parent'
        ? 'parent'
        : 'professional'
  return {
    key: person.key,
    name: person.name,
    as,
    role: inWords(contributorRoles[person.role]),
    statutory: (statutoryInvitees as readonly string[]).includes(person.role) || as === 'youngPerson',
    organisation: person.organisation,
    address: as === 'professional' ? null : (contact?.address ?? pupil.address),
    email: person.email ?? contact?.email ?? null,
    language: contact?.language ?? null,
    restriction: contact?.restriction ?? null,
    contact: contact?.key ?? null,
  }
}

/** The authority's officer: as asked to the review, else as the pupil's record names one. */
export const authorityOf = (
  {
    contributors,
    pupil,
    school,
    contacts,
    review,
  }: Pick<ReviewFile, 'contributors' | 'pupil' | 'school' | 'contacts' | 'review'>,
  today: Day,
): Addressee => {
  const known = contributors.find((person) => person.role === 'authority' && person.name !== toBeNamed)
  if (known) return addresseeOf(known, { contacts, pupil, review }, today)
  return {
    key: null,
    name: pupil.localAuthorityOfficer ?? contributorRoles.authority,
    as: 'professional',
    role: contributorRoles.authority,
    statutory: true,
    organisation: pupil.localAuthority ?? school?.localAuthority ?? null,
    address: null,
    email: null,
    language: null,
    restriction: null,
  }
}

/** Parents with parental responsibility who are in nobody's list yet: each is written to. */
export const parentsNotAsked = ({
  contacts,
  contributors,
}: Pick<ReviewFile, 'contacts' | 'contributors'>): Stored<Contact>[] =>
  contacts.filter(
    (contact) =>
      contact.parentalResponsibility === true &&
      !contributors.some((person) => contactOf(person, contacts)?.key === contact.key),
  )

/** What stands between a person and a letter: nobody to write to, or somebody to ask first. */
export type Hindrance = { readonly to: Addressee; readonly why: 'unnamed' | 'restricted' }

/** Who can be written to at once and about whom there is a question. `cleared`: keys for which it was answered. */
export const sorted = (
  people: readonly Addressee[],
  cleared: ReadonlySet<string>,
): { ready: Addressee[]; hindered: Hindrance[] } => {
  const hindered = people.flatMap((to): Hindrance[] =>
    to.name === toBeNamed
      ? [{ to, why: 'unnamed' }]
      : to.restriction?.trim() && !cleared.has(to.key ?? to.name)
        ? [{ to, why: 'restricted' }]
        : [],
  )
  return { ready: people.filter((to) => !hindered.some((one) => one.to === to)), hindered }
}
