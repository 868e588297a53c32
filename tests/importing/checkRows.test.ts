import { describe, expect, it } from 'vitest'
import { checkRows, matchHeadings, missingHeadings } from '../../src/importing/index.ts'
import { nobody, planOf, rowOf, storedNeed, storedPupil, tableOf, today, upnNumber, workOf } from './given.ts'

const reasonsOf = (row: ReturnType<typeof rowOf>) => (row.outcome === 'refused' ? row.reasons : [])

describe('headings', () => {
  it('of the three usual systems find their fields, whatever their case and punctuation', () => {
    const sims = [
      'UPN',
      'Adno',
      'Legal Surname',
      'Legal Forename',
      'Preferred Forename',
      'D.O.B.',
      'Gender',
      'Reg Group',
      'NC Year',
      'SEN Status',
      'SEN Need 1',
      'In Care',
      'FSM',
    ]
    expect(matchHeadings(sims)).toEqual([
      'upn',
      'misId',
      'surname',
      'forename',
      'preferredForename',
      'dateOfBirth',
      'sex',
      'className',
      'yearGroup',
      'status',
      'need1',
      'lookedAfter',
      'freeSchoolMeals',
    ])
    const arbor = [
      'Arbor Student ID',
      'Legal Last Name',
      'Legal First Name',
      'Date of birth',
      'Legal sex',
      'Registration form',
      'Year Group',
      'SEN Provision',
      'SEN need type 1',
      'SEN need type 2',
    ]
    expect(matchHeadings(arbor)).toEqual([
      'misId',
      'surname',
      'forename',
      'dateOfBirth',
      'sex',
      'className',
      'yearGroup',
      'status',
      'need1',
      'need2',
    ])
    const bromcom = [
      'Student Surname',
      'student_first name',
      'Birth date',
      'Tutor Group',
      'Year',
      'SEN Code',
      'Primary SEN need',
      'SEN Start Date',
      'Shoe size',
    ]
    expect(matchHeadings(bromcom)).toEqual([
      'surname',
      'forename',
      'dateOfBirth',
      'className',
      'yearGroup',
      'status',
      'need1',
      'statusFrom',
      null,
    ])
  })

  it('a heading with its abbreviation in brackets is the same heading', () => {
    expect(
      matchHeadings(['Unique Pupil Number (UPN)', 'Date of birth (DOB)', 'Pupil Premium Recipient']),
    ).toEqual(['upn', 'dateOfBirth', 'pupilPremium'])
  })

  it('that must be there and are not are named, and nothing is planned', () => {
    const table = tableOf('UPN,Surname,Reg\nx,Haigh,4A\n')
    const mapping = matchHeadings(table.headings)
    expect(missingHeadings(mapping)).toEqual(['Forename', 'Date of birth'])
    const plan = checkRows(table, mapping, nobody, today)
    expect([plan.missing, plan.rows]).toEqual([['Forename', 'Date of birth'], []])
  })
})

