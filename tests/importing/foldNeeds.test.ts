import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { reconcile } from '../../src/domain/rules/reconcile.ts'
import { checkRows, type Existing, readFile } from '../../src/importing/index.ts'
import { knownListHeadings, matchListHeadings } from '../../src/importing/lists/listHeadings.ts'
import { readList } from '../../src/importing/lists/readList.ts'
import { splitAtComma } from '../../src/importing/wholeName.ts'
import { bytesOf, nobody, planOf, rowOf, storedPupil, today, upnNumber } from './given.ts'

const newOf = (text: string, existing: Existing = nobody) =>
  planOf(text, existing).rows.flatMap((row) => (row.outcome === 'new' ? [row] : []))
const needsOf = (text: string) =>
  newOf(text).map(({ needs }) => needs.map(({ record: { type, rank, from } }) => [type, rank, from]))

describe('a column that holds both names', () => {
  it('is taken apart at its comma, with the name in brackets as the preferred one', () => {
    const [row] = newOf('Name,DOB\n"KERSHAW-HAIGH, Amira Jane (Mia)",9/1/2018\n')
    expect(row?.pupil.record).toMatchObject({
      surname: 'KERSHAW-HAIGH',
      forename: 'Amira Jane',
      preferredForename: 'Mia',
    })
  })
  it.each(['Amira Kershaw', 'Kershaw, Amira, Miss', ', Amira', 'Kershaw,'])(
    '%s is refused, for nobody can say which is the surname',
    (name) => {
      const { rows } = planOf(`Pupil name,DOB\n"${name}",9/1/2018\n`)
      expect(rows).toMatchObject([
        { outcome: 'refused', reasons: [{ column: 'Pupil name', expected: expect.stringMatching(/comma/) }] },
      ])
    },
  )
  it('says nothing beside a column for each, and fills the one that is blank', () => {
    const headings = 'Surname,Forename,Name,DOB'
    expect(newOf(`${headings}\nHaigh,Beth,"Kershaw, Amira",9/1/2018\n`)[0]?.pupil.record).toMatchObject({
      surname: 'Haigh',
      forename: 'Beth',
    })
    expect(planOf('Name,DOB\n,9/1/2018\n').rows).toMatchObject([
      { outcome: 'refused', reasons: [{ column: 'Name', found: 'nothing' }] },
    ])
  })
  it('finds the pupil on record, and numbers in brackets are no name', () => {
    const pupil = storedPupil({ surname: 'Kershaw', forename: 'Amira', dateOfBirth: '2018-01-09' })
    expect(rowOf('"Kershaw, Amira",9/1/2018', { ...nobody, pupils: [pupil] }, 'Name,DOB').outcome).toBe(
      'unchanged',
    )
    expect(splitAtComma('Kershaw, Amira (4B)')?.preferredForename).toBeNull()
  })
})

describe('a report with a row for each need', () => {
  const headings = 'UPN,Surname,Forename,DOB,SEN Status,SEN Need,Rank,Need end date'
  const line = (n: number, need: string, rank = '', until = '', more = 'K') =>
    `${upnNumber(n)},Kershaw,Amira,9/1/2018,${more},${need},${rank},${until}`
  const file = (...lines: string[]) => `${headings}\n${lines.join('\n')}\n`

  it('gives each pupil once, with the needs in the order of their ranks', () => {
    expect(needsOf(file(line(1, 'ASD', '2'), line(2, 'SEMH', '1'), line(1, 'SLCN', '1')))).toEqual([
      [
        ['SLCN', 1, null],
        ['ASD', 2, null],
      ],
      [['SEMH', 1, null]],
    ])
  })
  it('keeps every row of the file in sight: the others say with which row they were taken', () => {
    const plan = planOf(file(line(1, 'SLCN', '1'), line(2, 'ASD', '1'), line(1, 'ASD', '2')))
    expect(plan.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'unchanged'],
    ])
    expect(plan.folded).toEqual({ rows: 2, pupils: 1 })
    expect(JSON.stringify(plan.rows[0]!.notices)).toContain('Rows 2 and 4 are one pupil')
    expect(JSON.stringify(plan.rows[2]!.notices)).toContain('Taken together with row 2')
  })
  it('refuses all rows of a pupil where one of the needs can’t be read, and says which', () => {
    const { rows } = planOf(file(line(1, 'SLCN', '1'), line(1, 'Sleep', '2')))
    expect(rows).toMatchObject([
      { row: 2, outcome: 'refused', reasons: [{ column: 'SEN Need', found: 'Sleep in row 3' }] },
      {
        row: 3,
        outcome: 'refused',
        reasons: [{ found: expect.stringContaining('row 2, which is refused') }],
      },
    ])
  })
  it('leaves out a need that ended and counts the rest anew', () => {
    const text = file(line(1, 'MLD', '1', '1/9/2024'), line(1, 'SLCN', '2'), line(1, 'ASD', '3', '1/9/2030'))
    expect(needsOf(text)).toEqual([
      [
        ['SLCN', 1, null],
        ['ASD', 2, null],
      ],
    ])
    expect(JSON.stringify(planOf(text).rows[0]!.notices)).toMatch(/MLD ended on 1 Sept? 2024/)
  })
  it('leaves rows that differ in more than the need to the person', () => {
    const { rows } = planOf(file(line(1, 'SLCN', '1'), line(1, 'ASD', '2', '', 'E')))
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
    expect(JSON.stringify(rows)).toContain('the same pupil as in row 3')
  })
  it('has needs without a rank column in the order of the rows, and a row twice as one', () => {
    const text = `UPN,Surname,Forename,DOB,SEN Status,SEN Need\n${['ASD', 'SLCN', 'ASD']
      .map((need) => `${upnNumber(1)},Kershaw,Amira,9/1/2018,K,${need}`)
      .join('\n')}\n`
    expect(needsOf(text)).toEqual([
      [
        ['ASD', 1, null],
        ['SLCN', 2, null],
      ],
    ])
  })
  it('matches rows without a UPN by name and date of birth', () => {
    const text =
      'Name,DOB,SEN Need,Need 1 start date\n"Kershaw, Amira",9/1/2018,SLCN,1/9/2024\n"Kershaw, Amira",9/1/2018,ASD,\n'
    expect(needsOf(text)).toEqual([
      [
        ['SLCN', 1, '2024-09-01'],
        ['ASD', 2, null],
      ],
    ])
  })
})

