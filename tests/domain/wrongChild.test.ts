import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Finding, type GuardedPupil, restrictedWords, wrongChildGuard } from '../../src/domain/rules/wrongChild.ts' // prettier-ignore
import { partsOf, showDay, showWeekday } from '../../src/domain/rules/day.ts'
import { upnCheckLetter } from '../../src/domain/rules/upn.ts'

const upnOf = (at: number) => {
  const rest = `8012${String(20_000_000 + at)}`
  return upnCheckLetter(rest) + rest
}
const child = (
  at: number,
  forename: string,
  surname: string,
  more: Partial<GuardedPupil> = {},
): GuardedPupil => ({
  key: String(at),
  forename,
  preferredForename: null,
  surname,
  upn: upnOf(at),
  dateOfBirth: `${2008 + (at % 11)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
  address: null,
  ...more,
})

const forenames = ['Amira', 'Leo', 'Zoë', 'Siân', 'Małgorzata', 'Noor ul-Ain', 'Anne-Marie', 'Jo', 'Grace', 'Will', 'Mark', 'Órla', 'Wojciech', 'Hope'] // prettier-ignore
const surnames = ['Khan', 'O’Brien', "D'Arcy", 'Llewellyn-Hughes', 'St John-Whitaker', 'Wiśniewska', 'Ní Bhriain', 'ap Dafydd', 'Young', 'Kerr', 'Øster', 'McGillycuddy', 'Bashir-ud-Din', 'Marsh'] // prettier-ignore
const school = forenames.flatMap((forename, a) =>
  surnames.map((surname, b) => child(a * 20 + b, forename, surname)),
)

const made = new Map<readonly GuardedPupil[], Map<GuardedPupil, ReturnType<typeof wrongChildGuard>>>()
const guard = (about: GuardedPupil, all: readonly GuardedPupil[] = school, more?: object) => {
  const fresh = () => wrongChildGuard(all, { about: new Set([about.key]), ...more })
  if (more) return fresh()
  const known = made.get(all) ?? new Map<GuardedPupil, ReturnType<typeof wrongChildGuard>>()
  made.set(all, known)
  const found = known.get(about) ?? fresh()
  known.set(about, found)
  return found
}
const one = (text: string, about: GuardedPupil, all?: readonly GuardedPupil[], more?: object) =>
  guard(about, all, more)([text])
const shown = (text: string, found: readonly Finding[]) =>
  found.map(({ from, to, kind, strength }) => `${kind} ${strength}: ${text.slice(from, to)}`)

/** Ways in which people and programs write one name. */
const respelt: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
  (name) => name.replace(/['’]/g, '‘'),
  (name) => name.replace(/['’]/g, ''),
  (name) => name.replace(/-/g, '\u2011'),
  (name) => name.replace(/-/g, ' '),
  (name) => name.replace(/ /g, '\u00A0'),
  (name) => name.replace(/ /g, '  '),
  (name) => `${name}'s`,
  (name) => `${name}’s`,
  (name) => name.split('').join('\u00AD'),
]
const around: readonly [string, string][] = [
  ['', ''],
  ['He sat beside ', ' in the hall.'],
  ['(', ')'],
  ['“', ',” she said'],
  ['Group: ', '; Sam'],
  ['with\t', '\tand'],
  ['Kind/', '/2'],
]
const two = fc
  .tuple(fc.constantFrom(...school.filter((_, at) => at % 7 === 0)), fc.constantFrom(...school))
  .filter(([a, b]) => a.key !== b.key && a.surname !== b.surname)

test('another pupil’s whole name is found for certain in any spelling, and only where it stands', () => {
  fc.assert(
    fc.property(
      two,
      fc.constantFrom(...respelt),
      fc.constantFrom(...around),
      fc.boolean(),
      (pair, spell, [before, after], turned) => {
        const [own, other] = pair
        const name = spell(
          turned ? `${other.surname}, ${other.forename}` : `${other.forename} ${other.surname}`,
        )
        const text = `${before}${name}${after}`
        const found = one(text, own).filter(
          ({ kind, pupils }) => kind === 'name' && pupils.includes(other.key),
        )
        expect(
          found.map(({ strength }) => strength),
          text,
        ).toEqual(['certain'])
        expect(name.startsWith(text.slice(found[0]!.from, found[0]!.to)), text).toBe(true)
      },
    ),
    { numRuns: 4_000 },
  )
})

const upnSpellings: readonly ((upn: string) => string)[] = [
  (upn) => upn,
  (upn) => upn.toLowerCase(),
  (upn) => `${upn.slice(0, 4)} ${upn.slice(4, 9)} ${upn.slice(9)}`,
  (upn) => `${upn.slice(0, 1)}-${upn.slice(1, 7)}-${upn.slice(7)}`,
  (upn) => upn.split('').join(' '),
]
test('another pupil’s UPN is found for certain however it is spaced; the pupil’s own is not', () => {
  fc.assert(
    fc.property(
      two,
      fc.constantFrom(...upnSpellings),
      fc.constantFrom(...around),
      ([own, other], spell, [before, after]) => {
        const text = `${before}${spell(other.upn!)}${after}`
        expect(one(text, own)).toContainEqual(
          expect.objectContaining({ kind: 'upn', strength: 'certain', pupils: [other.key] }),
        )
        expect(one(`${before}${spell(own.upn!)}${after}`, own)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

const long = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // prettier-ignore
const daySpellings: readonly ((day: string) => string)[] = [
  (day) => day,
  showDay,
  showWeekday,
  (day) => day.split('-').toReversed().join('/'),
  (day) => day.split('-').toReversed().join(' - '),
  (day) => partsOf(day).toReversed().join('.'),
  (day) => `${partsOf(day)[2]}/${partsOf(day)[1]}/${day.slice(2, 4)}`,
  (day) => `${partsOf(day)[2]}th of ${long[partsOf(day)[1] - 1]}, ${day.slice(0, 4)}`,
  (day) => `${long[partsOf(day)[1] - 1]!.toUpperCase()} ${partsOf(day)[2]}, ${day.slice(0, 4)}`,
  (day) => `${partsOf(day)[2]}-${long[partsOf(day)[1] - 1]!.slice(0, 3)}-${day.slice(2, 4)}`,
  (day) => day.split('-').toReversed().join(''),
]
test('another pupil’s date of birth is found in the usual spellings, for certain where it is called one', () => {
  fc.assert(
    fc.property(
      two,
      fc.constantFrom(...daySpellings),
      fc.constantFrom('', 'He was born on ', 'D.O.B. ', 'DOB: '),
      ([own, other], spell, label) => {
        fc.pre(own.dateOfBirth !== other.dateOfBirth)
        const text = `${label}${spell(other.dateOfBirth)}`
        const found = one(text, own)
        expect(found, text).toHaveLength(1)
        expect(found[0]).toMatchObject({ kind: 'dateOfBirth', strength: label ? 'certain' : 'look' })
        expect(found[0]!.pupils).toContain(other.key)
        expect(text.slice(found[0]!.from, found[0]!.to).length, text).toBeGreaterThan(5)
        expect(one(`${label}${spell(own.dateOfBirth)}`, own)).toEqual([])
      },
    ),
    { numRuns: 800 },
  )
})

test('words alone, and the pupil’s own name in every form, are never reported; mixed they are never certain', () => {
  const own = child(900, 'Anne-Marie', 'Booth-Ramsden', { preferredForename: 'Annie' })
  const all = [...school, own]
  const names = ['Anne-Marie', 'Annie', 'Anne', 'Booth-Ramsden', 'Ramsden', 'Annie Booth-Ramsden', 'Booth-Ramsden, Anne-Marie', 'ANNIE BOOTH RAMSDEN', 'Annie’s'] // prettier-ignore
  const plain =
    'will young people hope to mark their reading and grace the hall in march when it is over'.split(' ')
  const some = (words: readonly string[]) => fc.array(fc.constantFrom(...words), { maxLength: 30 })
  fc.assert(
    fc.property(some(names), some(plain), some([...names, ...plain]), (named, worded, mixed) => {
      expect(shown(named.join(' '), one(named.join(' '), own, all)), named.join(' ')).toEqual([])
      expect(shown(worded.join(' '), one(worded.join(' '), own, all)), worded.join(' ')).toEqual([])
      const certain = one(mixed.join(' '), own, all).filter(({ strength }) => strength === 'certain')
      expect(shown(mixed.join(' '), certain), mixed.join(' ')).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

const small = [
  child(1, 'Amira', 'Khan', { address: '1 Mill Lane' }),
  child(2, 'Maya', 'Khan', { address: '1, Mill Lane' }),
  child(3, 'Bilal', 'Khan', { address: '9 High Street' }),
  child(4, 'Leopold', 'Ashworth', { preferredForename: 'Leo' }),
  child(5, 'Grace', 'Marsh'),
  child(6, 'Will', 'Young'),
  child(7, 'An', 'Other'),
  child(8, 'Mohammed', 'Qureshi', { preferredForename: 'Mo' }),
  child(9, 'Ann', 'Jones'),
]
const amira = small[0]!
test.each([
  ['Leo Ashworth joined her.', ['name certain: Leo Ashworth']],
  ['LEOPOLD ASHWORTH', ['name certain: LEOPOLD ASHWORTH']],
  [
    'AmiraKhan and leo.ashworth@example.org, LeoAshworth.docx',
    ['name certain: leo.ashworth', 'name certain: LeoAshworth'],
  ],
  [
    'Mohammed (Mo) Qureshi and Leo James Ashworth',
    ['name certain: Mohammed (Mo) Qureshi', 'name certain: Leo James Ashworth'],
  ],
  ['Leo Ashworths coat', ['name certain: Leo Ashworths']],
  ['Her sister Maya Khan is in Year 2.', ['name look: Maya Khan']],
  ['Bilal Khan lives elsewhere.', ['name certain: Bilal Khan']],
  ['Amira worked with Leo and Mo.', ['forename look: Leo']],
  ['Then Ashworth laughed. Mrs Ashworth did not, nor Helen Ashworth.', ['surname look: Ashworth']],
  ['Will she hope? Will young people mark it in May? Grace said so at Marsh House.', []],
  ['Will Young and Grace Marsh', ['name certain: Will Young', 'name certain: Grace Marsh']],
  ['The Ashworths came, and the Ashworths’ dog.', ['surname look: Ashworths', 'surname look: Ashworths']],
  [
    'We met the Joneses and the Qureshis; the Khans, the Marshes and the Youngs stayed away.',
    ['surname look: Joneses', 'surname look: Qureshis'],
  ],
  ['Mr and Mrs Ashworth; Ashworths Lane; the ashworths', []],
  ['In another room, in Leominster, a leopard; Mo’re; Mary-Ann; Smith-Jones', []],
  ['will Young be there? Young Grace marsh', []],
  ['Grace Ashworth, grace qureshi', []],
  ['We saw Leo. Ashworth Road is closed.', ['forename look: Leo']],
] as const)('%s', (text, expected) => {
  expect(shown(text, one(text, amira, small))).toEqual(expected)
})

test('adults who belong there, days of the record and restricted words are told apart', () => {
  const more = {
    adults: ['Leo Qureshi'],
    days: [small[3]!.dateOfBirth],
    restricted: restrictedWords('MARAC\n  child protection plan \n\n'),
  }
  const text = `Leo Qureshi, plan of ${showDay(small[3]!.dateOfBirth)}. A Marac; the Child-Protection plan. Leo said so. Plans`
  expect(shown(text, one(text, amira, small, more))).toEqual([
    'restricted certain: Marac',
    'restricted certain: Child-Protection plan',
    'forename look: Leo',
  ])
})

test.each([
  ['Helen Ashworth', 'Helen Ashworth spoke, the Ashworths agreed. Leo did too.', ['forename look: Leo']],
  ['Leo Qureshi', 'Leo Ashworth and Leo Qureshi came. Then Leo spoke, then Qureshi.', ['name certain: Leo Ashworth', 'forename look: Leo']], // prettier-ignore
  ['Leo', 'Leo said so.', ['forename look: Leo']],
  ['Ashworth Leo', 'Then Leo spoke, then Ashworth.', ['forename look: Leo', 'surname look: Ashworth']],
  ['Dr Sam Qureshi (EP)', 'Then Qureshi spoke with the Ashworths.', ['surname look: Ashworths']],
  ['Qureshi, Leo', 'Then Qureshi spoke, then Leo.', ['forename look: Leo']],
  ['Sam Leo', 'Then Leo spoke.', ['forename look: Leo']],
  ['Kim Booth-Ashworth', 'Then Ashworth spoke with Leo Ashworth.', ['name certain: Leo Ashworth']],
] as const)('of an adult named %s only the whole name and the surname pass: %s', (adult, text, expected) => {
  expect(shown(text, one(text, amira, small, { adults: [adult] }))).toEqual(expected)
})

test('a date of birth beside that child’s name, or under its label in a table, is certain', () => {
  const leo = small[3]!
  const found = guard(
    amira,
    small,
  )(['Leo', showDay(leo.dateOfBirth), '', 'Date of birth', showDay(small[4]!.dateOfBirth)])
  expect(found.filter(({ kind }) => kind === 'dateOfBirth').map(({ strength }) => strength)).toEqual([
    'certain',
    'certain',
  ])
})
