import type { DocumentContent } from '../../src/documents/blocks.ts'
import { draftSupportPlan } from '../../src/documents/papers/draftSupportPlan.ts'
import { profilePage } from '../../src/documents/papers/profilePage.ts'
import { reviewSummary } from '../../src/documents/papers/reviewSummary.ts'
import { type ConcernFile, concernPaper } from '../../src/documents/papers/concernPaper.ts'
import { type PlanFile, supportPlan } from '../../src/documents/papers/supportPlan.ts'
import { yearSummary } from '../../src/documents/papers/yearSummary.ts'
import { acknowledgement } from '../../src/documents/letters/complaintLetter.ts'
import { familyLetters, familyLettersDocument } from '../../src/documents/letters/familyLetters.ts'
import { localOfferPaper } from '../../src/documents/localOfferPaper.ts'
import { accessibilityPaper } from '../../src/documents/accessibilityPaper.ts'
import { examCandidates } from '../../src/documents/examCandidates.ts'
import { examEvidencePaper } from '../../src/documents/papers/examEvidencePaper.ts'
import { referralPaper } from '../../src/documents/papers/referralPaper.ts'
import { transitionPaper } from '../../src/documents/papers/transitionPaper.ts'
import { provisionOffer } from '../../src/documents/provisionOffer.ts'
import { blank } from '../../src/domain/record.ts'
import { Concern } from '../../src/domain/records/concern.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { CycleTarget } from '../../src/domain/records/cycleTarget.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { ExamArrangement } from '../../src/domain/records/examArrangement.ts'
import { ExamEvidence } from '../../src/domain/records/examEvidence.ts'
import { ExamForm } from '../../src/domain/records/examForm.ts'
import { ExamScore } from '../../src/domain/records/examScore.ts'
import { AccessibilityItem } from '../../src/domain/records/accessibilityItem.ts'
import { Complaint } from '../../src/domain/records/complaint.ts'
import { Referral } from '../../src/domain/records/referral.ts'
import { Transition } from '../../src/domain/records/transition.ts'
import { TransitionVisit } from '../../src/domain/records/transitionVisit.ts'
import { Service } from '../../src/domain/records/service.ts'
import { View } from '../../src/domain/records/view.ts'
import { levelsOn } from '../../src/domain/rules/levels.ts'
import { fullFile, pupilKey, stored } from './madeUpReview.ts'

const today = '2026-11-20'
const file = fullFile({}, { meetingDate: '2026-11-10' })
const { pupil, school, schoolName, needs, outcomes, allocations, provisions } = file
const of = { pupil, school, schoolName, today }
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
})
const cycle = stored(Cycle, {
  pupil: pupilKey,
  number: 1,
  began: '2026-09-10',
  concern: 'Waits for others.',
  strengths: 'Draws well.',
  barriers: 'Long instructions.',
  observations: 'Waited for others, in maths.',
  hypothesis: 'Sentences outrun memory.',
  agreedOn: '2026-09-20',
  agreedBy: 'Sana Khan and Mr Stone',
  reviewBy: '2026-12-11',
})
const plan: PlanFile = {
  ...of,
  cycle,
  context: { weeks: 12, calendar: { terms: [], off: [], busy: [] }, hasPlan: true, all: [cycle] },
  targets: [stored(CycleTarget, { pupil: pupilKey, cycle: cycle.key, outcome: outcomes[0]!.key })],
  outcomes,
  needs,
  allocations,
  provisions,
  views: [
    stored(View, {
      pupil: pupilKey,
      cycle: cycle.key,
      whose: 'child',
      words: 'i forget wot comes next',
      gathered: '2026-09-11',
    }),
  ],
}
const page = (look: 'plain' | 'pictures', photo: { jpeg: Uint8Array; alt: string } | null = null) =>
  profilePage({
    ...of,
    profile,
    needs,
    outcomes,
    ticks: null,
    look,
    hasPhoto: photo !== null,
    photo,
  }).content
const year = {
  ...of,
  last: file,
  reviews: [file.review],
  limit: null,
  cycles: [cycle],
  outcomes,
  allocations,
  provisions,
}

const worry: ConcernFile = {
  pupil: plan.pupil,
  school: plan.school,
  schoolName: plan.schoolName,
  today,
  concern: {
    ...plan.cycle,
    ...blank(Concern, {
      pupil: plan.pupil.key,
      raisedOn: today,
      raisedBy: 'Priya Nair',
      from: 'teacher',
      what: 'Loses the thread after the second step.',
      decision: 'support',
      decidedOn: today,
      reasons: 'It shows in three subjects.',
    }),
  },
  asked: [],
  raised: [],
  scores: [],
  tools: new Map(),
}

const clinic = stored(Service, {
  name: 'The clinic',
  kind: 'speech',
  provider: 'Community Health',
  needs: 'SLCN',
  ageTo: 16,
  eligibility: 'Children at a school of the area.',
  refer: 'Ring or write.',
  telephone: '01632 960200',
  website: 'https://clinic.example.org',
  address: '1 High Street\nHallowby',
  forFamilies: true,
})
const referral = stored(Referral, {
  pupil: pupilKey,
  service: clinic.key,
  person: 'Ines Calloway',
  reason: 'Loses the thread after the second step.',
  tried: '- A group of four\n- Pictures beside words',
  question: 'Please see her.',
  consentHow: 'written',
  consentFrom: 'Sana Khan',
  consentOn: '2026-11-10',
})

