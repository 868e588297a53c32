import { blank } from '../../src/domain/record.ts'
import { LevelSetting } from '../../src/domain/records/levelSetting.ts'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { draftSupportPlan, draftWarning } from '../../src/documents/papers/draftSupportPlan.ts'
import { paperName } from '../../src/documents/papers/paper.ts'
import { comingOf } from '../../src/documents/papers/plainDates.ts'
import { leftOut, type ProfilePage, profilePage } from '../../src/documents/papers/profilePage.ts'
import { reviewSummary } from '../../src/documents/papers/reviewSummary.ts'
import { noticeAddressees, supportNotice } from '../../src/documents/papers/supportNotice.ts'
import { type PlanFile, supportPlan } from '../../src/documents/papers/supportPlan.ts'
import { yearSummary } from '../../src/documents/papers/yearSummary.ts'
import { mergedLetters } from '../../src/documents/letters/letters.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { CycleTarget } from '../../src/domain/records/cycleTarget.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { addDays } from '../../src/domain/rules/day.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { School } from '../../src/domain/records/school.ts'
import { View } from '../../src/domain/records/view.ts'
import { isFileOf } from '../../src/domain/rules/belongings.ts'
import { letterFile } from '../../src/ui/letters/letterFile.ts'
import { emptyFile, fullFile, pupilKey, stored } from './madeUpReview.ts'
import { readingAge, sentencesIn, wordsIn } from './readability.ts'

const today = '2026-11-20'
const said = (content: DocumentContent): string =>
  paragraphsOf(content)
    .map(({ text }) => text)
    .join('\n')
const headings = (content: DocumentContent): string[] =>
  content.blocks.flatMap((block) => (block.is === 'heading' ? [block.text] : []))

const school = stored(School, {
  from: '2020-09-01',
  name: 'Oakfield Primary School',
  phase: 'primary',
  senco: 'Mrs Patel',
  telephone: '01632 960100',
  localAuthority: 'Ashdown Council',
})
const pupil = stored(
  Pupil,
  {
    surname: 'Khan',
    forename: 'Amira',
    preferredForename: 'Mimi',
    dateOfBirth: '2017-05-12',
    yearGroup: '4',
    className: 'Oak',
    status: 'K',
    keyAdult: 'Mrs Lane',
    address: '4 Orchard Lane',
  },
  pupilKey,
)
const of = { pupil, school, schoolName: 'Oakfield', today }
const profile = stored(Profile, {
  pupil: pupilKey,
  from: '2026-09-14',
  goodAt: 'Funny and brave.',
  important: 'My cat.',
  helps: '- Say my name first.\n- Give me time.',
  avoid: 'Shouting.',
  strategies: 'One instruction at a time.',
  communication: 'I talk with my hands.',
  strengths: 'Drawing.',
  triggers: 'When people talk over me. I go quiet: give me a minute.',
  equipment: 'Reading pen.',
  exams: 'Extra time.',
  pupilAgreed: true,
  parentAgreed: 'Sana Khan',
  staffAgreed: 'Mrs Lane',
  madeWith: 'Mimi and Mrs Lane',
  reviewOn: '2027-09-14',
})
const need = stored(Need, { pupil: pupilKey, type: 'SLCN', rank: 1, description: 'Loses long sentences.' })
const aim = stored(Outcome, {
  pupil: pupilKey,
  kind: 'term',
  status: 'current',
  text: 'Mimi follows two steps, four times out of five.',
  baseline: 'One step',
  by: '2027-02-12',
})
const page = (more: Partial<ProfilePage> = {}): ProfilePage => ({
  ...of,
  profile,
  needs: [need],
  outcomes: [aim],
  ticks: null,
  look: 'plain',
  hasPhoto: false,
  photo: null,
  ...more,
})

const cycle = (more: Partial<Cycle> = {}) =>
  stored(Cycle, {
    pupil: pupilKey,
    number: 2,
    began: '2026-09-10',
    concern: 'Waits for others.',
    strengths: 'Draws well.',
    barriers: 'Long instructions.',
    adjustments: 'A picture for each step.',
    parentPart: 'Reads with her.',
    keyPerson: 'Mr Stone',
    agreedOn: '2026-09-20',
    agreedBy: 'Sana Khan and Mr Stone',
    reviewBy: '2026-12-11',
    ...more,
  })
