import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { lintXlsx } from '../../src/documents/lintXlsx.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import type { Withholding } from '../../src/domain/records/withholding.ts'
import { blackBar, blackedOut, blackOut } from '../../src/export/blackOut.ts'
import { type Candidate, wholeRecord } from '../../src/export/candidate.ts'
import { candidatesOf } from '../../src/export/candidates.ts'
import { standingOf } from '../../src/export/redaction.ts'
import {
  allTextIn,
  amira,
  anyLists,
  decided,
  decisionOn,
  fileWith,
  leo,
  packageOf,
  recordsIn,
  stored,
  withSecret,
} from './given.ts'

const entry = (text: string, more: Partial<ChronologyEntry> = {}, kept = {}) =>
  stored(
    blank(ChronologyEntry, { pupil: amira.key, happenedOn: '2026-02-28', kind: 'other', text, ...more }),
    kept,
  )
const chronology = (...records: Stored<ChronologyEntry>[]) => ({
  type: ChronologyEntry,
  records: records as never,
})
const whys = (candidates: readonly Candidate[]) =>
  candidates.map(({ field, reasons }) => [field, ...reasons.map(({ why }) => why)])

const spans = fc.array(
  fc.tuple(fc.nat(80), fc.nat(80)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
)

test('nothing that lies in any span is left in sight, however they overlap, and all else is', () => {
  // Each letter once: what is in sight tells where it stood.
  const text = Array.from({ length: 60 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
  fc.assert(
    fc.property(spans, (some) => {
      const kept = [...text].filter((_, at) => !some.some(({ from, to }) => from <= at && at < to)).join('')
      expect(blackOut(text, some).replaceAll(blackBar, '')).toBe(kept)
    }),
  )
  const [whole, within] = [
    { from: 0, to: 11 },
    { from: 4, to: 7 },
  ] as const
  expect(blackOut('Sam and Ben', [whole, within])).toBe(blackBar)
})

test('blacking out and finding again what was blacked out go together', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), spans, (text, some) => {
      const redacted = blackOut(text, some)
      const found = blackedOut(text, redacted)
      expect(found).not.toBeNull()
      expect(blackOut(text, found!)).toBe(redacted)
      expect(blackedOut(`${text}!`, redacted) === null || redacted.endsWith(blackBar)).toBe(true)
    }),
  )
  expect(
    blackOut('Sam and Ben Lee', [
      { from: 8, to: 11 },
      { from: 0, to: 3 },
      { from: 2, to: 3 },
    ]),
  ).toBe('████ and ████ Lee')
  expect(blackedOut('Something else', '████ and ████ Lee')).toBeNull()
})

test('what declarations mark, other pupils, contacts, numbers and addresses have to be looked at; the rest has not', () => {
  const mother = stored(
    blank(Contact, {
      pupil: amira.key,
      name: 'Saira Malik',
      telephone: '0113 496 0000',
      restriction: 'Ask the office',
    }),
  )
  const teacher = stored(
    blank(Contributor, { review: amira.key, name: 'Mr Adeyemi', role: 'teacher', reasons: 'She is ready' }),
  )
  const aunt = stored(blank(Contributor, { review: amira.key, name: 'Nadia Malik', role: 'other' }))
  const file = fileWith([
    chronology(
      entry('Amira read a whole page'),
      entry('He said that it was true', { thirdParty: true, source: 'A neighbour' }),
      entry('She sat beside Leonidas Okonkwo-Byrne'),
      entry('His UPN is B801200005001, born 3 November 2015'),
      entry('Ring (0113) 496 0001 or write to aunt@example.org.'),
      entry('Saira Malik rang in'),
    ),
    { type: Contact, records: [mother as never] },
    { type: Contributor, records: [teacher as never, aunt as never] },
  ])
  const found = candidatesOf(file, [])
  const marked = 'Marked as about or from another person when it was written'
  const contact = 'About a contact of the pupil. It may be given to that person, or with their agreement'
  expect(whys(found)).toEqual([
    ['name', contact],
    ['telephone', contact, 'Holds a telephone number'],
    ['restriction', 'A contact restriction: giving it out may put somebody at risk'],
    ['reasons', 'In the words of class or subject teacher'],
    ['name', 'About a person who did not take part as a part of their work'],
    ['text', marked],
    ['source', marked],
    ['text', 'May name another pupil'],
    ['text', 'Holds another pupil’s UPN', 'Holds a date on which another pupil was born'],
    ['text', 'Holds an email address', 'Holds a telephone number'],
    ['text', 'Names a contact of the pupil'],
  ])
  const places = found.flatMap(({ text, reasons }) =>
    reasons.flatMap(({ spans }) => spans.map(({ from, to }) => text.slice(from, to))),
  )
  expect(places).toEqual([
    '0113 496 0000', 'Leonidas Okonkwo-Byrne', 'B801200005001', '3 November 2015', 'aunt@example.org', '(0113) 496 0001', 'Saira Malik',
  ]) // prettier-ignore
})

