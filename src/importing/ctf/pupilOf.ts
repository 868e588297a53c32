import type { Contact } from '../../domain/records/contact.ts'
import { labelOfTarget, needRanks, type Target } from '../headings.ts'
import type { FileContact, SourceRow } from '../importFile.ts'
import { below, childOf, type Node, textBelow, textIn } from './tree.ts'

const columns: readonly Target[] = [
  'upn',
  'surname',
  'forename',
  'preferredForename',
  'dateOfBirth',
  'sex',
  'yearGroup',
  'ethnicity',
  'status',
  'statusFrom',
  'freeSchoolMeals',
  'lookedAfter',
  'careAuthority',
  'address',
  ...needRanks.flatMap((rank): Target[] => [`need${rank}`, `need${rank}From`]),
]
/** A CTF becomes a table under our own labels, so that it is mapped, checked and shown like any other. */
export const ctfHeadings: readonly string[] = columns.map(labelOfTarget)

const byDate = (name: string) => (a: Node, b: Node) => (textBelow(a, name) < textBelow(b, name) ? -1 : 1)

/** The newest entry of the history: it says what holds now. */
const senOf = (pupil: Node) => {
  const newest = below(pupil, 'SEN')
    .filter((sen) => textBelow(sen, 'SENprovision') !== '')
    .sort(byDate('StartDate'))
    .at(-1)
  return { status: textBelow(newest, 'SENprovision'), statusFrom: textBelow(newest, 'StartDate') }
}

/** Needs that have not ended, in rank order; those without a rank come last. */
const needsOf = (pupil: Node): Partial<Record<Target, string>> => {
  const needs = below(pupil, 'SENneed')
    .filter((need) => textBelow(need, 'SENtype') !== '' && textBelow(need, 'NeedEndDate') === '')
    .map((need) => ({
      type: textBelow(need, 'SENtype'),
      rank: Number(textBelow(need, 'SENtypeRank')) || 99,
      from: textBelow(need, 'NeedStartDate'),
    }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, needRanks.length)
  return Object.fromEntries(
    needs.flatMap(({ type, from }, i) => [
      [`need${i + 1}`, type],
      [`need${i + 1}From`, from],
    ]),
  )
}

const freeMealsOf = (pupil: Node): string => {
  const periods = below(pupil, 'FSMinstance')
  if (periods.length === 0) return ''
  return periods.some((period) => textBelow(period, 'FSMendDate') === '') ? 'Yes' : 'No'
}

const addressOf = (pupil: Node): string => {
  const address = childOf(pupil, 'Address') ?? below(pupil, 'Address')[0]
  if (!address) return ''
  const lines = [1, 2, 3, 4, 5].map((n) => textBelow(address, `AddressLine${n}`))
  const house = [textBelow(address, 'SAON'), textBelow(address, 'PAON'), textBelow(address, 'Street')]
    .filter(Boolean)
    .join(' ')
  const places = ['Locality', 'Town', 'PostTown', 'AdministrativeArea', 'County'].map((name) =>
    textBelow(address, name),
  )
  const all = [...(lines.some(Boolean) ? lines : [house, ...places]), textBelow(address, 'PostCode')]
  return [...new Set(all.filter(Boolean))].join('\n')
}

/** Relationship codes of the common basic data set that this product tells apart, and the words some systems send. */
const relationOf = (code: string): Contact['relationship'] => {
  const known: [RegExp, Contact['relationship']][] = [
    [/^(PAM|MOT)/i, 'mother'],
    [/^(PAF|FAT)/i, 'father'],
    [/^STE?P/i, 'stepParent'],
    [/^FO[SP]/i, 'fosterCarer'],
    [/^GR?A?P|^GRAND/i, 'grandparent'],
    [/^GUA/i, 'guardian'],
    [/^PARENT|^PAR$/i, 'parent'],
  ]
  return code === '' ? null : (known.find(([pattern]) => pattern.test(code))?.[1] ?? 'other')
}
const contactOf = (contact: Node): FileContact | null => {
  const name = [textBelow(contact, 'Forename', 'GivenName'), textBelow(contact, 'Surname', 'FamilyName')]
    .filter(Boolean)
    .join(' ')
  if (name === '') return null
  const responsible = textBelow(contact, 'Responsibility', 'ParentalResponsibility')
  return {
    name: name.slice(0, 120),
    relationship: relationOf(textBelow(contact, 'Relationship')),
    parentalResponsibility: responsible === '' ? null : /^(true|1|y)/i.test(responsible),
    telephone:
      textBelow(contact, 'PhoneNo', 'TelephoneNo', 'TelephoneNumber', 'Telephone').slice(0, 40) || null,
    email: textBelow(contact, 'Email', 'EmailAddress').slice(0, 120) || null,
  }
}

/** One pupil of a CTF as a row. `number` is its place in the file. */
export const rowOf = (pupil: Node, number: number): SourceRow => {
  const values: Partial<Record<Target, string>> = {
    upn: textIn(pupil, 'UPN'),
    surname: textIn(pupil, 'Surname'),
    forename: textIn(pupil, 'Forename'),
    preferredForename:
      textIn(childOf(pupil, 'BasicDetails'), 'PreferredForename') || textIn(pupil, 'PreferredForename'),
    dateOfBirth: textIn(pupil, 'DOB', 'DateOfBirth'),
    sex: textIn(pupil, 'Sex', 'Gender') || textIn(childOf(pupil, 'BasicDetails'), 'Sex', 'Gender'),
    yearGroup: textBelow(pupil, 'NCyearActual'),
    ethnicity: textBelow(pupil, 'Ethnicity'),
    ...senOf(pupil),
    ...needsOf(pupil),
    freeSchoolMeals: freeMealsOf(pupil),
    lookedAfter: textBelow(pupil, 'InCare'),
    careAuthority: textBelow(pupil, 'CareAuthority'),
    address: addressOf(pupil),
  }
  const contacts = below(pupil, 'Contact').flatMap((contact) => contactOf(contact) ?? [])
  return { row: number, cells: columns.map((target) => values[target] ?? ''), contacts }
}
