import { Action } from '../../domain/records/action.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Contact } from '../../domain/records/contact.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import type { Review } from '../../domain/records/review.ts'
import { SectionChange } from '../../domain/records/sectionChange.ts'
import { blank } from '../../domain/record.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { endOfCompulsorySchoolAge } from '../../domain/rules/schoolYear.ts'
import { calledName } from '../../domain/records/pupil.ts'
import type { Known } from './provisionRows.ts'
import { keyOn } from './random.ts'
import type { Depth } from './reviewText.ts'
import type { Row } from './rows.ts'
import { say } from './say.ts'
import type { Setting } from './setting.ts'
import * as words from './words/reviewWords.ts'
import { differing } from './words/differing.ts'

/** A review with whom and what it is about. */
export type Held = { readonly review: Row<Review>; readonly known: Known; readonly depth: Depth }

type Guest = Pick<Contributor, 'name' | 'role'> & {
  organisation?: string
  email?: string | null
  advises?: string
}

const specialistFor = ({ needs }: Known): Guest => {
  const type = needs[0]!.record.type
  if (type === 'SLCN' || type === 'DS')
    return {
      name: 'Priya Nandakumar',
      role: 'speech',
      organisation: 'Hallowby NHS Therapies',
      advises: 'Speech and language therapy advice',
    }
  if (type === 'PD')
    return {
      name: 'Owen Tranter',
      role: 'physiotherapist',
      organisation: 'Hallowby NHS Therapies',
      advises: 'Physiotherapy report',
    }
  if (type === 'HI' || type === 'VI' || type === 'SPLD')
    return {
      name: 'Judith Abara',
      role: 'specialistTeacher',
      organisation: 'Ridingdale Sensory and Learning Service',
      advises: 'Specialist teacher’s advice',
    }
  return {
    name: 'Dr Leila Farouk',
    role: 'psychologist',
    organisation: 'Ridingdale Educational Psychology',
    advises: 'Educational psychologist’s advice',
  }
}

const guestsOf = (
  { random, school, teachers, senco, authority }: Setting,
  { review, known }: Held,
  contacts: readonly Row<Contact>[],
): Guest[] => {
  const { record: pupil } = known.pupil
  const parents = contacts
    .filter(({ record }) => record.pupil === known.pupil.key && !record.restriction)
    .slice(0, 2)
  const adult =
    review.record.meetingDate !== null &&
    review.record.meetingDate > endOfCompulsorySchoolAge(pupil.dateOfBirth)
  const older = ['9', '10', '11', '12', '13'].includes(pupil.yearGroup ?? '')
  return [
    ...(adult || older
      ? [{ name: `${calledName(pupil)} ${pupil.surname}`, role: 'youngPerson' as const }]
      : []),
    ...parents.map(({ record }) => ({ name: record.name, role: 'parent' as const, email: record.email })),
    { name: school.head, role: 'head', organisation: school.name },
    {
      name: pupil.localAuthorityOfficer ?? 'The SEN officer',
      role: 'authority',
      organisation: pupil.localAuthority ?? authority,
      email: `sen.casework@${(pupil.localAuthority ?? authority).split(' ')[0]!.toLowerCase()}.example.org`,
    },
    {
      name: 'The designated clinical officer',
      role: 'health',
      organisation: 'Ridingdale ICB',
      email: 'dco@icb.example.org',
    },
    {
      name: 'The social care duty team',
      role: 'socialCare',
      organisation: authority,
      email: 'duty.send@ridingdale.example.org',
    },
    { name: senco, role: 'senco', organisation: school.name, advises: 'School’s advice' },
    { name: random.pick(teachers), role: 'teacher', organisation: school.name, advises: 'Teacher’s report' },
    specialistFor(known),
    ...(pupil.lookedAfter
      ? [
          {
            name: pupil.socialWorker ?? 'Social worker',
            role: 'socialWorker' as const,
            organisation: pupil.careAuthority ?? authority,
          },
        ]
      : []),
  ]
}

/** Who was asked, whose advice came, who was there and what each recommends. */
export const makeContributors = (
  setting: Setting,
  held: Held,
  contacts: readonly Row<Contact>[],
): Row<Contributor>[] => {
  const { random, today } = setting
  const { review, depth } = held
  const { meetingDate, invitationsSent, papersCirculated, reportSent, recommendation } = review.record
  return guestsOf(setting, held, contacts).map(({ advises, ...guest }) => {
    const due = advises && meetingDate ? addDays(meetingDate, -21) : null
    const come = depth !== 'planned' || random.chance(0.45)
    const received = invitationsSent && due && come ? addDays(due, random.whole(-6, 1)) : null
    const there =
      guest.role === 'health' || guest.role === 'socialCare' ? 0.15 : guest.role === 'authority' ? 0.4 : 0.92
    const attended =
      depth !== 'held'
        ? null
        : random.chance(there)
          ? review.record.mode === 'online' || (review.record.mode === 'both' && random.chance(0.3))
            ? 'online'
            : 'inPerson'
          : random.pick(['apologies', 'noReply'] as const)
    const speaks = attended === 'inPerson' || attended === 'online'
    const otherwise = speaks && guest.role === 'parent' && recommendation !== null && random.chance(0.25)
    return {
      key: keyOn(random, invitationsSent ?? today),
      record: blank(Contributor, {
        organisation: null,
        ...guest,
        review: review.key,
        invited: invitationsSent,
        adviceAsked: advises ? invitationsSent : null,
        adviceDue: due,
        adviceReceived: received && received <= today ? received : null,
        adviceTitle: received && received <= today ? advises! : null,
        adviceCirculated: received ? papersCirculated : null,
        attended,
        reportCopySent: reportSent,
        recommendation: otherwise
          ? recommendation === 'maintain'
            ? 'amend'
            : 'maintain'
          : speaks
            ? random.chance(0.9)
              ? recommendation
              : 'none'
            : null,
        reasons: otherwise ? random.pick(differing[recommendation]) : null,
      }),
    }
  })
}