describe('a cell', () => {
  it.each(['09/01/2018', '9/1/18', '2018-01-09', '43109', '9 Jan 2018', '09.01.2018', '2018-01-09T00:00:00'])(
    '%s is the ninth of January 2018',
    (typed) => {
      const row = rowOf(`,Haigh,Ann,${typed}`)
      expect(row.outcome === 'new' && row.pupil.record.dateOfBirth).toBe('2018-01-09')
    },
  )

  it.each([
    ['31/02/2018', 'calendar'],
    ['13/13/2018', 'calendar'],
    ['01/25/2018', 'calendar'],
    ['2018', 'no older than 26'],
    ['yesterday', 'calendar'],
    ['09/01/2031', 'before today'],
    ['09/01/1961', 'no older than 26'],
  ])('%s is no date of birth', (typed, expected) => {
    expect(reasonsOf(rowOf(`,Haigh,Ann,${typed}`))).toEqual([
      { column: 'DOB', found: typed, expected: expect.stringContaining(expected) },
    ])
  })

  it.each([
    ['SEN Support', 'K'],
    ['sen support (K)', 'K'],
    ['K - SEN Support', 'K'],
    ['k', 'K'],
    ['EHCP', 'E'],
    ['Education, Health and Care Plan', 'E'],
    ['No Special Educational Need', 'N'],
    ['No SEN', 'N'],
  ])('%s is SEN status %s', (typed, code) => {
    const row = rowOf(`Haigh,Ann,9/1/2018,"${typed}"`, nobody, 'Surname,Forename,DOB,SEN Status')
    expect(row.outcome === 'new' && row.pupil.record.status).toBe(code)
  })

  it.each([
    ['Year 4', '4'],
    ['4', '4'],
    ['Y4', '4'],
    ['04', '4'],
    ['yr 11', '11'],
    ['NC Year 4', '4'],
    ['Reception', 'R'],
    ['R', 'R'],
    ['N2', 'N2'],
    ['14', '14'],
  ])('%s is year group %s', (typed, code) => {
    const row = rowOf(`Haigh,Ann,9/1/2018,${typed}`, nobody, 'Surname,Forename,DOB,Year')
    expect(row.outcome === 'new' && row.pupil.record.yearGroup).toBe(code)
  })

  it.each([
    ['SLCN', ['SLCN']],
    ['Speech, language and communication needs', ['SLCN']],
    ['autism', ['ASD']],
    ['Visual Impairment', ['VI']],
    ['SEMH; MLD', ['SEMH', 'MLD']],
    ['1: SLCN, 2: ASD', ['SLCN', 'ASD']],
    ['Specific Learning Difficulty', ['SPLD']],
    ['Social, Emotional and Mental Health; Speech, Language and Communication Needs', ['SEMH', 'SLCN']],
  ])('%s is %j', (typed, codes) => {
    const row = rowOf(`Haigh,Ann,9/1/2018,K,"${typed}"`, nobody, 'Surname,Forename,DOB,SEN,SEN Need')
    expect(row.outcome === 'new' && row.needs.map(({ record }) => [record.type, record.rank])).toEqual(
      codes.map((code, i) => [code, i + 1]),
    )
  })

  it.each([
    ['SEN Status', 'A', 'N, K or E'],
    ['Year', 'Year 15', 'year group'],
    ['Gender', 'Q', 'F or M'],
    ['SEN Need 1', 'XYZ', 'type of need'],
    ['SEN Need 2', 'Banana', 'type of need'],
    ['FSM', 'maybe', 'yes or no'],
    ['Attendance', '180', 'a number from 0 to 100'],
    ['Admission date', '31/06/2020', 'calendar'],
  ])(
    'an unknown code under %s names row, column, what was found and what was expected',
    (heading, typed, expected) => {
      const row = rowOf(`Haigh,Ann,9/1/2018,${typed}`, nobody, `Surname,Forename,DOB,${heading}`)
      expect(row.row).toBe(2)
      expect(reasonsOf(row)).toEqual([
        { column: heading, found: typed, expected: expect.stringContaining(expected) },
      ])
    },
  )

  it('with nothing in it where something must be names the column', () => {
    expect(reasonsOf(rowOf(',,Ann,'))).toEqual([
      { column: 'Surname', found: 'nothing', expected: 'surname' },
      { column: 'DOB', found: 'nothing', expected: 'date of birth' },
    ])
  })

  it('that says who the child is never comes back in a reason', () => {
    const reasons = reasonsOf(rowOf(`,${'Wolfe'.repeat(20)},Ann,9/1/2018`))
    expect(reasons).toEqual([
      { column: 'Surname', found: '100 characters', expected: 'one line of at most 80 characters' },
    ])
  })

  it('too many in a row means a separator without quotation marks', () => {
    expect(reasonsOf(rowOf(',Haigh,Ann,Marie,9/1/2018'))[0]).toMatchObject({ column: '', found: '5 cells' })
  })
})

describe('a UPN', () => {
  it('with a wrong check letter is refused with the right one', () => {
    expect(reasonsOf(rowOf('A801200005001,Haigh,Ann,9/1/2018'))).toEqual([
      { column: 'UPN', found: 'A801200005001', expected: expect.stringContaining('should be B') },
    ])
  })
  it('that is temporary is stored and told', () => {
    const row = rowOf('W82320060301A,Haigh,Ann,9/1/2018')
    expect([row.outcome, row.notices[0]?.message]).toEqual(['new', expect.stringContaining('temporary')])
  })
  it('with spaces and small letters is the same UPN', () => {
    const row = rowOf('b8012 0000 5001,Haigh,Ann,9/1/2018')
    expect(row.outcome === 'new' && row.pupil.record.upn).toBe('B801200005001')
  })
})

