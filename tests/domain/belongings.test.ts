import { expect, test } from 'vitest'
import { key, longText, text } from '../../src/domain/fields.ts'
import { newKey } from '../../src/domain/key.ts'
import { type AnyRecordType, defineRecord, fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import {
  belongingsOf,
  belongingTypes,
  isFileOf,
  ownerIn,
  typesOfNoPupil,
} from '../../src/domain/rules/belongings.ts'
import { minutesName } from '../../src/documents/minutesName.ts'

const named = (name: string) => recordTypes.find((type) => type.name === name)!
const keysOf = (found: ReturnType<typeof belongingsOf>) =>
  Object.fromEntries(found.map(({ type, records }) => [type.name, records.map((row) => row.key)]))

// Said here a second time on purpose: whoever adds a record type decides whether its rows are a pupil's.
const ofNoPupil = [
  'School',
  'TermDate',
  'DateLimit',
  'CensusSetting',
  'WeeklyLoad',
  'Phrase',
  'Question',
  'AuthorityPack',
  'MinutesLayout',
  'DocumentDesign',
  'WordingChoice',
  'SavedView',
  'LevelSetting',
  'CostingRulebook',
  'FundingBand',
  'AssessmentTool',
  'SupportStaff',
  'Scenario',
  'Service',
  'ServicePerson',
  'ReportSection',
  'PublishedOn',
  'GovernorReport',
  'Policy',
  'PolicyReading',
  'Objective',
  'QualityVisit',
  'VisitFinding',
  'PlanAction',
  'EvaluationHeading',
  'Evidence',
  'ExamDate',
  'ExamRule',
  'AccessibilityItem',
  'LetterTemplate',
  'ComplaintStage',
  'Provision',
  'Rate',
  'Group',
  'StaffDay',
  'ClassTeacher',
  'Job',
  'RetentionRule',
  'Disposal',
  'SchoolFigures',
]

test('every record type either leads to a pupil or is known to be of no pupil', () => {
  expect(typesOfNoPupil().map(({ name }) => name)).toEqual(ofNoPupil)
  expect(
    belongingTypes()
      .map(({ type }) => type.name)
      .toSorted(),
  ).toEqual(
    recordTypes
      .map(({ name }) => name)
      .filter((name) => !ofNoPupil.includes(name))
      .toSorted(),
  )
  for (const { type, links } of belongingTypes())
    if (type.name !== 'Pupil') expect(links.length, `${type.name} has a link`).toBeGreaterThan(0)
})

test('no text field points to a record in a way that is not known here', () => {
  const asKeys = recordTypes.flatMap((type) =>
    fieldsOf(type).flatMap(([name, field]) =>
      field.kind === 'text' && field.max === 26 ? [`${type.name}.${name}`] : [],
    ),
  )
  // The disposal log outlives the pupil: its row is not the pupil's.
  expect(asKeys.filter((field) => field !== 'Disposal.subject').toSorted()).toEqual(
    recordTypes
      .filter((type) => 'recordType' in type.fields)
      .map(({ name }) => `${name}.record`)
      .toSorted(),
  )
})

test('what points to others stands before what it points to, and the pupil is last', () => {
  const order = belongingTypes().map(({ type }) => type.name)
  expect(order.at(-1)).toBe('Pupil')
  for (const type of recordTypes)
    for (const [, field] of fieldsOf(type))
      if (field.kind === 'key' && field.to !== type.name && order.includes(field.to))
        expect(order.indexOf(type.name), `${type.name} before ${field.to}`).toBeLessThan(
          order.indexOf(field.to),
        )
  for (const name of ['UnsavedText', 'Withholding'])
    for (const other of ['Contributor', 'OutcomeProgress', 'Action', 'StaffTarget'])
      expect(order.indexOf(name)).toBeLessThan(order.indexOf(other))
  expect(order.indexOf('UnsavedText')).toBeLessThan(order.indexOf('Withholding'))
})

test('a new record type is covered without new code, however far from the pupil', () => {
  const far = defineRecord({
    name: 'Far',
    short: 'zz',
    list: 'Far',
    label: 'Far',
    about: '',
    audience: 'staff',
    people: [],
    fields: { progress: key('Progress', 'OutcomeProgress', { required: true }), note: longText('Note') },
    titleOf: () => '',
  })
  const farther = defineRecord({
    name: 'Farther',
    short: 'zy',
    list: 'Farther',
    label: 'Farther',
    about: '',
    audience: 'senco',
    people: [],
    fields: { far: key('Far', 'Far'), note: text('Note') },
    titleOf: () => '',
  })
  const types: readonly AnyRecordType[] = [farther, far, ...recordTypes]
  const rows = {
    Pupil: [{ key: 'a' }],
    Review: [{ key: 'r', pupil: 'a' }],
    OutcomeProgress: [{ key: 'p', review: 'r', outcome: null }],
    Far: [{ key: 'f', progress: 'p' }],
    Farther: [
      { key: 'ff', far: 'f' },
      { key: 'lost', far: 'nowhere' },
    ],
  }
  expect(keysOf(belongingsOf('a', rows, types))).toEqual({
    Farther: ['ff'],
    Far: ['f'],
    OutcomeProgress: ['p'],
    Review: ['r'],
    Pupil: ['a'],
  })
})

test('everything of one pupil is found, and nothing of another', () => {
  const rows = {
    Pupil: [{ key: 'a' }, { key: 'b' }],
    Review: [
      { key: 'ra', pupil: 'a', previous: null },
      { key: 'rb', pupil: 'b', previous: 'ra' },
    ],
    Outcome: [{ key: 'oa', pupil: 'a', setAtReview: 'ra', parent: null, need: null }],
    Contributor: [
      { key: 'ca', review: 'ra' },
      { key: 'cb', review: 'rb' },
    ],
    Action: [
      { key: 'of pupil', pupil: 'a', review: null },
      { key: 'of review', pupil: null, review: 'ra' },
      { key: 'of nobody', pupil: null, review: null },
      { key: 'of b, said at a review of a', pupil: 'b', review: 'ra' },
    ],
    AccessRequest: [{ key: 'qa', pupil: 'a' }],
    Withholding: [
      { key: 'wa', request: 'qa', recordType: 'Review', record: 'ra' },
      { key: 'wb', request: 'gone', recordType: 'Review', record: 'rb' },
    ],
    UnsavedText: [
      { key: 'ua', recordType: 'Contributor', record: 'ca' },
      { key: 'up', recordType: 'Pupil', record: 'a' },
      { key: 'us', recordType: 'School', record: 's' },
    ],
    Disclosure: [
      { key: 'da', pupil: 'a' },
      { key: 'd', pupil: null },
    ],
    StaffTarget: [{ key: 'sa', pupil: 'a', outcome: 'oa' }],
    Disposal: [{ key: 'log', subject: 'a' }],
    Provision: [{ key: 'shared' }],
  }
  expect(keysOf(belongingsOf('a', rows))).toEqual({
    Withholding: ['wa'],
    UnsavedText: ['ua', 'up'],
    Action: ['of pupil', 'of review'],
    Contributor: ['ca'],
    Disclosure: ['da'],
    StaffTarget: ['sa'],
    AccessRequest: ['qa'],
    Outcome: ['oa'],
    Review: ['ra'],
    Pupil: ['a'],
  })
  const owner = ownerIn(rows)
  expect(owner(named('Withholding'), rows.Withholding[1]!)).toBe('b')
  expect(owner(named('Action'), rows.Action[2]!)).toBeNull()
})

test('rows that point to each other in a ring end in nobody’s, not in a loop', () => {
  const rows = {
    Action: [],
    Review: [
      { key: 'x', pupil: null, previous: 'y' },
      { key: 'y', pupil: null, previous: 'x' },
    ],
  }
  expect(ownerIn(rows)(named('Review'), rows.Review[0]!)).toBeNull()
})

test('the minutes of a review are known by their name, those of other reviews are not', () => {
  const [mine, other] = [newKey(), newKey()]
  const name = minutesName(
    { forename: 'Amira', preferredForename: null, surname: 'Khan' },
    { key: mine, meetingDate: '2026-03-10' },
  )
  expect(isFileOf(name, [other, mine])).toBe(true)
  expect(isFileOf(name, [other])).toBe(false)
  expect(isFileOf(name.replace('.docx', ' 2026-03-10 14.05.09 2.docx'), [mine])).toBe(true)
  expect(isFileOf(`${mine.slice(-7)}.docx`, [mine]), 'not inside a longer word').toBe(false)
  const map = `Provision map 2026-03-10 ${mine}.xlsx`
  expect([isFileOf(map, [mine]), isFileOf(map, [other])]).toEqual([true, false])
})