const rated = [
  ['met', 'achieved'],
  ['coming', 'good'],
  ['coming', 'some'],
  ['coming', 'good'],
  ['stuck', 'little'],
] as const

/** What a review found about each outcome of Section E. Before the meeting only the evidence is there. */
export const makeProgress = (
  { random, today }: Setting,
  { review, known, depth }: Held,
): Row<OutcomeProgress>[] =>
  depth === 'planned'
    ? []
    : known.outcomes
        .filter(({ goal, record }) => goal !== null && record.setOn! <= (review.record.meetingDate ?? today))
        .map(({ key, goal }) => {
          const [words_, rating] = random.pick(rated)
          const held = depth === 'held'
          const decision = rating === 'achieved' ? 'replace' : rating === 'little' ? 'amend' : 'keep'
          return {
            key: keyOn(random, review.record.meetingDate ?? today),
            record: blank(OutcomeProgress, {
              review: review.key,
              outcome: key,
              evidence: say(random, goal![words_], known.slots),
              rating: held ? rating : null,
              targetsMet: held
                ? say(random, '[Two of three|Both|One of two] targets of last year met.', known.slots)
                : null,
              delivered: held ? say(random, random.pick(words.delivered), known.slots) : null,
              decision: held ? decision : null,
              proposed:
                held && decision !== 'keep' ? say(random, words.sectionChanges.E[0], known.slots) : null,
            }),
          }
        })

/** What a review found about each line of Section F that ran at its time. */
export const makeProvisionReviews = (
  { random }: Setting,
  { review, known, depth }: Held,
  allocations: readonly Row<Allocation>[],
): Row<ProvisionReview>[] => {
  const on = review.record.meetingDate
  if (depth !== 'held' || !on) return []
  return allocations
    .filter(
      ({ record }) =>
        record.pupil === known.pupil.key &&
        record.inPlan &&
        record.from <= on &&
        (record.until ?? on) >= addDays(on, -90),
    )
    .map(({ key }) => ({
      key: keyOn(random, on),
      record: blank(ProvisionReview, {
        review: review.key,
        allocation: key,
        delivered: say(random, random.pick(words.delivered), known.slots),
        effective: random.pick(['yes', 'yes', 'partly', 'no'] as const),
        change: say(random, random.pick(words.provisionChange), known.slots) || null,
      }),
    }))
}

/** Changes that an amending review proposes, section by section. */
export const makeSectionChanges = ({ random }: Setting, { review, known }: Held): Row<SectionChange>[] => {
  const { recommendation, type, meetingDate } = review.record
  if (recommendation !== 'amend' || !meetingDate) return []
  const sections = [
    ...random.some(['A', 'B', 'E', 'F'] as const, random.whole(1, 3)).toSorted(),
    ...(type === 'phaseTransfer' ? (['I'] as const) : []),
  ]
  return sections.map((section) => ({
    key: keyOn(random, meetingDate),
    record: blank(SectionChange, {
      review: review.key,
      section,
      proposed: say(random, random.pick(words.sectionChanges[section]), known.slots),
      current: section === 'B' ? (known.needs[0]!.record.description ?? null) : null,
      evidence: random.pick([
        'School’s advice, page 2',
        'Therapist’s report, section 4',
        'Minutes, views of the child',
      ]),
    }),
  }))
}

const action = (
  setting: Setting,
  known: Known,
  agreed: Day,
  template: string,
  review: string | null,
): Row<Action> => {
  const { random, today, senco, teachers } = setting
  const due = addDays(agreed, random.whole(14, 75))
  const past = due < today
  const longPast = addDays(due, 120) < today
  const status = past
    ? random.pick(
        longPast ? (['done', 'done', 'done', 'dropped'] as const) : (['done', 'done', 'open'] as const),
      )
    : random.chance(0.2)
      ? 'done'
      : 'open'
  const finished = addDays(due, -random.whole(0, 12))
  const doneOn = status !== 'done' ? null : finished > today ? today : finished < agreed ? agreed : finished
  return {
    key: keyOn(random, agreed),
    record: blank(Action, {
      pupil: known.pupil.key,
      review,
      what: say(random, template, known.slots),
      owner: random.pick([senco, random.pick(teachers), known.slots['adult']!]),
      due,
      status,
      doneOn,
      note: status === 'dropped' ? 'No longer needed; agreed with the family' : null,
    }),
  }
}

/** What was agreed at a review. */
export const makeActions = (setting: Setting, { review, known, depth }: Held): Row<Action>[] =>
  depth === 'held' && review.record.meetingDate
    ? setting.random
        .some(words.actions, setting.random.whole(2, 4))
        .map((template) => action(setting, known, review.record.meetingDate!, template, review.key))
    : []

/** What was agreed in school about a pupil with SEN support. */
export const makeSchoolActions = (setting: Setting, known: Known): Row<Action>[] =>
  setting.random.chance(0.35)
    ? [
        action(
          setting,
          known,
          addDays(setting.today, -setting.random.whole(5, 70)),
          setting.random.pick(words.schoolActions),
          null,
        ),
      ]
    : []