test('a decision stands until the record changes; then it has to be looked at again', () => {
  const record = entry('With Leonidas Okonkwo-Byrne', {}, { modifiedAt: '2026-06-30T09:00:00Z' })
  const [candidate] = candidatesOf(fileWith([chronology(record)]), [])
  const give = decided(candidate!, {})
  const bar = decided(candidate!, { decision: 'redact', redacted: 'With ████' })
  const standing = (now: Stored<ChronologyEntry>, decision: Stored<Withholding>) =>
    standingOf(candidatesOf(fileWith([chronology(now)]), [decision])[0]!, [decision]).is
  expect([standing(record, give), standing(record, bar)]).toEqual(['decided', 'decided'])
  // Another field of the row changed: this text did not.
  const touched = { ...record, kind: 'call', modifiedAt: '2026-07-02T09:00:00Z' } as const
  expect([standing(touched, give), standing(touched, bar)]).toEqual(['decided', 'decided'])
  const longer = { ...record, text: `${record.text}, his friend` }
  expect([standing(longer, give), standing(longer, bar)]).toEqual(['stale', 'stale'])
  expect(standing(record, { ...give, seen: null })).toBe('stale')
})

test('what was blacked out in one place is looked for everywhere else', () => {
  const first = entry('Told by Mrs Wrigglesworth next door', { thirdParty: true })
  const second = entry('wrigglesworth rang again')
  const file = fileWith([chronology(first, second)])
  const [candidate] = candidatesOf(file, [])
  const decision = decided(candidate!, { decision: 'redact', redacted: 'Told by Mrs ████ next door' })
  const after = candidatesOf(file, [decision])
  expect(whys(after).at(-1)).toEqual(['text', 'Holds what was blacked out or kept back elsewhere'])
  expect(after.map(({ record }) => record)).toEqual([first.key, second.key])
  // Given before the name was blacked out elsewhere: it has to be looked at again; given after, it stands.
  const early = candidatesOf(file, [decisionOn(after[1]!, {})]).find(({ record }) => record === second.key)!
  const stands = (give: Stored<Withholding>) => {
    const all = [decision, give]
    return candidatesOf(file, all).map((one) => standingOf(one, all).is)
  }
  expect(stands(decided(early, {}))).toEqual(['decided', 'stale'])
  expect(stands(decided(after[1]!, {}))).toEqual(['decided', 'decided'])
})

test('a package is refused while anything is open, and again when something changed after it was decided', async () => {
  const record = entry('With Leonidas Okonkwo-Byrne')
  const file = fileWith([chronology(record)])
  const [candidate] = candidatesOf(file, [])
  const refusal = { trouble: { code: 'refused' } }
  await expect(packageOf(file, [])).rejects.toMatchObject(refusal)
  const give = decided(candidate!, {})
  await packageOf(file, [give])
  const changed = fileWith([chronology({ ...record, text: `${record.text} today` })])
  await expect(packageOf(changed, [give])).rejects.toMatchObject(refusal)
})

