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
import { referralPaper } from '../../src/documents/papers/referralPaper.ts'
import { provisionOffer } from '../../src/documents/provisionOffer.ts'
import { blank } from '../../src/domain/record.ts'
import { Concern } from '../../src/domain/records/concern.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { CycleTarget } from '../../src/domain/records/cycleTarget.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Complaint } from '../../src/domain/records/complaint.ts'
import { Referral } from '../../src/domain/records/referral.ts'
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
