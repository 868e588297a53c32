import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf, reconcile } from '../../src/domain/rules/reconcile.ts'
import { slips } from '../../src/domain/rules/reconcileNames.ts'
import {
  type Difference,
  type Fix,
  listNames,
  type Lists,
  type ListRow,
} from '../../src/domain/rules/reconcileTypes.ts'
import { upnCheckLetter } from '../../src/domain/rules/upn.ts'

const today = '2026-11-22'
const upnOf = (n: number) => {
  const rest = `99920442100${n}`.slice(0, 9) + String(n).padStart(3, '0')
  return upnCheckLetter(rest) + rest
}
const row = (given: Partial<ListRow>): ListRow => ({
  row: 2,
  surname: 'Kershaw',
  forename: 'Amira',
  dateOfBirth: '2018-01-09',
  upn: upnOf(1),
  ...given,
})
const lists = (given: Partial<Lists>): Lists => ({ ours: [], mis: [], authority: [], ...given })
const compare = (given: Partial<Lists>, more: Partial<Parameters<typeof reconcile>[1]> = {}) =>
  reconcile(lists(given), { today, given: listNames.filter((list) => given[list]), authority: null, ...more })
const one = (given: Partial<Lists>, field: string | null = null): Difference => {
  const { differences } = compare(given)
  const found = differences.filter((each) => field === null || each.field === field)
  expect(found, JSON.stringify(differences)).toHaveLength(1)
  return found[0]!
}
const writes = ({ is }: Fix) => is === 'take' || is === 'leaver' || is === 'joiner' || is === 'bringBack'