const provision = stored(Provision, {
  name: 'Word club',
  level: 'targeted',
  areaOfNeed: 'communication',
  line: 'ta',
})
const support = stored(Allocation, {
  pupil: pupilKey,
  provision: provision.key,
  outcome: aim.key,
  from: '2026-09-21',
  sessionsPerWeek: 3,
  minutes: 20,
  groupSize: 4,
  role: 'ta',
})
const planOf = (one = cycle(), more: Partial<PlanFile> = {}): PlanFile => ({
  ...of,
  cycle: one,
  context: { weeks: 12, calendar: { terms: [], off: [], busy: [] }, hasPlan: false, all: [one] },
  targets: [stored(CycleTarget, { pupil: pupilKey, cycle: one.key, outcome: aim.key })],
  outcomes: [aim],
  needs: [need],
  allocations: [support],
  provisions: [provision],
  views: [
    stored(View, {
      pupil: pupilKey,
      cycle: one.key,
      whose: 'child',
      words: 'i forget wot comes next',
      gathered: '2026-09-11',
      topic: 'Assess',
    }),
  ],
  ...more,
})
const emptyPlan = () =>
  planOf(stored(Cycle, { pupil: pupilKey, number: 1, began: '2026-11-18' }), {
    targets: [],
    outcomes: [],
    needs: [],
    allocations: [],
    views: [],
  })

test('a profile says the child’s own words first and what is good before what is hard; adults come last', () => {
  expect(headings(profilePage(page()).content)).toEqual([
    'What people like and admire about me',
    'What is important to me',
    'How to support me well',
    'What does not help',
    'How I communicate',
    'For adults in school',
    'Strategies in class',
    'What we are working towards',
  ])
  expect(said(profilePage(page()).content)).toContain(
    'Area of need: Speech, language and communication needs\n',
  )
})

test('a page for a young child has pictures with words for each, larger type, and nothing for adults', () => {
  const { content, onePage } = profilePage(page({ look: 'pictures' }))
  expect(onePage).toBe(true)
  expect(content.type).toBeGreaterThanOrEqual(14)
  expect(said(content)).not.toMatch(/Area of need|One instruction/)
  expect(said(content)).toContain('A star')
  expect(lintDocx(docxOf(content))).toEqual([])
})

test('what the SENCO keeps from staff is not on a profile, and is named as left out', () => {
  const kept = page({ ticks: { goodAt: true, needs: false, strategies: false, helps: true } })
  expect(leftOut(kept)).toEqual(['Needs', 'Strategies in class'])
  expect(said(profilePage(kept).content)).not.toMatch(/Area of need|One instruction/)
  expect(leftOut(page({ ticks: { needs: false }, look: 'pictures' }))).toEqual([])
})

test('a profile says what upsets a child and who agreed; a page for a child leaves out what is for adults', () => {
  const plain = said(profilePage(page()).content)
  expect(plain).toContain('What upsets or worries me: When people talk over me.')
  expect(plain).toContain('Equipment that I use: Reading pen.')
  expect(plain).toContain('Agreed on 14 Sep 2026 by Mimi, Sana Khan and Mrs Lane; made with')
  const pictures = said(profilePage(page({ look: 'pictures' })).content)
  expect(pictures).toContain('When people talk over me.')
  expect(pictures).not.toContain('Reading pen')
  const unheard = { ...profile, pupilAgreed: false, parentAgreed: null, staffAgreed: null }
  expect(said(profilePage(page({ profile: unheard })).content)).toContain('Agreed on 14 Sep 2026; made with')
  const ill = { ...pupil, alertMedical: true }
  const hidden = page({ pupil: ill, ticks: { health: false, triggers: false } })
  expect(said(profilePage(page({ pupil: ill })).content)).toContain('health-care plan')
  expect(said(profilePage(hidden).content)).not.toMatch(/health-care plan|talk over me/)
  expect(leftOut(hidden)).toContain('That there is a health-care plan')
})

test('a longer profile is set smaller, and one that no size holds says so', () => {
  const long = (times: number) =>
    page({ profile: { ...profile, helps: 'Say my name first, then wait for me to look. '.repeat(times) } })
  const types = [1, 20, 30].map((times) => profilePage(long(times)).content.type!)
  expect(types[0]).toBeGreaterThan(types[2]!)
  expect(profilePage(long(30)).onePage).toBe(true)
  expect(profilePage(long(400)).onePage).toBe(false)
})

