import { expect, test } from 'vitest'
import { blank, type Stored } from '../../src/domain/record.ts'
import { Publication } from '../../src/domain/records/publication.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { publicationKeyOf, staffCopiesOf, ticksOf } from '../../src/domain/rules/publish.ts'
import {
  classesIn,
  codeOfClass,
  filterOf,
  queryOf,
  showsMine,
  shownProfiles,
} from '../../src/tab/profiles/filter.ts'
import { publicationLines, type PublicationLists } from '../../src/ui/publish/publicationLines.ts'
import { kept } from './made.ts'

const today = '2026-03-10'
const profile = (key: string, given: Partial<StaffProfile>): Stored<StaffProfile> => ({
  ...blank(StaffProfile, {
    surname: 'Quill',
    forename: 'Zoë',
    status: 'K',
    publishedOn: today,
    pupil: kept(key).key,
    ...given,
  }),
  ...kept(key),
})

test('a profile is found by name without accents, by class and by what helps', () => {
  const all = [
    profile('01A', { className: 'Oak', yearGroup: '4', helps: 'The radio aid from the first minute' }),
    profile('01B', { surname: 'Ash', forename: 'Bo', className: 'Acorn', yearGroup: 'R' }),
  ]
  const found = (typed: string) =>
    shownProfiles(all, filterOf(new URLSearchParams()), typed).map(({ surname }) => surname)
  expect(found('zoe')).toEqual(['Quill'])
  expect(found('radio oak')).toEqual(['Quill'])
  expect(found('year 4')).toEqual(['Quill'])
  expect(found('radio acorn')).toEqual([])
  expect(found('')).toEqual(['Ash', 'Quill'])
})

test('the filter comes back from its address, which names no class', () => {
  const filter = { shows: 'changed', years: ['4'], classes: [codeOfClass('Mrs Nair')], whose: null } as const
  const query = queryOf(filter)
  expect(query.toString()).not.toMatch(/nair/i)
  expect(filterOf(query)).toEqual(filter)
  expect(filterOf(new URLSearchParams('class=Nair&year=99&show=x'))).toEqual({
    shows: 'seen',
    years: [],
    classes: [],
    whose: null,
  })
  expect(filterOf(new URLSearchParams('whose=mine')).whose).toBe('mine')
  const all = [
    profile('01A', { className: 'Mrs Nair', yearGroup: '4' }),
    profile('01B', { className: 'Oak' }),
  ]
  expect(classesIn(all)).toEqual([
    [codeOfClass('Mrs Nair'), 'Mrs Nair'],
    [codeOfClass('Oak'), 'Oak'],
  ])
  expect(shownProfiles(all, filter, '').map(({ className }) => className)).toEqual(['Mrs Nair'])
})

test('a teacher’s list begins with their own classes, until they choose another; the SENCO’s with everybody', () => {
  const usual = filterOf(new URLSearchParams())
  expect(showsMine(usual, ['Oak'], false)).toBe(true)
  expect(showsMine(usual, ['Oak'], true)).toBe(false)
  expect(showsMine(usual, [], false)).toBe(false)
  expect(showsMine({ ...usual, whose: 'all' }, ['Oak'], false)).toBe(false)
  expect(showsMine({ ...usual, classes: ['ABCDEFGH'] }, ['Oak'], false)).toBe(false)
  expect(showsMine({ ...usual, whose: 'mine' }, ['Oak'], true)).toBe(true)
  const all = [
    profile('01A', { className: 'Oak' }),
    profile('01B', { className: 'Ash' }),
    profile('01C', { className: null }),
  ]
  expect(shownProfiles(all, usual, '', ['oak ']).map(({ className }) => className)).toEqual(['Oak'])
  expect(shownProfiles(all, usual, '')).toHaveLength(3)
})

const pupil = (key: string, given: Partial<Pupil>): Stored<Pupil> => ({
  ...blank(Pupil, { surname: key, forename: 'A', dateOfBirth: '2017-01-01', status: 'K', ...given }),
  ...kept(key),
})
const publishedAs = (of: Stored<Pupil>, given: Partial<Pupil> = {}) => {
  const ticks = ticksOf({ keyAdult: true })
  const publication: Stored<Publication> = {
    ...blank(Publication, { pupil: of.key, state: 'published', ...ticks, on: today }),
    ...kept('p'),
    key: publicationKeyOf(of.key),
  }
  const sources = { pupil: { ...of, ...given }, needs: [], outcomes: [], profile: null }
  const copy = staffCopiesOf({ ...sources, publication: ticks, today, by: null }).profile
  return { publication, copy: { ...copy.record, ...kept('c'), key: copy.key } }
}
const lists = (given: Partial<PublicationLists>): PublicationLists => ({
  pupils: [],
  needs: [],
  outcomes: [],
  profiles: [],
  publications: [],
  shown: [],
  targets: [],
  ...given,
})

test('the SENCO is told of what is behind, of leavers and archived pupils still shown, and of whom nothing is published', () => {
  const [current, moved, gone, never, without, archived] = [
    pupil('01A', {}),
    pupil('01B', { keyAdult: 'Tom Bright' }),
    pupil('01C', { left: '2026-03-01' }),
    pupil('01D', {}),
    pupil('01E', { status: 'N' }),
    pupil('01F', {}),
  ] as const
  const all = [
    publishedAs(current),
    publishedAs(moved, { keyAdult: 'Sue Hall' }),
    publishedAs(gone),
    publishedAs(archived),
  ]
  const lines = publicationLines(
    lists({
      pupils: [current, moved, gone, never, without],
      publications: all.map(({ publication }) => publication),
      shown: all.map(({ copy }) => copy),
    }),
    today,
  )
  expect(lines.map(({ named, is }) => [named.surname, is])).toEqual([
    ['01A', 'current'],
    ['01B', 'changed'],
    ['01C', 'stillShown'],
    ['01D', 'never'],
    ['01F', 'stillShown'],
  ])
  expect(lines[1]!.changes).toMatchObject([{ part: 'keyAdult', from: 'Sue Hall', to: 'Tom Bright' }])
})