describe('proposes what is certain, and asks where it is not', () => {
  test('the class and year of the MIS are taken; its SEN status is told to the data manager', () => {
    const ours = row({ key: 'K', className: '4B', yearGroup: '4', status: 'K' })
    const mis = row({ className: '4C', yearGroup: '4', status: 'N' })
    const { differences } = compare({ ours: [ours], mis: [mis] })
    expect(differences.map(({ field, proposal }) => [field, proposal])).toEqual([
      ['className', { is: 'take', from: 'mis', changes: { className: '4C' } }],
      ['status', { is: 'tellMis', ask: 'Change SEN status from No SEN to SEN support' }],
    ])
  })
  test('a date of birth is never taken from one list, and is from two that agree', () => {
    const ours = row({ key: 'K' })
    const mis = row({ dateOfBirth: '2018-01-10' })
    expect(one({ ours: [ours], mis: [mis] }, 'dateOfBirth').proposal.is).toBe('tellMis')
    const three = one(
      { ours: [ours], mis: [mis], authority: [row({ dateOfBirth: '2018-01-10', status: 'E' })] },
      'dateOfBirth',
    )
    expect(three.proposal).toEqual({ is: 'take', from: 'mis', changes: { dateOfBirth: '2018-01-10' } })
  })
  test('a blank UPN of ours is filled; of two right UPNs neither is taken, and the children stay two', () => {
    const ours = row({ key: 'K', upn: null })
    expect(one({ ours: [ours], mis: [row({})] }, 'upn').proposal).toEqual({
      is: 'take',
      from: 'mis',
      changes: { upn: upnOf(1) },
    })
    const { children, doubtful, differences } = compare({
      ours: [row({ key: 'K', upn: upnOf(2) })],
      mis: [row({})],
    })
    expect(children).toHaveLength(2)
    expect(doubtful).toMatchObject([{ doubt: 'sameChildOtherUpn' }])
    expect(differences.some(({ proposal }) => writes(proposal))).toBe(false)
  })
  test('a leaver of the MIS leaves on the MIS’s day; who is only missing there is asked about', () => {
    const ours = row({ key: 'K', status: 'N' })
    expect(one({ ours: [ours], mis: [row({ left: '2026-07-20' })] }).proposal).toEqual({
      is: 'leaver',
      left: '2026-07-20',
    })
    const missing = one({
      ours: [ours],
      mis: [
        row({
          upn: upnOf(5),
          surname: 'Clegg',
          forename: 'Jo',
          dateOfBirth: '2014-02-02',
          status: 'N',
          left: '2020-01-01',
        }),
      ],
    })
    expect(missing).toMatchObject({ kind: 'onlyOurs', proposal: { is: 'tellMis' } })
    expect(missing.options).toContainEqual({ is: 'leaver', left: null })
  })
  test('a joiner comes with what the MIS says; a temporary blank is no value', () => {
    const mis = row({ status: 'K', need: ['SLCN'], className: '4B', admitted: null })
    const found = one({ ours: [], mis: [mis] })
    expect(found.proposal).toEqual({
      is: 'joiner',
      record: {
        upn: upnOf(1),
        surname: 'Kershaw',
        forename: 'Amira',
        dateOfBirth: '2018-01-09',
        className: '4B',
        status: 'K',
      },
      needs: ['SLCN'],
    })
  })
  test('a plan that the authority dates makes an EHC plan of ours, and one that it lacks is told to it', () => {
    const ours = row({ key: 'K', status: 'K' })
    expect(one({ ours: [ours], authority: [row({ planIssued: '2026-09-01' })] }, 'status').proposal).toEqual({
      is: 'take',
      from: 'authority',
      changes: { status: 'E' },
    })
    expect(one({ ours: [ours], authority: [row({})] }, 'status').proposal.is).toBe('tellAuthority')
    expect(one({ ours: [row({ key: 'K', status: 'E' })], authority: [] })).toMatchObject({
      kind: 'notOnAuthority',
      proposal: { is: 'tellAuthority' },
    })
  })
  test('a plan of another authority is not missed on this one’s list, and that is said', () => {
    const { differences, passedOver } = compare(
      { ours: [row({ key: 'K', status: 'E', localAuthority: 'Elsewhere Council' })], authority: [] },
      { authority: 'Northmoor' },
    )
    expect(differences).toEqual([])
    expect(passedOver).toMatchObject([{ list: 'ours', count: 1 }])
    expect(
      compare(
        {
          ours: [row({ key: 'K', status: 'E', localAuthority: 'Northmoor Metropolitan Borough Council' })],
          authority: [],
        },
        { authority: 'Northmoor' },
      ).differences,
    ).toHaveLength(1)
  })
  test('a list of pupils with SEN alone misses nobody without', () => {
    const { differences, passedOver } = compare({
      ours: [
        row({ key: 'K', status: 'K' }),
        row({ key: 'L', row: 3, upn: upnOf(2), surname: 'Haigh', forename: 'Ann', status: 'N' }),
      ],
      mis: [row({ status: 'K' })],
    })
    expect(differences).toEqual([])
    expect(passedOver).toMatchObject([{ list: 'ours', count: 1 }])
  })
  test('who stands on one list twice is told, and nothing about them is written', () => {
    const found = one({
      ours: [row({ key: 'K', className: '4B' })],
      mis: [row({ className: '4C' }), row({ row: 9, className: '4D' })],
    })
    expect(found).toMatchObject({
      kind: 'duplicate',
      told: { mis: 'rows 2 and 9' },
      proposal: { is: 'tellMis' },
    })
    expect(found.options.some(writes)).toBe(false)
  })
  test('an archived record whose child is on roll is asked about and may be brought back', () => {
    const found = one({ ours: [row({ key: 'K', archived: true })], mis: [row({})] })
    expect(found).toMatchObject({ kind: 'archived', proposal: { is: 'tellMis' } })
    expect(found.options).toContainEqual({ is: 'bringBack' })
  })
})