test('a photo stands in the file once, with words, and the file is well made', () => {
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xd9])
  const bytes = docxOf(profilePage(page({ hasPhoto: true, photo: { jpeg, alt: 'Photo of Mimi' } })).content)
  const parts = unzipSync(bytes)
  expect([...parts['word/media/photo.jpg']!]).toEqual([...jpeg])
  expect(strFromU8(parts['word/document.xml']!)).toContain('descr="Photo of Mimi"')
  expect(lintDocx(bytes)).toEqual([])
})

test('a support plan has the targets, the support in full, the child’s words as they were said, and who signs', () => {
  const text = said(supportPlan(planOf(), 'recorded'))
  expect(text).toContain('1. Mimi follows two steps, four times out of five.\tOne step\t12 Feb 2027')
  expect(text).toContain(
    'Word club\t3 times a week, 20 minutes each time\tGroup of 4\tTeaching assistant\tFrom 21 Sep 2026\t1',
  )
  expect(text).toContain('“i forget wot comes next”')
  expect(text).toContain('Review by\t11 Dec 2026')
  expect(text).toContain('Parent or carer')
  expect(text).not.toMatch(/undefined|null|NaN/)
})

test('a support plan says what is thought to lie behind a need, and that there is a health-care plan but nothing of it', () => {
  const thought = cycle({ observations: 'In maths, twice.', hypothesis: 'Sentences outrun her memory.' })
  const text = said(supportPlan(planOf(thought), 'recorded'))
  expect(text).toContain('What was observed\nIn maths, twice.')
  expect(text).toContain('What we think lies behind it\nSentences outrun her memory.')
  expect(text).not.toContain('health-care plan')
  const ill = planOf(thought, { pupil: { ...pupil, alertMedical: true } })
  expect(said(supportPlan(ill, 'recorded'))).toContain('Health\tThere is a health-care plan: read it')
})

test('a review day that nobody agreed says how it was reckoned', () => {
  expect(said(supportPlan(planOf(cycle({ reviewBy: null })), 'recorded'))).toMatch(
    /Review by\t11 Dec 2026\. No day was agreed: 12 weeks after the plan was/,
  )
})

test('nothing that isn’t recorded has a heading; for a meeting it has room to write', () => {
  expect(headings(supportPlan(emptyPlan(), 'recorded'))).toEqual(['Signatures'])
  const room = supportPlan(emptyPlan(), 'room')
  expect(headings(room)).toContain('What Mimi says')
  expect(room.blocks.filter(({ is }) => is === 'room').length).toBeGreaterThan(3)
  expect(headings(room)).not.toContain('Review')
  const review = headings(supportPlan(planOf(), 'room'))
  expect(review).toEqual(expect.arrayContaining(['Review', 'What Mimi says now', 'What parents say now']))
})

test('a later plan says what the last review decided', () => {
  const first = cycle({
    number: 1,
    began: '2026-04-13',
    agreedOn: '2026-04-20',
    reviewedOn: '2026-07-10',
    decision: 'change',
    reasons: 'Too many steps.',
  })
  const next = cycle({ previous: first.key })
  const plan = planOf(next, {
    context: { ...planOf().context, all: [first, next] },
  })
  expect(said(supportPlan(plan, 'recorded'))).toContain('Plan 1 was reviewed on 10 Jul 2026: change the plan.\nToo many steps.') // prettier-ignore
})

test('the plan lists the conversations with parents of its school year, and no word about or from somebody else', () => {
  const plan = planOf()
  const began = plan.cycle.began
  const entry = (happenedOn: string, given: Partial<ChronologyEntry>) =>
    stored(ChronologyEntry, { pupil: pupilKey, happenedOn, kind: 'parents', text: 'About reading at home', ...given }) // prettier-ignore
  expect(said(supportPlan({ ...plan, entries: [] }, 'recorded'))).not.toContain('When we talked')
  const words = said(
    supportPlan(
      {
        ...plan,
        entries: [
          entry(began, {}),
          entry(addDays(began, 1), { thirdParty: true, text: 'What a neighbour said' }),
          entry(addDays(began, 2), { kind: 'meeting', text: 'Staff among themselves' }),
          entry(addDays(began, -400), { text: 'Of another year' }),
        ],
      },
      'recorded',
    ),
  )
  expect(words).toContain('When we talked with parents')
  expect(words).toContain('About reading at home')
  expect(words).toMatch(/2 conversations in the school year .* at least three times a year/)
  expect(words).not.toMatch(/neighbour|among themselves|another year/)
})

test('the draft layout calls levels what the school calls them', () => {
  const plan = planOf()
  const [first] = plan.provisions
  const levels = [blank(LevelSetting, { level: first!.level, from: '2020-09-01', name: 'Stage of our own' })]
  expect(said(draftSupportPlan({ ...plan, profile, levels }))).toContain('Stage of our own')
})