const extraTime = stored(ExamArrangement, {
  pupil: pupilKey,
  tests: 'jcq',
  arrangement: 'time25',
  season: 'June 2027',
  why: 'Reads each question twice.',
  basis: 'assessment',
  way: 'approval',
})
const form8 = stored(ExamForm, {
  pupil: pupilKey,
  form: 'form8',
  part1On: '2026-05-04',
  part2On: '2026-05-11',
  assessor: 'Owen Prosser',
})
const move = stored(Transition, {
  pupil: pupilKey,
  kind: 'secondary',
  began: '2026-11-02',
  keyAdult: 'Mr Hollis',
  buddy: 'Zebedee',
  worriesChild: 'Getting lost.',
  worriesFamily: 'That nobody sees a bad morning.',
  lookingForward: 'Cooking.',
  helps: '- A map with photos\n- One adult to find',
  firstDays: 'Meets Mr Hollis at the side gate.',
  travel: 'Bus 7, practised in July.',
  equipment: 'Reading pen, charged.',
  staffKnow: 'One instruction at a time.',
  agreedOn: '2026-11-16',
  agreedWith: 'Sana Khan and Mr Hollis',
})

/** Every paper about one pupil, in each of its shapes. */
export const everyPaper = (): (readonly [string, DocumentContent])[] => [
  ['a profile', page('plain', { jpeg: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), alt: 'Photo of Mimi' })],
  ['a profile in pictures', page('pictures')],
  ['a support plan', supportPlan(plan, 'recorded')],
  ['a support plan with room', supportPlan(plan, 'room')],
  ['a draft support plan', draftSupportPlan({ ...plan, profile })],
  ['a summary of a review', reviewSummary(file, today, 'usual')],
  ['a summary of a year', yearSummary(year, 'usual')],
  ['a concern', concernPaper(worry, 'words')],
  [
    'a referral',
    referralPaper({
      ...of,
      referral,
      service: clinic,
      needs,
      contacts: file.contacts,
      allocations,
      provisions,
    }),
  ],
  [
    'evidence for exam arrangements',
    examEvidencePaper({
      ...of,
      arrangements: [extraTime],
      evidence: [
        stored(ExamEvidence, {
          pupil: pupilKey,
          day: '2026-11-10',
          source: 'mock',
          subject: 'English',
          arrangement: 'time25',
          seen: 'Two of four questions in the time, the rest in 15 minutes more.',
          by: 'Priya Nair',
        }),
      ],
      forms: [form8],
      scores: [
        stored(ExamScore, {
          form: form8.key,
          test: 'A writing test',
          area: 'writingSpeed',
          standardised: 82,
        }),
      ],
      rules: [],
    }),
  ],
  [
    'a transition plan',
    transitionPaper({
      ...of,
      transition: move,
      visits: [
        stored(TransitionVisit, {
          pupil: pupilKey,
          transition: move.key,
          kind: 'visit',
          on: '2026-11-12',
          time: '13:30',
          where: 'Millbrook High',
          doneOn: '2026-11-12',
          howItWent: 'She showed us the library.',
        }),
      ],
      otherSchool: 'Millbrook High',
      moves: '2027-09-01',
      profile,
    }),
  ],
]

/** What the school offers, with every kind of text. It is about no pupil. */
export const offerOnPaper = (): DocumentContent =>
  provisionOffer({
    offered: provisions.map((each) => ({
      ...each,
      entry: 'Below 85 on the reading test.',
      training: '- Half a day\n- Watched twice',
    })),
    levels: levelsOn([], today),
    school: null,
    schoolName,
    today,
  })

/** The services that families can use, as a parent takes them away. */
export const servicesOnPaper = (): DocumentContent =>
  localOfferPaper({ offered: [clinic], school: null, schoolName, today, forNeeds: false })

/** The accessibility plan and the list of candidates, as they are printed. */
export const accessOnPaper = (): readonly DocumentContent[] => [
  accessibilityPaper({
    items: [
      stored(AccessibilityItem, {
        part: 'environment',
        aim: 'A way into the hall without steps',
        actions: '- Ramp\n- Wider door',
        owner: 'The site manager',
        by: '2027-07-01',
        cost: 140_000,
      }),
    ],
    school: null,
    schoolName,
    today,
  }),
  examCandidates({
    rows: [{ pupil: plan.pupil, arrangement: extraTime }],
    season: 'June 2027',
    school: null,
    schoolName,
    today,
  }),
]
/** A letter of the school’s own to the families of two pupils, with a list in it. */
export const familyLettersOnPaper = (): DocumentContent => {
  const settings = { school: null, schoolName, today }
  const families = ['4 Orchard Lane\nHallowby', '1 Mill Road'].map((address) => ({
    pupil: { ...file.pupil, address, className: 'Oak' },
    contacts: file.contacts.map((one) => ({
      ...one,
      parentalResponsibility: true,
      restriction: null,
      address: null,
    })),
    reviewDate: null,
    talkBy: '2026-12-18' as const,
  }))
  const { letters } = familyLetters(
    {
      subject: 'Let us talk about {first name}’s support',
      text: 'We meet by {conversation by}.\n\n- ring us\n- or come to {class}\n\nBring somebody with you.',
    },
    families,
    settings,
  )
  return familyLettersDocument('Invitation to the conversation of the term', letters, settings)
}

/** That a complaint came, with all that such a letter can say. */
export const acknowledgementOnPaper = (): DocumentContent =>
  acknowledgement({
    complaint: stored(Complaint, {
      received: '2026-11-16',
      way: 'school',
      from: 'Sana Khan',
      capacity: 'parent',
      about: 'Three sessions were missed and nobody said so.',
      wanted: 'To be told.',
    }),
    stage: { name: 'Formal: the headteacher', who: 'Headteacher', source: 'Complaints procedure' },
    next: { name: 'Panel of governors', who: 'Clerk to the governors' },
    answerBy: '2026-12-07',
    school: null,
    schoolName,
    today,
  })
