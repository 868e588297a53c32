import { blank } from '../../domain/record.ts'
import { AgencyMeeting } from '../../domain/records/agencyMeeting.ts'
import { Referral } from '../../domain/records/referral.ts'
import { Service } from '../../domain/records/service.ts'
import { ServicePerson } from '../../domain/records/servicePerson.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

type Given = Pick<Service, 'name' | 'kind'> & Partial<Service>

const offered: readonly Given[] = [
  {
    name: 'Ridingdale Speech and Language Therapy',
    kind: 'speech',
    provider: 'Ridingdale Community Health',
    needs: 'SLCN, ASD',
    ageTo: 16,
    eligibility: 'Children at a school of the area, with an agreed referral.',
    refer: 'The service’s own form, with a recording of a short talk where there is one.',
    telephone: '01632 960201',
    website: 'https://speech.example.org/refer',
    forFamilies: false,
  },
  {
    name: 'Educational Psychology Service',
    kind: 'psychology',
    provider: 'Ridingdale Council',
    ageTo: 25,
    eligibility: 'Schools that buy time; a first talk is free.',
    refer: 'At the planning meeting of the term.',
    telephone: '01632 960202',
    forFamilies: false,
  },
  {
    name: 'Children’s Occupational Therapy',
    kind: 'occupational',
    provider: 'Ridingdale Community Health',
    needs: 'PD, ASD, MSI',
    ageTo: 18,
    refer: 'Letter from school or GP.',
    telephone: '01632 960203',
    forFamilies: false,
  },
  {
    name: 'Hallowby Mental Health Support Team',
    kind: 'mentalHealth',
    provider: 'Ridingdale Community Health',
    needs: 'SEMH',
    ageFrom: 5,
    ageTo: 18,
    eligibility: 'Low mood, worries, behaviour: mild to moderate.',
    refer: 'School or parent, by telephone.',
    telephone: '01632 960204',
    website: 'https://minds.example.org',
    forFamilies: true,
  },
  {
    name: 'Autism and ADHD Pathway',
    kind: 'pathway',
    provider: 'Ridingdale Community Health',
    needs: 'ASD, SEMH, SLCN',
    ageFrom: 4,
    ageTo: 18,
    refer: 'School sends the form with two terms of evidence.',
    telephone: '01632 960205',
    forFamilies: false,
  },
  {
    name: 'Specialist Teachers for Hearing and Vision',
    kind: 'specialist',
    provider: 'Ridingdale Council',
    needs: 'HI, VI, MSI',
    ageTo: 25,
    refer: 'Letter with the audiologist’s or the eye clinic’s report.',
    telephone: '01632 960206',
    forFamilies: false,
  },
  {
    name: 'Ridingdale SENDIASS',
    kind: 'sendiass',
    provider: 'Run apart from the council',
    ageTo: 25,
    eligibility: 'Every parent and young person. Free and confidential.',
    refer: 'Ring or write; nobody has to refer you.',
    telephone: '01632 960207',
    email: 'advice@sendiass.example.org',
    website: 'https://sendiass.example.org',
    forFamilies: true,
  },
  {
    name: 'Early Help Hallowby',
    kind: 'earlyHelp',
    provider: 'Ridingdale Council',
    ageTo: 18,
    eligibility: 'Families who would like somebody beside them for a while.',
    refer: 'Family or school, with the family’s agreement.',
    telephone: '01632 960208',
    forFamilies: true,
  },
  {
    name: 'Talking Together',
    kind: 'charity',
    provider: 'A charity of parents',
    needs: 'SLCN',
    ageFrom: 3,
    ageTo: 11,
    eligibility: 'Children who find talking hard, with a parent.',
    refer: 'Come on a Saturday morning.',
    website: 'https://talking-together.example.org',
    forFamilies: true,
  },
  {
    name: 'Hallowby Autism Families',
    kind: 'charity',
    provider: 'A charity of parents',
    needs: 'ASD',
    ageTo: 25,
    eligibility: 'With or without a diagnosis.',
    refer: 'Ring or come to the monthly evening.',
    telephone: '01632 960209',
    forFamilies: true,
  },
  {
    name: 'Reading Well Dyslexia Club',
    kind: 'charity',
    provider: 'Hallowby Library',
    needs: 'SPLD',
    ageFrom: 7,
    ageTo: 16,
    eligibility: 'Anybody for whom reading is hard work.',
    refer: 'Come on a Tuesday after school.',
    forFamilies: true,
  },
]

type Stage = { readonly to: number; readonly sent: number | null } & Partial<Referral>

