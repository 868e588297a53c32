import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../../domain/record.ts'
import type { Contact } from '../../domain/records/contact.ts'
import type { LetterTemplate } from '../../domain/records/letterTemplate.ts'
import { calledName, fullName, type Pupil } from '../../domain/records/pupil.ts'
import type { School } from '../../domain/records/school.ts'
import { yearGroups } from '../../domain/rules/codes.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { filledIn, type NamedField } from '../../domain/rules/namedFields.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'
import { setting } from '../../domain/rules/settings.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { joinedNames } from '../joinedNames.ts'
import { letterAround } from './envelope.ts'
import { type Addressee, letterDay } from './letter.ts'
import { list, paragraph, text } from './parts.ts'

/** A pupil whose family is written to, with what the records have for the letter. */
export type FamilyOf = {
  readonly pupil: Stored<Pupil>
  readonly contacts: readonly Stored<Contact>[]
  /** Day of the next review meeting, and the last one for the next conversation; null where there is none. */
  readonly reviewDate: Day | null
  readonly talkBy: Day | null
}

export type FamilyLetter = {
  readonly pupil: Stored<Pupil>
  readonly to: Addressee
  readonly subject: string
  readonly text: string
}

/** Who gets none, and why: nobody is known, whom to ask first, where to send it, or what the letter could not say. */
export type LeftOut = {
  readonly pupil: Stored<Pupil>
  /** The contact; null where none is known. */
  readonly name: string | null
  readonly why: 'nobody' | 'restricted' | 'noAddress' | 'gaps'
  /** Whom to ask, the email that is known, or the fields for which nothing is recorded. */
  readonly more: string | null
}

export type LetterSettings = {
  readonly school: Stored<School> | null
  readonly schoolName: string
  readonly today: Day
}

const oneLine = (address: string) =>
  address
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim()

/** One letter for those who live together, in the order in which they are recorded. */
const households = (people: readonly { readonly contact: Stored<Contact>; readonly address: string }[]) => {
  const found = new Map<string, { address: string; contacts: Stored<Contact>[] }>()
  for (const { contact, address } of people) {
    const place = oneLine(address)
    const there = found.get(place)
    if (there) there.contacts.push(contact)
    else found.set(place, { address, contacts: [contact] })
  }
  return [...found.values()]
}

const addressee = (name: string, address: string | null, more: Partial<Addressee>): Addressee => ({
  key: null,
  name,
  as: 'parent',
  role: t`Parent or carer`,
  statutory: false,
  organisation: null,
  address,
  email: null,
  language: null,
  restriction: null,
  ...more,
})

/** To whom a letter about a pupil goes, and who is left out: parents, or the young person once the rights are theirs. */
const peopleOf = (
  { pupil, contacts }: FamilyOf,
  today: Day,
): { readonly to: readonly Addressee[]; readonly out: readonly LeftOut[] } => {
  const out = (why: LeftOut['why'], name: string | null, more: string | null = null): LeftOut => ({
    pupil,
    name,
    why,
    more,
  })
  if (rightsWithYoungPerson(pupil.dateOfBirth, today)) {
    const name = fullName(pupil)
    return pupil.address?.trim()
      ? { to: [addressee(name, pupil.address, { as: 'youngPerson', role: t`The young person` })], out: [] }
      : { to: [], out: [out('noAddress', name)] }
  }
  const parents = contacts.filter(({ parentalResponsibility }) => parentalResponsibility === true)
  if (parents.length === 0) return { to: [], out: [out('nobody', null)] }
  const restricted = parents.filter(({ restriction }) => restriction?.trim())
  const free = parents.filter((contact) => !restricted.includes(contact))
  const placed = free.map((contact) => ({
    contact,
    address: contact.address?.trim() || pupil.address?.trim() || '',
  }))
  return {
    to: households(placed.filter(({ address }) => address !== '')).map(({ address, contacts: together }) =>
      addressee(joinedNames(together.map(({ name }) => name)), address, {
        language:
          [...new Set(together.flatMap(({ language }) => (language ? [language] : [])))].join('; ') || null,
        contact: together[0]!.key,
      }),
    ),
    out: [
      ...restricted.map(({ name, restriction }) => out('restricted', name, restriction)),
      ...placed
        .filter(({ address }) => address === '')
        .map(({ contact }) => out('noAddress', contact.name, contact.email)),
    ],
  }
}