test('titles, footers and properties are made of what is given alone', async () => {
  const secret = 'Leonidas Okonkwo-Byrne'
  const outcome = stored(
    blank(Outcome, { pupil: amira.key, kind: 'year', text: `Plays with ${secret}`, status: 'current' }),
  )
  const need = stored(blank(Need, { pupil: amira.key, type: 'SEMH', description: `As ${secret} has` }))
  const support = stored(
    blank(Allocation, {
      pupil: amira.key,
      provision: leo.key,
      outcome: outcome.key,
      need: need.key,
      from: '2026-01-05',
    }),
  )
  const name = stored(blank(Contact, { pupil: amira.key, name: 'Saira Malik' }))
  const file = fileWith([
    { type: Outcome, records: [outcome as never] },
    { type: Need, records: [need as never] },
    { type: Allocation, records: [support as never] },
    { type: Contact, records: [name as never] },
  ])
  const whole = decisionOn(
    { recordType: 'Need', record: need.key, field: wholeRecord },
    { decision: 'withhold' },
  )
  const of = (key: string) => candidatesOf(file, []).find(({ record }) => record === key)!
  const own = decided(of(name.key), { decision: 'withhold' })
  const bar = decided(of(outcome.key), {
    decision: 'redact',
    redacted: `Plays with ${blackBar}`,
    reason: `It names ${secret}`,
  })
  const { bytes, parts, index } = await packageOf(file, [whole, own, bar])
  expect(allTextIn(bytes)).not.toMatch(/Leonidas|Okonkwo|Saira|Malik/)
  expect(recordsIn(parts)).toMatchObject({
    Need: [],
    Contact: [{ name: null, withheld: ['name'] }],
    Outcome: [{ text: 'Plays with ████' }],
  })
  expect(JSON.parse(strFromU8(parts['withheld.json']!))).toEqual([
    {
      list: 'Contacts',
      number: 1,
      field: 'Name',
      how: 'Kept back',
      exemption: 'It is about another person (Schedule 2, paragraph 16)',
    },
    {
      list: 'Needs',
      number: null,
      field: 'All of it',
      how: 'Kept back',
      exemption: 'It is about another person (Schedule 2, paragraph 16)',
    },
    {
      list: 'Outcomes',
      number: 1,
      field: 'Outcome',
      how: 'Blacked out in part',
      exemption: 'It is about another person (Schedule 2, paragraph 16)',
    },
  ])
  expect(index.withheld).toBe(3)
})