test('the draft layout says in its title, its text and at every foot that it is none of the law’s', () => {
  const content = draftSupportPlan({ ...planOf(), profile })
  expect(content.title).toMatch(/^Draft layout\. Not statutory\./)
  expect(content.footer.split('\n')[0]).toBe(draftWarning)
  const [title] = content.blocks
  expect(title).toMatchObject({ is: 'title', text: `${draftWarning} Individual Support Plan: Mimi Khan` })
  expect(said(content)).toContain('23 February 2026')
  expect(said(content)).toContain('Sources disagree')
})

test('a notice goes to each parent with parental responsibility, quotes section 68 and names no code', () => {
  const contacts = [
    stored(Contact, { pupil: pupilKey, name: 'Sana Khan', parentalResponsibility: true }),
    stored(Contact, { pupil: pupilKey, name: 'Imran Khan', parentalResponsibility: true, address: '9 Hidden St' }), // prettier-ignore
    stored(Contact, { pupil: pupilKey, name: 'Nan' }),
  ]
  const plan = planOf()
  const file = letterFile({ pupil, school, schoolName: 'Oakfield', contacts }, plan.cycle)
  const people = noticeAddressees(pupil, contacts, today)
  expect(people.map(({ name, address }) => [name, address])).toEqual([
    ['Sana Khan', '4 Orchard Lane'],
    ['Imran Khan', '9 Hidden St'],
  ])
  const [letter, other] = people.map((to) =>
    mergedLetters({
      kind: 'supportNotice',
      file,
      today,
      letters: [{ to, body: supportNotice(plan) }],
      of: { name: 'cycle', key: plan.cycle.key },
    }),
  )
  const text = said(letter!)
  expect(text).toContain('Children and Families Act 2014, section 68')
  expect(text).toContain(
    'Word club: 3 times a week, 20 minutes each time, in a group of 4, with a teaching assistant',
  )
  expect(text).not.toMatch(/SLCN|Hidden St/)
  expect(said(other!)).not.toContain('Orchard')
  expect(letter!.identity.keys).toEqual({ pupil: pupilKey, cycle: plan.cycle.key })
  expect(lintDocx(docxOf(letter!))).toEqual([])
})

test('a young person past compulsory school age gets the notice in their own right', () => {
  const older = { ...pupil, dateOfBirth: '2009-10-01' }
  expect(noticeAddressees(older, [], today)).toMatchObject([{ name: 'Mimi Khan', as: 'youngPerson' }])
})

const held = (more = {}) => ({
  ...fullFile({}, { meetingDate: '2026-11-10', ...more }),
  school,
  actions: [
    stored(Action, { pupil: pupilKey, what: 'Ring the clinic', owner: 'Mrs Patel', status: 'open', due: '2026-11-27' }), // prettier-ignore
  ],
})

test('a summary says by when each thing comes, why in plain words, and no code', () => {
  const text = said(reviewSummary(held(), today, 'usual'))
  expect(text).toContain('Ring the clinic\tMrs Patel\tFriday 27 November 2026')
  expect(text).toContain('Tuesday 24 November 2026\tThe school sends the full report')
  expect(text).toContain('The law gives the school two weeks after the meeting.')
  expect(text).toContain('Tuesday 8 December 2026\tAshdown Council decides.')
  expect(text).toMatch(/The school asks the council to change the plan\./)
  expect(text).not.toMatch(/Section [A-K]\b|SLCN|regulation/)
})

test('a right to appeal is said with its day once there is a letter, and never before', () => {
  const appeal = (more: object) => said(reviewSummary(held(more), today, 'usual'))
  expect(appeal({})).not.toContain('Appeal by')
  expect(appeal({ decision: 'amend', decisionReceived: '2026-11-18' })).not.toContain('Appeal by')
  expect(appeal({ decision: 'maintain', decisionReceived: '2026-11-18' })).toContain('Appeal by Monday 18 January 2027.') // prettier-ignore
  expect(appeal({ decision: 'maintain', decisionReceived: '2026-08-18' })).not.toContain('Appeal by')
})

test('what is late is said to be late, and what is done is not said to come', () => {
  const late = comingOf(held({ meetingDate: '2026-07-10' }), today)
  expect(late.every(({ what }) => what.includes('This day has passed'))).toBe(true)
  const done = comingOf(held({ reportSent: '2026-11-16', decision: 'maintain', decisionReceived: '2026-11-19' }), today) // prettier-ignore
  expect(done.map(({ what }) => what)).toEqual(['This is the last day on which you can appeal.'])
})

