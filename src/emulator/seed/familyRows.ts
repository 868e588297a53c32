import { blank } from '../../domain/record.ts'
import { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { Complaint } from '../../domain/records/complaint.ts'
import { ComplaintStage } from '../../domain/records/complaintStage.ts'
import { Enquiry } from '../../domain/records/enquiry.ts'
import { LetterTemplate } from '../../domain/records/letterTemplate.ts'
import { RestrictedNote } from '../../domain/records/restrictedNote.ts'
import { SafeguardingLink } from '../../domain/records/safeguardingLink.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const procedure = 'Complaints procedure of the school, published on its website'

const stagesOf = (from: Day): readonly Partial<ComplaintStage>[] => [
  { way: 'school', order: 1, name: 'Informal: talk with the SENCO', who: 'SENCO', acknowledge: 2, answer: 10, count: 'school' },
  { way: 'school', order: 2, name: 'Formal: the headteacher', who: 'Headteacher', acknowledge: 5, answer: 15, count: 'school' },
  { way: 'school', order: 3, name: 'Panel of governors', who: 'Clerk to the governors', acknowledge: 5, answer: 20, count: 'school' },
  { way: 'mediation', order: 1, name: 'Mediation meeting', answer: 30, count: 'calendar', source: 'Letter of the mediation service' },
  { way: 'appeal', order: 1, name: 'Appeal registered', count: 'calendar', source: 'Directions of the tribunal, case by case' },
].map((stage): Partial<ComplaintStage> => ({ source: procedure, from, ...stage }) as Partial<ComplaintStage>) // prettier-ignore

const templates: readonly Partial<LetterTemplate>[] = [
  {
    name: 'Invitation to the conversation of the term',
    subject: 'Let us talk about {first name}’s support',
    text: 'I would like to meet you to talk about how {first name} ({class}) is getting on, what helps, and what we do next.\n\nWe would like to do this by {conversation by}. Please tell us when you can come:\n\n- ring {telephone}\n- or write to {email}\n\nYou may bring somebody with you. A telephone call is just as good.',
    lookAgain: '2027-07-01',
  },
  {
    name: 'Coffee morning',
    subject: 'Coffee morning for families',
    text: 'Families of children who have extra support at {school} meet on the first Thursday of each month, at nine, in the library.\n\nCome and say what works and what does not. Younger brothers and sisters are welcome.\n\n{senco} will be there.',
  },
  {
    name: 'Spotkanie (Polish)',
    language: 'Polish',
    subject: 'Zaproszenie na rozmowę o wsparciu: {first name}',
    text: 'Zapraszamy na rozmowę o tym, jak radzi sobie {first name} i co pomaga.\n\nProsimy o kontakt: {telephone}. Zapewnimy tłumacza.',
  },
]

/** What is written about families and others who ask: contact log, letters, enquiries, complaints, whom to ask first. */
export const makeFamilies = (
  { today, senco }: Setting,
  random: Random,
  known: readonly Known[],
  /** A pupil whose page says that the safeguarding lead is to be asked first. */
  flagged: string | null,
) => {
  const on = (days: number) => addDays(today, -days)
  const here = known.filter(({ pupil }) => pupil.record.left === null)
  const children = random.some(
    here.filter(({ pupil }) => pupil.record.status === 'K'),
    8,
  )
  const child = (at: number) => children[at % children.length]!.pupil.key
  const parentOf = (at: number) => children[at % children.length]!.slots['parent'] ?? 'A parent'
  const row = <T>(days: number, record: T): Row<T> => ({ key: keyOn(random, on(days)), record })

  const contact = (days: number, at: number, given: Partial<ChronologyEntry>) =>
    row(
      days,
      blank(ChronologyEntry, {
        pupil: child(at),
        happenedOn: on(days),
        kind: 'parents',
        source: parentOf(at),
        thirdParty: false,
        talk: false,
        ...given,
      }),
    )
  const contacts = [
    contact(9, 0, {
      how: 'telephone',
      text: 'Rang about the new spelling group. Pleased, and would like to see which words come home.',
      agreed: 'We send the list each Friday.',
      followUp: on(-3),
    }),
    contact(16, 1, {
      how: 'passing',
      text: 'Said at the gate that mornings have been hard since the clocks went back.',
      agreed: 'The class teacher looks at the start of the day.',
      followUp: on(4),
    }),
    contact(24, 2, {
      how: 'email',
      text: 'Asked whether the reading pen may come home for the holidays.',
      agreed: 'Yes, signed for.',
      followUp: on(20),
      followedUp: on(20),
    }),
  ]

  const letters = templates.map((given) =>
    row(120, blank(LetterTemplate, { name: '', subject: '', text: '', from: on(120), ...given })),
  )
  const stages = stagesOf(on(400)).map((given) => row(400, blank(ComplaintStage, given)))
  const stage = (at: number) => stages[at]!.key

  const enquiry = (days: number, given: Partial<Enquiry>) =>
    row(days, blank(Enquiry, { asked: on(days), from: '', capacity: 'other', what: '', ...given }))
  const enquiries = [
    enquiry(8, {
      pupil: child(3),
      from: 'A grandmother',
      capacity: 'family',
      how: 'telephone',
      what: 'How is it going with the reading?',
      right: 'none',
    }),
    enquiry(2, {
      from: 'Hallowby Library',
      capacity: 'other',
      how: 'email',
      what: 'How many children with dyslexia could come to a club?',
      right: 'public',
    }),
    enquiry(40, {
      pupil: child(4),
      from: 'Northmoor Academy, SENCO',
      capacity: 'school',
      how: 'telephone',
      what: 'Which arrangements for tests are usual for this pupil?',
      right: 'law',
      identityOn: on(40),
      identityHow: 'Rang back on the number of the school',
      outcome: 'told',
      told: 'What is usual in class for tests, as in the profile.',
      why: 'The pupil moves there; both schools need it to plan.',
      decidedBy: senco,
      answered: on(39),
    }),
    enquiry(75, {
      pupil: child(5),
      from: 'A solicitor',
      capacity: 'representative',
      how: 'letter',
      what: 'The whole SEND file.',
      right: 'none',
      outcome: 'refused',
      why: 'No agreement of a parent was enclosed. They were told how to ask with one.',
      decidedBy: senco,
      answered: on(73),
    }),
  ]

  const complaint = (days: number, given: Partial<Complaint>) =>
    row(
      days,
      blank(Complaint, {
        received: on(days),
        way: 'school',
        from: '',
        capacity: 'parent',
        about: '',
        ...given,
      }),
    )
  const first = complaint(70, {
    pupil: child(6),
    stage: stage(0),
    from: parentOf(6),
    about: 'Sessions of the language group were missed for three weeks and nobody said so.',
    wanted: 'To be told, and the sessions made up for.',
    owner: senco,
    acknowledged: on(69),
    answered: on(60),
    answer: 'The group had no cover. Two sessions were made up for.',
    outcome: 'part',
    wentOn: on(22),
  })
  const complaints = [
    first,
    complaint(22, {
      pupil: child(6),
      stage: stage(1),
      follows: first.key,
      from: parentOf(6),
      about: first.record.about,
      wanted: first.record.wanted,
      owner: 'Headteacher',
      acknowledged: on(20),
    }),
    complaint(1, {
      stage: stage(0),
      from: 'A parent of a pupil in Reception',
      about: 'The door by the ramp was locked at home time.',
      owner: 'Site manager',
      equality: true,
    }),
    complaint(150, {
      stage: stage(0),
      from: 'A parent',
      about: 'A letter about a meeting came on the day of the meeting.',
      owner: senco,
      acknowledged: on(149),
      answered: on(146),
      answer: 'It should not have. The meeting was held again.',
      outcome: 'upheld',
      learned: 'Invitations go out two weeks before.',
      changed: on(140),
      closed: on(140),
    }),
  ]

  const links = [
    row(
      200,
      blank(SafeguardingLink, {
        pupil: flagged ?? child(7),
        since: on(200),
        kept: 'Safeguarding system',
        checked: on(150),
      }),
    ),
  ]
  const notes = [
    row(
      30,
      blank(RestrictedNote, {
        pupil: child(7),
        on: on(30),
        text: 'The family asked that their new address is given to nobody, not even on letters.',
        why: 'A parent has to stay safe',
        toldTo: 'The office, by word of mouth',
        lookAgain: on(-60),
      }),
    ),
  ]
  return { contacts, letters, stages, enquiries, complaints, links, notes }
}