test('whatever is decided, nothing that was kept back is in any byte of the package, and all else is', async () => {
  const secrets = fc.array(fc.stringMatching(/^Zq[a-z]{6,10}$/), { minLength: 1, maxLength: 3 })
  const places = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.nat(), secrets, places, fc.nat(), async (seed, names, at, chance) => {
      const [lists] = fc.sample(anyLists(), { seed, numRuns: 1 })
      const planted = names.reduce(
        (all, name, i) =>
          withSecret(
            [...all, chronology(entry(`Mrs ${name} said so`, { thirdParty: true }))],
            name,
            at.map((place) => place + i * 7),
          ),
        lists!,
      )
      const file = fileWith(planted)
      const decisions = new Map<string, Stored<Withholding>>()
      // As a person does: through the list, again for what came up meanwhile, until nothing is open.
      for (let round = 0; round < 20; round += 1) {
        const all = [...decisions.values()]
        const open = candidatesOf(file, all).filter((one) => standingOf(one, all).is !== 'decided')
        if (open.length === 0) break
        for (const [i, one] of open.entries()) {
          const spans = names.flatMap((name) =>
            [...one.text.matchAll(new RegExp(name, 'gi'))].map(({ index }) => ({
              from: index,
              to: index + name.length,
            })),
          )
          const redacted = blackOut(one.text, spans)
          decisions.set(
            one.id,
            spans.length === 0
              ? decided(one, {})
              : (chance + i) % 3 === 0
                ? decided(one, { decision: 'withhold' })
                : decided(one, { decision: 'redact', redacted }),
          )
        }
      }
      const { bytes, parts } = await packageOf(file, [...decisions.values()])
      const text = allTextIn(bytes)
      for (const name of names) expect(text.toLowerCase()).not.toContain(name.toLowerCase())
      const given = recordsIn(parts)
      for (const { type, records } of file.lists)
        for (const [i, record] of records.toSorted((a, b) => (a.key < b.key ? -1 : 1)).entries()) {
          const out = given[type.name]!.toSorted((a, b) => (String(a['key']) < String(b['key']) ? -1 : 1))[i]!
          const { withheld, ...rest } = out
          for (const [name, value] of Object.entries(rest))
            if (!(withheld as string[]).includes(name)) expect(value).toEqual((record as never)[name])
        }
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('the package is well made: Word, Excel, JSON that fits its schema, hashes of every file', async () => {
  const [lists] = fc.sample(anyLists(), { numRuns: 1, seed: 11 })
  const file = fileWith([...lists!, chronology(entry('ŵ'.repeat(60_000)), entry('=1+1 ]]> 👩🏽‍🦽 ہر ماہ'))])
  const decisions = candidatesOf(file, []).map((one) => decided(one, {}))
  const { parts, index } = await packageOf(file, decisions)
  expect(lintDocx(parts['Record.docx']!)).toEqual([])
  expect(lintXlsx(parts['Record.xlsx']!)).toEqual([])
  const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } })
  const fits = ajv.compile(JSON.parse(strFromU8(parts['schema.json']!)) as object)
  fits(JSON.parse(strFromU8(parts['record.json']!)))
  expect(fits.errors).toBeNull()
  expect(Object.keys(parts).toSorted()).toEqual(
    [...index.files.map(({ path }) => path), 'index.json'].toSorted(),
  )
  // A cell holds 32,767 characters; the rest of a longer text goes on below.
  expect(allTextIn(parts['Record.xlsx']!).match(/ŵ/g)).toHaveLength(60_000)
})

test('a package says what is not in it: lists and rows that were not read, and what is never looked through', async () => {
  const file = fileWith([], {
    unreadable: [{ list: 'Chronology', rows: 2 }],
    leftOut: ['Safeguarding log'],
  })
  const { parts, index } = await packageOf(file, [])
  const readme = strFromU8(parts['README.txt']!)
  const word = allTextIn(parts['Record.docx']!)
  for (const line of [
    'Safeguarding log: could not be read by the person who made this',
    'Chronology: 2 rows that may be about this pupil and can’t be read',
    ...['Earlier versions', 'files of jobs', 'Documents of the staff site'],
  ]) {
    expect(readme.slice(readme.indexOf('NOT IN IT'))).toContain(line)
    expect(word).toContain(line)
    expect(index.notIncluded.join()).toContain(line)
  }
})

test('why a record was archived is written by people too: it is looked through, and kept back where they say so', async () => {
  const file = fileWith([
    chronology(
      entry('Rang home.', {}, { archived: true, archivedReason: 'Was about Leonidas Okonkwo-Byrne' }),
    ),
  ])
  const candidates = candidatesOf(file, [])
  expect(candidates.map(({ field, label }) => [field, label])).toEqual([
    ['archivedReason', 'Reason for archiving'],
  ])
  const withheld = [decided(candidates[0]!, { decision: 'withhold', exemption: 'thirdParty' })]
  const said = allTextIn((await packageOf(file, withheld)).bytes)
  expect(said).not.toMatch(/Leonidas|Okonkwo/)
  expect(said).toContain('Reason for archiving')
})