test('a summary speaks to the young person whose rights they are', () => {
  const file = held()
  const text = said(
    reviewSummary({ ...file, pupil: { ...file.pupil, dateOfBirth: '2009-10-01' } }, today, 'large'),
  )
  expect(text).toContain('Your review: what we agreed')
  expect(text).toContain('It says what help you must get.')
  expect(text).not.toContain('’s EHC plan')
})

test('a summary of a review of which nothing is recorded has no empty heading', () => {
  const file = { ...emptyFile({}, { stage: 'meetingHeld', meetingDate: '2026-11-10' }), school: null }
  expect(headings(reviewSummary(file, today, 'usual'))).toEqual([
    'What happens next',
    'Who to ask',
    'Your rights',
  ])
})

test('a year is told from what runs now, what happened in twelve months, and what was agreed', () => {
  const last = held({ decision: 'amend', decisionReceived: '2026-11-18' })
  const text = said(
    yearSummary(
      {
        ...of,
        pupil: { ...pupil, status: 'E' },
        last,
        reviews: [last.review],
        limit: null,
        cycles: [
          cycle({ reviewedOn: '2026-10-02', decision: 'continue' }),
          cycle({ began: '2025-04-28', agreedOn: '2025-05-02', reviewBy: null, reviewedOn: '2025-10-02' }),
        ],
        outcomes: last.outcomes,
        allocations: [support],
        provisions: [provision],
      },
      'usual',
    ),
  )
  expect(text).toContain('Word club: 3 times a week, 20 minutes each time, in a group of 4, with a teaching assistant.') // prettier-ignore
  expect(text).toContain('Friday 2 October 2026: At school we looked at the targets for the term. We carry on as it is.') // prettier-ignore
  expect(text).not.toContain('October 2025')
  expect(text).toContain('Ring the clinic\tMrs Patel\tFriday 27 November 2026\tStill to do')
})

test('a file’s name has initials and the end of a key, by which the library knows whose it is', () => {
  const name = paperName('supportPlan', of, 'ABCDEF0123456789JKMNPQRSTV')
  expect(name).toBe('MK 2026-11-20 support plan PQRSTV.docx'.replace('PQRSTV', 'QRSTV'.padStart(6, 'P')))
  expect(isFileOf(name, ['ABCDEF0123456789JKMNPQRSTV'])).toBe(true)
})

// Only our own sentences: everything that a person wrote into the record is blank.
const ours = () => {
  const file = held({ decision: 'amend', decisionReceived: '2026-11-18', noticeSent: '2026-11-18' })
  const blanked = {
    ...file,
    review: Object.fromEntries(
      Object.entries(file.review).map(([name, value]) => [
        name,
        /^(child|parent|working|notWorking|attainment|recommendationReasons)/.test(name) ? null : value,
      ]),
    ) as typeof file.review,
    contributors: [],
    outcomes: [],
    progress: [],
    actions: [],
  }
  const appealed = {
    ...blanked,
    review: { ...blanked.review, decision: 'maintain' as const, noticeSent: null },
  }
  const open = { ...blanked, review: { ...blanked.review, decision: null, decisionReceived: null } }
  return [blanked, appealed, open].flatMap((one) =>
    reviewSummary(one, today, 'usual')
      .blocks.flatMap((block) =>
        paragraphsOf({ ...reviewSummary(one, today, 'usual'), blocks: [block], footer: '' }),
      )
      .filter(({ is }) => is === 'text' || is === 'item' || is === 'row')
      .flatMap(({ text }) => sentencesIn(text))
      .filter((one) => wordsIn(one).length > 2),
  )
}

test('our own sentences in a summary are short and can be read at about ten', () => {
  const sentences = ours()
  expect(sentences.length).toBeGreaterThan(40)
  expect(readingAge(sentences)).toBeLessThan(11)
  expect(sentences.filter((one) => wordsIn(one).length > 22)).toEqual([])
})

test('the measure tells plain words from an official’s', () => {
  expect(readingAge(['The cat sat on the mat.', 'We met to talk.'])).toBeLessThan(7)
  expect(
    readingAge([
      'The authority is required to determine, within the prescribed period, whether to maintain, amend or cease to maintain the education, health and care plan.',
    ]),
  ).toBeGreaterThan(16)
})