describe('matching', () => {
  const amira = storedPupil({
    upn: upnNumber(1),
    surname: 'Kershaw',
    forename: 'Amira',
    dateOfBirth: '2018-01-09',
    status: 'K',
    className: 'Oak',
    yearGroup: '4',
  })
  const existing = { pupils: [amira], needs: [], contacts: [] }

  it('by UPN shows each changed field, old and new, and leaves blank cells alone', () => {
    const row = rowOf(
      `${upnNumber(1)},Kershaw-Haigh,Amira,2018-01-09,Rowan,`,
      existing,
      'UPN,Surname,Forename,DOB,Class,Year',
    )
    expect(row).toMatchObject({
      outcome: 'changed',
      matchedBy: 'upn',
      changes: [
        { field: 'surname', from: 'Kershaw', to: 'Kershaw-Haigh' },
        { field: 'className', from: 'Oak', to: 'Rowan' },
      ],
      pupilChanges: { surname: 'Kershaw-Haigh', className: 'Rowan' },
    })
  })
  it('leaves the SEN status of a known pupil alone when the column is blank, and gives a new one N', () => {
    const headings = 'UPN,Surname,Forename,DOB,SEN'
    expect(rowOf(`${upnNumber(1)},Kershaw,Amira,09/01/2018,`, existing, headings).outcome).toBe('unchanged')
    const row = rowOf(`${upnNumber(2)},Haigh,Ann,09/01/2018,`, existing, headings)
    expect(row.outcome === 'new' && row.pupil.record.status).toBe('N')
  })
  it('without a UPN is by surname, forename and date of birth together', () => {
    expect(rowOf(',KERSHAW,amira,09/01/2018', existing).outcome).toBe('changed')
    expect(rowOf(',Kershaw,Amira,10/01/2018', existing).outcome).toBe('new')
    expect(rowOf(',Kershaw,Amira-Jane,09/01/2018', existing).outcome).toBe('new')
  })
  it('with another UPN than the namesake on record is a second child, and says so', () => {
    const row = rowOf(`${upnNumber(7)},Kershaw,Amira,09/01/2018`, existing)
    expect([row.outcome, row.notices.map(({ column }) => column)]).toEqual(['new', ['UPN']])
  })
  it('gives a pupil on record without a UPN, or with a temporary one, the UPN of the row', () => {
    for (const upn of [null, 'W82320060301A']) {
      const row = rowOf(`${upnNumber(1)},Kershaw,Amira,09/01/2018`, {
        ...existing,
        pupils: [{ ...amira, upn }],
      })
      expect(row).toMatchObject({
        outcome: 'changed',
        matchedBy: 'name',
        pupilChanges: { upn: upnNumber(1) },
      })
    }
  })
  it('with two pupils on record is refused until a UPN decides', () => {
    const twins = { ...existing, pupils: [amira, storedPupil({ upn: upnNumber(2) })] }
    expect(reasonsOf(rowOf(',Kershaw,Amira,09/01/2018', twins))).toEqual([
      { column: 'UPN', found: 'no UPN', expected: expect.stringContaining('2 pupils on record') },
    ])
    expect(rowOf(`${upnNumber(2)},Kershaw,Amira,09/01/2018`, twins).outcome).toBe('unchanged')
  })
  it('with an archived pupil says so and changes nothing', () => {
    const left = { ...existing, pupils: [{ ...amira, archived: true }] }
    expect(reasonsOf(rowOf(`${upnNumber(1)},Kershaw,Amira,09/01/2018`, left))[0]!.found).toContain('archived')
  })
})

describe('the same pupil twice in the file', () => {
  it('with other data refuses each row and names the others', () => {
    const plan = planOf(
      `UPN,Surname,Forename,DOB,Class\n${upnNumber(1)},Haigh,Ann,9/1/2018,Oak\n${upnNumber(2)},Clegg,Jo,9/1/2018,Oak\n${upnNumber(1)},Haigh,Ann,9/1/2018,Ash\n`,
    )
    expect(plan.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 2 })
    expect(plan.rows.map((row) => (row.outcome === 'refused' ? row.reasons[0]!.found : row.outcome))).toEqual(
      ['the same pupil as in row 4, with other data', 'new', 'the same pupil as in row 2, with other data'],
    )
  })
  it('with the same data takes it once and tells which row it repeats', () => {
    const plan = planOf(
      `UPN,Surname,Forename,DOB\n${upnNumber(1)},Haigh,Ann,9/1/2018\n${upnNumber(1)},Haigh,Ann,2018-01-09\n`,
    )
    expect(plan.rows.map((row) => [row.outcome, row.outcome === 'unchanged' && row.repeats])).toEqual([
      ['new', false],
      ['unchanged', 2],
    ])
  })
  it('once with a UPN and once without is still one pupil', () => {
    const plan = planOf(
      `UPN,Surname,Forename,DOB,Class\n,Haigh,Ann,9/1/2018,Oak\n${upnNumber(1)},Haigh,Ann,9/1/2018,Oak\n`,
    )
    expect(plan.counts).toMatchObject({ new: 0, refused: 2 })
  })
})

