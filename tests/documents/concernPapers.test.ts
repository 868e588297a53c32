import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { mergedLetters } from '../../src/documents/letters/letters.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { concernLetter } from '../../src/documents/papers/concernLetter.ts'
import { concernPaper } from '../../src/documents/papers/concernPaper.ts'
import { noticeAddressees } from '../../src/documents/papers/supportNotice.ts'
import { blank, type Stored } from '../../src/domain/record.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import { Concern } from '../../src/domain/records/concern.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Score } from '../../src/domain/records/score.ts'
import { StaffConcern } from '../../src/domain/records/staffConcern.ts'
import { TeacherAsk } from '../../src/domain/records/teacherAsk.ts'
import { askedAbout } from '../../src/domain/rules/concern.ts'
import { letterFile } from '../../src/ui/letters/letterFile.ts'

const today = '2026-11-20'
const kept = (end: string) => ({
  key: `01KA000000000000000000000${end}`,
  id: end,
  etag: '1',
  archived: false,
  archivedReason: null,
  createdAt: null,
  createdBy: null,
  modifiedAt: null,
  modifiedBy: null,
})
const pupil: Stored<Pupil> = {
  ...blank(Pupil, {
    forename: 'Amira',
    surname: 'Khan',
    dateOfBirth: '2017-05-04',
    yearGroup: '4',
    className: 'Oak',
    status: 'N',
  }),
  ...kept('1'),
}
const concern: Stored<Concern> = {
  ...blank(Concern, {
    pupil: pupil.key,
    raisedOn: '2026-11-02',
    raisedBy: 'Priya Nair',
    from: 'teacher',
    area: 'cognition',
    what: 'Loses the thread.',
    found: 'Spoken instructions are hard.',
    decision: 'support',
    decidedOn: '2026-11-16',
    reasons: 'It shows in three subjects.',
  }),
  ...kept('2'),
}
const ask = (end: string, teacher: string): Stored<TeacherAsk> => ({
  ...blank(TeacherAsk, {
    concern: concern.key,
    pupil: pupil.key,
    pupilName: 'Amira Khan',
    teacher,
    userPrincipalName: `${end}@school.example`,
    askedOn: '2026-11-03',
    state: 'open',
  }),
  ...kept(end),
})
const asks = [ask('3', 'Tom Bright'), ask('4', 'Ada Cole')]
const answer: Stored<StaffConcern> = {
  ...blank(StaffConcern, {
    ask: asks[0]!.key,
    pupil: pupil.key,
    by: 'Tom Bright',
    on: '2026-11-05',
    learning: 'marked',
    attention: 'unknown',
    seen: 'Stops after the second step.',
  }),
  ...kept('5'),
}
const tool = {
  ...blank(AssessmentTool, { name: 'NGRT', scale: 'standardised', better: 'higher' }),
  ...kept('6'),
}
const score = {
  ...blank(Score, {
    pupil: pupil.key,
    tool: tool.key,
    day: '2026-11-10',
    standardised: 79,
    testedBy: 'Helen Marsh',
    purpose: 'screen',
  }),
  ...kept('7'),
}
const file = {
  pupil,
  school: null,
  schoolName: 'Oakfield Primary School',
  today,
  concern,
  asked: askedAbout(concern, asks, [answer], today),
  raised: [],
  scores: [score],
  tools: new Map([[tool.key, tool]]),
}

test('the paper of a concern says who has answered, what screening gave and who tested, what was decided and why', async () => {
  const whole = concernPaper(file, 'words')
  const words = JSON.stringify(whole.blocks)
  for (const said of [
    '1 of 2 teachers who were asked have answered',
    'Stops after the second step.',
    'NGRT',
    '79',
    'Helen Marsh',
    'SEN support begins',
    '16 Nov 2026',
    'Not yet',
    'It shows in three subjects.',
  ])
    expect(words).toContain(said)
  expect(words).not.toContain('What parents say')
  expect(lintDocx(await docxOf(whole))).toEqual([])
})

test('without names and words of teachers none is left, and the counts stand', () => {
  const words = JSON.stringify(concernPaper(file, 'counts').blocks)
  for (const name of ['Tom Bright', 'Ada Cole', 'Priya Nair', 'Stops after'])
    expect(words).not.toContain(name)
  expect(words).toContain('Marked')
})

test('the letter tells each who has parental responsibility what was decided; only where support begins it is the law', async () => {
  const contact = (end: string, name: string, has: boolean): Stored<Contact> => ({
    ...blank(Contact, { pupil: pupil.key, name, parentalResponsibility: has }),
    ...kept(end),
  })
  const contacts = [contact('8', 'Sara Khan', true), contact('9', 'Uncle Ali', false)]
  const of = letterFile({ pupil, school: null, schoolName: file.schoolName, contacts }, concern)
  const letter = (decision: NonNullable<Concern['decision']>) =>
    mergedLetters({
      kind: 'concernDecision',
      file: of,
      today,
      letters: noticeAddressees(pupil, contacts, today).map((to) => ({
        to,
        body: concernLetter({ ...concern, decision }),
      })),
      of: { name: 'concern', key: concern.key },
    })
  const support = letter('support')
  const words = JSON.stringify(support.blocks)
  expect(words).toContain('Sara Khan')
  expect(words).not.toContain('Uncle Ali')
  // Who raised it is the school's own matter.
  expect(words).not.toContain('Priya Nair')
  expect(words).toContain('section 68')
  expect(support.identity?.keys).toEqual({ pupil: pupil.key, concern: concern.key })
  expect(lintDocx(await docxOf(support))).toEqual([])
  const others = (Object.keys(Concern.fields.decision.choices) as NonNullable<Concern['decision']>[]).filter(
    (one) => one !== 'support',
  )
  for (const one of others) expect(JSON.stringify(letter(one).blocks)).not.toContain('section 68')
})