describe('keeps two children two', () => {
  test('twins, one of whom was given the other’s UPN, are not one child', () => {
    const { children, doubtful, differences } = compare({
      ours: [
        row({ key: 'A', forename: 'Amy', upn: upnOf(1) }),
        row({ key: 'B', row: 3, forename: 'Beth', upn: upnOf(2) }),
      ],
      mis: [row({ forename: 'Beth', upn: upnOf(1) }), row({ row: 3, forename: 'Amy', upn: null })],
    })
    expect(
      children.every(
        ({ rows }) =>
          new Set(listNames.flatMap((list) => rows[list]).map(({ forename }) => forename)).size === 1,
      ),
    ).toBe(true)
    expect(doubtful.map(({ doubt }) => doubt)).toContain('sameUpnOtherChild')
    expect(differences.some(({ proposal }) => writes(proposal))).toBe(false)
  })
  test('two children of one name and birthday with a UPN each; a row without one is left to the person', () => {
    const pair = (key?: string) =>
      [1, 2].map((n) => row({ row: n, upn: upnOf(n), ...(key ? { key: key + n } : {}) }))
    const { children, doubtful } = compare({ ours: pair('K'), mis: pair(), authority: [row({ upn: null })] })
    expect(children).toHaveLength(3)
    expect(doubtful.map(({ doubt }) => doubt)).toEqual(['severalAlike', 'severalAlike'])
  })
  test('what a person said joins two rows, or takes the question away', () => {
    const ours = [row({ key: 'K', upn: null, forename: 'Tom' })]
    const mis = [row({ upn: null, forename: 'Thomas' })]
    const salt = '0'.repeat(26)
    const [k, other] = [markOf(salt, 'ours', ours[0]!), markOf(salt, 'mis', mis[0]!)]
    expect(compare({ ours, mis }).doubtful).toHaveLength(1)
    expect(compare({ ours, mis }, { links: [{ one: k, other, same: false }] }).doubtful).toEqual([])
    const { children } = compare({ ours, mis }, { links: [{ one: k, other, same: true }] })
    expect(children).toMatchObject([{ matchedBy: 'person' }])
  })
})

const names = ['Kershaw', 'Haigh', 'O’Dowd', 'Gołąb', 'Clegg'] as const
const forenames = ['Amira', 'Amy', 'Ann-Marie', 'Tom', 'Zoë', 'Beth'] as const
/** Children who are one each: all UPNs differ, names and birthdays may be the same as of others. */
const childrenOf = fc.uniqueArray(
  fc.record({
    n: fc.integer({ min: 1, max: 400 }),
    surname: fc.constantFrom(...names),
    forename: fc.constantFrom(...forenames),
    birth: fc.constantFrom('2018-01-09', '2018-09-01', '2017-02-28'),
    className: fc.constantFrom('4A', '4B'),
  }),
  { selector: ({ n }) => n, minLength: 1, maxLength: 12 },
)
const slip = (name: string, at: number, kind: number): string => {
  const i = at % name.length
  if (kind === 0) return name.slice(0, i) + name.slice(i + 1) || name
  if (kind === 1) return `${name.slice(0, i)}x${name.slice(i)}`
  return name.slice(0, i) + (name[i + 1] ?? '') + name[i] + name.slice(i + 2)
}
type Made = { readonly child: number; readonly list: 'ours' | 'mis' | 'authority'; readonly row: ListRow }
/** Each child on some lists, with blanks, slips and repeats; `child` is the truth, which the rules never see. */
const madeLists = childrenOf.chain((children) =>
  fc
    .array(
      fc.record({
        of: fc.nat(children.length - 1),
        list: fc.constantFrom(...listNames),
        noUpn: fc.boolean(),
        slipped: fc.option(fc.tuple(fc.nat(20), fc.nat(2))),
      }),
      { maxLength: 40 },
    )
    .map((given) =>
      given.map(({ of, list, noUpn, slipped }, at): Made => {
        const { n, surname, forename, birth, className } = children[of]!
        return {
          child: of,
          list,
          row: {
            row: at + 2,
            ...(list === 'ours' ? { key: `KEY${at}` } : {}),
            upn: noUpn ? null : upnOf(n),
            surname: slipped ? slip(surname, ...slipped) : surname,
            forename,
            dateOfBirth: birth,
            className,
            status: 'N',
          },
        }
      }),
    )
    .map((made) => ({ children, made })),
)
const asLists = (made: readonly Made[]): Lists => ({
  ours: made.filter(({ list }) => list === 'ours').map((each) => each.row),
  mis: made.filter(({ list }) => list === 'mis').map((each) => each.row),
  authority: made.filter(({ list }) => list === 'authority').map((each) => each.row),
})
const comparing = { today, given: listNames, authority: null }