/** How each made-up referral stands: to which service, how many days ago it was sent, and what came back since. */
const stages = (today: Day): readonly Stage[] => {
  const on = (days: number) => addDays(today, -days)
  return [
    { to: 0, sent: null },
    { to: 3, sent: null, consentHow: 'written', consentOn: on(2) },
    { to: 4, sent: 5 },
    { to: 0, sent: 24 },
    { to: 4, sent: 130, acknowledgedOn: on(120), listedOn: on(118) },
    { to: 0, sent: 61, acknowledgedOn: on(55), listedOn: on(50) },
    { to: 3, sent: 75, acknowledgedOn: on(70), seenOn: on(12) },
    { to: 1, sent: 96, acknowledgedOn: on(90), seenOn: on(41), reportOn: on(3) },
    { to: 2, sent: 80, acknowledgedOn: on(74), declinedOn: on(9) },
    {
      to: 0,
      sent: 210,
      acknowledgedOn: on(200),
      seenOn: on(120),
      reportOn: on(98),
      closedOn: on(90),
      outcome: 'advice',
    },
    {
      to: 0,
      sent: 260,
      acknowledgedOn: on(250),
      seenOn: on(190),
      reportOn: on(160),
      closedOn: on(150),
      outcome: 'advice',
    },
  ]
}

const reasons = [
  'Words are hard to find and sentences stay short. Others often do not understand what is meant.',
  'Worries keep this child out of lessons on most days, and sleep is poor at home.',
  'Attention lasts a few minutes, and small changes of the day are hard to bear.',
  'Two rounds of support in school have changed little, and the gap to others of the same age grows.',
]
const tried = [
  'A group of four, three times a week for two terms: a little more is said, in class as before.',
  'Check-ins with a key adult and a quiet place: fewer days missed, lessons no easier.',
  'Visual timetable, shorter tasks, breaks to move: helps in the morning, not after lunch.',
]
const advised =
  'Short sentences with a picture beside them. A group of three, twice a week, for one term; then look again with the therapist.'

/** Services of the area, whom the school knows there, referrals at every stage and meetings with some of them. */
export const makeServices = ({ kind, today, senco }: Setting, random: Random, known: readonly Known[]) => {
  const services = offered.map((given, at): Row<Service> => ({
    key: keyOn(random, addDays(today, -400)),
    record: blank(Service, {
      ...given,
      checked: at === 9 ? null : addDays(today, -random.pick([20, 60, 110, 230])),
    }),
  }))
  const names = ['Ines Calloway', 'Marcus Thwaite', 'Farah Jameel', 'Owen Prosser']
  const people = names.map((name, at): Row<ServicePerson> => ({
    key: keyOn(random, addDays(today, -390)),
    record: blank(ServicePerson, {
      service: services[at]!.key,
      name,
      role: [
        'Speech and language therapist',
        'Educational psychologist',
        'Occupational therapist',
        'Education mental health practitioner',
      ][at]!,
      telephone: `01632 9602${20 + at}`,
    }),
  }))
  const children = random.some(
    known.filter(({ pupil }) => pupil.record.left === null && pupil.record.status === 'K'),
    stages(today).length,
  )
  const referrals = stages(today).flatMap(({ to, sent, ...given }, at): Row<Referral>[] => {
    const child = children[at]
    if (!child) return []
    const sentOn = sent === null ? null : addDays(today, -sent)
    return [
      {
        key: keyOn(random, sentOn ?? addDays(today, -2)),
        record: blank(Referral, {
          pupil: child.pupil.key,
          service: services[to]!.key,
          person: people.find(({ record }) => record.service === services[to]!.key)?.record.name ?? null,
          need: child.needs[0]?.key ?? null,
          reason: random.pick(reasons),
          tried: random.pick(tried),
          question: 'Please see the child, tell us what helps, and say whether you will work with them.',
          ...(sentOn
            ? {
                consentHow: 'written' as const,
                consentFrom: 'A parent',
                consentOn: addDays(sentOn, -4),
                sentOn,
                method: 'form' as const,
                reference: given.acknowledgedOn ? `R-${random.whole(10_000, 99_999)}` : null,
              }
            : {}),
          ...given,
          advice: given.reportOn ? advised : null,
        }),
      },
    ]
  })
  const met = (days: number, given: Partial<AgencyMeeting>): Row<AgencyMeeting> => ({
    key: keyOn(random, addDays(today, -days)),
    record: blank(AgencyMeeting, { heldOn: addDays(today, -days), about: '', ...given }),
  })
  const first = referrals[7]?.record
  const meetings = [
    met(60, {
      service: services[1]!.key,
      about: 'Planning meeting of the term',
      people: `${senco}\nMarcus Thwaite`,
      agreed: 'Two visits before Christmas. The school sends names by the end of the month.',
      followUp: addDays(today, -20),
      followedUp: addDays(today, -20),
    }),
    met(10, {
      service: services[0]!.key,
      about: kind === 'primary' ? 'Reception screening' : 'Year 7 screening',
      people: `${senco}\nInes Calloway`,
      agreed: 'The therapist sends the results by class; we look together at those below the line.',
      followUp: addDays(today, 4),
    }),
    ...(first
      ? [
          met(3, {
            service: first.service,
            pupil: first.pupil,
            about: 'Visit: what was seen and what it means',
            people: `${senco}\nMarcus Thwaite`,
            agreed: 'The report follows; the class tries the picture strip at once.',
          }),
        ]
      : []),
  ]
  return { services, people, referrals, meetings }
}