const valuesFor = (
  { pupil, reviewDate, talkBy }: FamilyOf,
  to: Addressee,
  { school, schoolName, today }: LetterSettings,
): Record<NamedField, string | null> => ({
  pupil: fullName(pupil),
  'first name': calledName(pupil),
  class: pupil.className,
  year: pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]),
  family: to.name,
  school: school?.name ?? schoolName,
  senco: school?.senco ?? null,
  telephone: school?.telephone ?? null,
  email: school?.email ?? null,
  'key adult': pupil.keyAdult,
  'review date': reviewDate && letterDay(reviewDate),
  'conversation by': talkBy && letterDay(talkBy),
  today: letterDay(today),
})

/**
 * One letter of the school's own to each family that can be written to, and who is left out and why. A letter with a
 * field for which nothing is recorded is not written: a gap in braces tells a family that nobody read it.
 */
export const familyLetters = (
  template: Pick<LetterTemplate, 'subject' | 'text'>,
  families: readonly FamilyOf[],
  settings: LetterSettings,
): { readonly letters: readonly FamilyLetter[]; readonly leftOut: readonly LeftOut[] } => {
  const all = families.map((family) => {
    const { to, out } = peopleOf(family, settings.today)
    const made = to.map((one) => {
      const values = valuesFor(family, one, settings)
      const [subject, body] = [filledIn(template.subject, values), filledIn(template.text, values)]
      const missing = [...new Set([...subject.missing, ...body.missing])]
      return { letter: { pupil: family.pupil, to: one, subject: subject.text, text: body.text }, missing }
    })
    return {
      letters: made.filter(({ missing }) => missing.length === 0).map(({ letter }) => letter),
      leftOut: [
        ...out,
        ...made
          .filter(({ missing }) => missing.length > 0)
          .map(({ letter, missing }): LeftOut => ({
            pupil: letter.pupil,
            name: letter.to.name,
            why: 'gaps',
            more: missing.join(', '),
          })),
      ],
    }
  })
  return {
    letters: all.flatMap(({ letters }) => letters),
    leftOut: all.flatMap(({ leftOut }) => leftOut),
  }
}

/** Paragraphs by empty lines; lines that begin with a dash are a list. */
const bodyOf = (body: string): Block[] =>
  body
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const lines = part.split(/\r?\n/)
      return lines.every((line) => /^\s*[-•*]\s+/.test(line))
        ? list(...lines.map((line) => line.replace(/^\s*[-•*]\s+/, '')))
        : paragraph(text(part))
    })

/** All letters in one document, each on a page of its own with its own page numbers. */
export const familyLettersDocument = (
  name: string,
  letters: readonly FamilyLetter[],
  { school, schoolName, today }: LetterSettings,
): DocumentContent => ({
  // No name of a child or family where searches and lists of files show it.
  title: `${name}, ${showDay(today)}`,
  subject: name,
  author: school?.name ?? schoolName,
  language: 'en-GB',
  footer: `${school?.name ?? schoolName}\n${setting(school ?? undefined, 'confidentialityLine')}`,
  blocks: letters.flatMap(({ to, subject, text: body }, at): Block[] => {
    const { blocks } = letterAround(subject, bodyOf(body), { file: { school, schoolName }, to, today })
    return at === 0 ? blocks : [{ is: 'pageBreak', ends: 'section' }, ...blocks]
  }),
  identity: { kind: 'familyLetters', keys: {}, made: today },
})