test('no row is lost, whatever the lists hold', () => {
  fc.assert(
    fc.property(madeLists, ({ made }) => {
      const { children } = reconcile(asLists(made), comparing)
      const out = children.flatMap(({ rows }) =>
        listNames.flatMap((list) => rows[list].map((each) => each.row)),
      )
      expect(out.toSorted((a, b) => a - b)).toEqual(
        made.map((each) => each.row.row).toSorted((a, b) => a - b),
      )
    }),
    { numRuns: 300 },
  )
})

test('two UPNs never become one child, however names are misspelt or rows repeated', () => {
  fc.assert(
    fc.property(madeLists, ({ made }) => {
      for (const { rows } of reconcile(asLists(made), comparing).children) {
        const upns = new Set(listNames.flatMap((list) => rows[list].flatMap(({ upn }) => upn ?? [])))
        expect(upns.size).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 300 },
  )
})

test('a fix that writes is proposed only for rows that truly are one child, where no other is like them', () => {
  fc.assert(
    fc.property(madeLists, ({ children, made }) => {
      const truth = new Map(made.map(({ child, row: { row: at } }) => [at, child]))
      const alike = (a: number, b: number) =>
        children[a]!.surname === children[b]!.surname &&
        children[a]!.forename === children[b]!.forename &&
        children[a]!.birth === children[b]!.birth
      const { children: found, differences } = reconcile(asLists(made), comparing)
      for (const { child, proposal } of differences) {
        if (!writes(proposal) || proposal.is === 'joiner') continue
        const true_ = [
          ...new Set(
            listNames.flatMap((list) => found[child]!.rows[list].map((each) => truth.get(each.row)!)),
          ),
        ]
        expect(true_.every((one) => alike(one, true_[0]!))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(
      madeLists.chain(({ made }) =>
        fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
      ),
      ([made, mixed]) => {
        const summary = (given: readonly Made[]) => {
          const { differences, doubtful, children } = reconcile(asLists(given), comparing)
          const rowsOf = (at: number) =>
            listNames.map((list) =>
              children[at]!.rows[list].map((each) => each.row).toSorted((a, b) => a - b),
            )
          return {
            differences: differences
              .map(({ kind, field, proposal, child }) =>
                JSON.stringify([kind, field, proposal.is, rowsOf(child)]),
              )
              .toSorted(),
            doubtful: doubtful
              .map(({ one: a, other: b }) => JSON.stringify([rowsOf(a), rowsOf(b)].toSorted()))
              .toSorted(),
          }
        }
        expect(summary(mixed)).toEqual(summary(made))
      },
    ),
    { numRuns: 200 },
  )
})

test('10,000 pupils on both lists are compared in seconds, not in the minutes that each with each would take', () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    row({
      row: n,
      upn: null,
      surname: `Name${n % 3000}`,
      forename: `Fore${n % 700}`,
      dateOfBirth: `201${n % 9}-0${(n % 8) + 1}-1${n % 10}`,
      status: 'N',
    }),
  )
  const before = process.cpuUsage()
  compare({ ours: many.map((each, at) => ({ ...each, key: `K${at}` })), mis: many })
  const { user } = process.cpuUsage(before)
  // Some four seconds by itself; a busy machine takes twice and more of the processor for the same.
  expect(user / 1e6).toBeLessThan(30)
})

test.each([['amira', 'amira', 0], ['amira', 'amria', 1], ['tom', 'tim', 1], ['ann', 'beth', 3], ['', 'ab', 2]])('%s and %s are %i slips apart', (a, b, n) => {
  expect(slips(a, b)).toBe(n)
}) // prettier-ignore