describe('needs', () => {
  const pupil = storedPupil({ upn: upnNumber(1), status: 'K' })
  const slcn = storedNeed({ pupil: pupil.key, type: 'SLCN', rank: 1, description: 'ours' })
  const headings = 'UPN,Surname,Forename,DOB,SEN Need 1,SEN Need 2'
  const cells = `${upnNumber(1)},Kershaw,Amira,09/01/2018`

  it('take the file’s ranks; one that the file leaves out stays behind them', () => {
    const row = rowOf(`${cells},ASD,`, { pupils: [pupil], needs: [slcn], contacts: [] }, headings)
    expect(row).toMatchObject({
      outcome: 'changed',
      needs: [{ record: { type: 'ASD', rank: 1, pupil: pupil.key } }],
      needUpdates: [{ stored: slcn, changes: { rank: 2 } }],
    })
  })
  it('that are there already change nothing, and blank cells take none away', () => {
    const existing = { pupils: [pupil], needs: [slcn], contacts: [] }
    expect(rowOf(`${cells},SLCN,`, existing, headings).outcome).toBe('unchanged')
    expect(rowOf(`${cells},,`, existing, headings).outcome).toBe('unchanged')
  })
})

describe('what looks odd is stored and told', () => {
  it.each([
    ['9/1/2018', '9', 'K', '', 'usually in Year 4, not Year 9'],
    ['9/1/2018', '4', 'N', 'ASD', 'K or E'],
    ['9/1/2018', '4', 'E', 'NSA', 'NSA'],
  ])('%s in year %s, status %s, need %s', (born, year, status, need, said) => {
    const row = rowOf(
      `Haigh,Ann,${born},${year},${status},${need}`,
      nobody,
      'Surname,Forename,DOB,Year,SEN,SEN Need',
    )
    expect([row.outcome, row.notices.map(({ message }) => message).join()]).toEqual([
      'new',
      expect.stringContaining(said),
    ])
  })
})

it('plans 10,000 rows against 10,000 pupils in a few seconds, growing with the rows', () => {
  const upn = (n: number) => (n % 3 === 0 ? '' : upnNumber(n % 1000))
  const line = (n: number) =>
    `${n % 3 === 0 ? '' : upn(n)},Surname${n},Forename,${(n % 28) + 1}/3/2016,${(n % 6) + 1},K,SLCN\n`
  const text = (count: number) =>
    `UPN,Surname,Forename,DOB,Year,SEN,SEN Need\n${Array.from({ length: count }, (_, n) => line(n)).join('')}`
  const pupils = Array.from({ length: 10_000 }, (_, n) =>
    storedPupil({
      surname: `Surname${n}`,
      forename: 'Forename',
      dateOfBirth: `2016-03-${String((n % 28) + 1).padStart(2, '0')}`,
    }),
  )
  const existing = { pupils, needs: [], contacts: [] }
  const work = (count: number) => workOf(() => expect(planOf(text(count), existing).rows).toHaveLength(count))
  work(1_000)
  const some = work(2_000)
  const all = work(10_000)
  expect(all).toBeLessThan(10_000)
  expect(all).toBeLessThan(Math.max(2_000, some * 15))
})

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('takes “%s” for no yes or no', (word) => {
  const row = rowOf(`${upnNumber(1)},Haigh,Ann,9/1/2018,${word}`, nobody, 'UPN,Surname,Forename,DOB,EAL')
  expect(row).toMatchObject({
    outcome: 'refused',
    reasons: [{ column: 'EAL', found: word, expected: 'yes or no' }],
  })
})

it('says what numbers it expects', () => {
  const headings = 'UPN,Surname,Forename,DOB,Attendance %,Suspensions'
  expect(rowOf(`${upnNumber(1)},Haigh,Ann,9/1/2018,95.25,1.5`, nobody, headings)).toMatchObject({
    reasons: [
      { found: '95.25', expected: 'a number from 0 to 100 with at most 1 decimal place' },
      { found: '1.5', expected: 'a whole number from 0 to 200' },
    ],
  })
})