const listOf = (text: string) => {
  const file = readFile(bytesOf(text), { known: knownListHeadings })
  if (file.kind === 'refused') throw new Error(file.why)
  return { file, read: readList(file, matchListHeadings(file.headings), today) }
}

describe('a list to compare', () => {
  it('has each child once with every need, and knows how many it has room for', () => {
    const each = listOf(
      `UPN,Surname,Forename,Need type,Rank\n${upnNumber(1)},Kershaw,Amira,ASD,2\n${upnNumber(1)},Kershaw,Amira,SLCN,1\n${upnNumber(1)},Kershaw,Amira,SEMH,3\n`,
    ).read
    expect(each).toMatchObject({ folded: 2, notes: [], rows: [{ need: ['SLCN', 'ASD', 'SEMH'] }] })
    expect(each.rows[0]).not.toHaveProperty('needRoom')
    const wide = listOf(`UPN,Surname,Forename,Need 1,Need 2\n${upnNumber(1)},Kershaw,Amira,SLCN,\n`).read
    expect(wide.rows).toMatchObject([{ need: ['SLCN'], needRoom: 2 }])
    const inOne = listOf(
      `UPN,Surname,Forename,SEN need\n${upnNumber(1)},Kershaw,Amira,SLCN; ASD\n${upnNumber(2)},Haigh,Tom,SLCN\n`,
    ).read
    expect(inOne.rows[1]).not.toHaveProperty('needRoom')
  })
  it('reads a former UPN and a name in either order', () => {
    const { rows } = listOf(
      `Name,Date of birth,UPN,Former UPN\nAmira Kershaw,9/1/2018,${upnNumber(2)},${upnNumber(1).toLowerCase()}\n"Haigh, Tom (Tommy)",9/1/2018,,rubbish\n`,
    ).read
    expect(rows).toMatchObject([
      { surname: 'Kershaw', forename: 'Amira', formerUpn: upnNumber(1) },
      { surname: 'Haigh', forename: 'Tom', preferredForename: 'Tommy' },
    ])
    expect(rows[1]).not.toHaveProperty('formerUpn')
  })
})

const cell = fc.constantFrom('', 'SLCN', 'ASD', 'SEMH', 'Sleep', '1', '31/02/2018', 'Kershaw', 'x'.repeat(90))
const anyRow = fc.record({
  upn: fc.constantFrom('', upnNumber(1), upnNumber(2), 'UN1', 'A12'),
  surname: fc.constantFrom('', 'Kershaw', 'Haigh'),
  forename: fc.constantFrom('Amira', 'Tom', ''),
  born: fc.constantFrom('9/1/2018', '31/2/2018', ''),
  need: cell,
  rank: fc.constantFrom('', '1', '2', 'x'),
})

test('whatever a file holds, each of its rows comes back once: from an import, from a list, and from their comparison', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), (rows) => {
      const text = `UPN,Surname,Forename,DOB,SEN Need,Rank\n${rows
        .map(({ upn, surname, forename, born, need, rank }) =>
          [upn, surname, forename, born, need, rank].join(','),
        )
        .join('\n')}\n`
      const file = readFile(bytesOf(text))
      if (file.kind === 'refused') return
      const numbers = file.rows.map(({ row }) => row)
      const plan = checkRows(file, ['upn', 'surname', 'forename', 'dateOfBirth', 'need1', 'needRank'], nobody, today) // prettier-ignore
      expect(plan.rows.map(({ row }) => row)).toEqual(numbers)
      const { counts } = plan
      expect(counts.new + counts.changed + counts.unchanged + counts.refused).toBe(numbers.length)

      const read = readList(file, ['upn', 'surname', 'forename', 'dateOfBirth', 'need1', 'needRank'], today)
      const unread = read.notes.filter(({ kept }) => !kept)
      expect(read.rows.length + unread.length + read.folded).toBe(numbers.length)
      const { children } = reconcile(
        { ours: [], mis: read.rows, authority: [] },
        { today, given: ['ours', 'mis'], authority: null },
      )
      expect(
        children.flatMap((child) => child.rows.mis.map(({ row }) => row)).toSorted((a, b) => a - b),
      ).toEqual(read.rows.map(({ row }) => row).toSorted((a, b) => a - b))
    }),
    { numRuns: 400 },
  )
})
