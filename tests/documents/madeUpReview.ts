import { type AnyRecordType, blank, check, type RecordOf, type Stored } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { School } from '../../src/domain/records/school.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'

let made = 0
export const keyNumbered = (n: number): string => `01JZ0000000000000000${String(n).padStart(6, '0')}`

/** A record as the store gives it; the test fails where it could not have been stored. */
export const stored = <R extends AnyRecordType>(
  type: R,
  values: Partial<RecordOf<R>>,
  key = keyNumbered(++made),
): Stored<RecordOf<R>> => {
  const record = blank(type, values as never) as RecordOf<R>
  const issues = check(type, record as never)
  if (issues.length > 0) throw new Error(`${type.name}: ${issues[0]!.field} ${issues[0]!.message}`)
  return {
    ...record,
    key,
    id: String(made),
    etag: '"1"',
    archived: false,
    archivedReason: null,
    createdAt: null,
    createdBy: null,
    modifiedAt: null,
    modifiedBy: null,
  }
}

export const reviewKey = keyNumbered(900_001)
export const pupilKey = keyNumbered(900_002)

/** A review with nothing in it but what a review must have. */
export const emptyFile = (
  pupil: Partial<RecordOf<typeof Pupil>> = {},
  review: Partial<RecordOf<typeof Review>> = {},
): ReviewFile => ({
  school: null,
  schoolName: 'Oakfield Primary School',
  limits: [],
  pupil: stored(
    Pupil,
    {
      surname: 'Khan',
      forename: 'Amira',
      dateOfBirth: '2017-05-12',
      yearGroup: '4',
      status: 'E',
      ...pupil,
    },
    pupilKey,
  ),
  contacts: [],
  needs: [],
  outcomes: [],
  allocations: [],
  provisions: [],
  review: stored(Review, { pupil: pupilKey, type: 'annual', stage: 'planning', ...review }, reviewKey),
  previousReview: null,
  previousActions: [],
  contributors: [],
  progress: [],
  provisionReviews: [],
  sectionChanges: [],
  actions: [],
  views: [],
})

const childWords = 'I like drawing and the art club at lunch.\nI can read my own comics now.'

/** A Year 4 review in full swing: two outcomes, one of them rated, six people, one who sees it otherwise. */
export const fullFile = (
  pupil: Partial<RecordOf<typeof Pupil>> = {},
  review: Partial<RecordOf<typeof Review>> = {},
): ReviewFile => {
  const base = emptyFile(
    {
      upn: 'N999200000001',
      preferredForename: 'Mimi',
      sex: 'F',
      className: 'Oak',
      planIssued: '2023-09-14',
      localAuthority: 'Ashdown Council',
      firstLanguage: 'Urdu',
      eal: true,
      attendance: 93.4,
      suspensions: 0,
      pupilPremium: true,
      keyAdult: 'Mrs Lane',
      communication: 'Picture timetable',
      admitted: '2021-09-02',
      ...pupil,
    } as Partial<RecordOf<typeof Pupil>>,
    {
      stage: 'meetingHeld',
      meetingDate: '2026-03-10',
      meetingTime: '14:00',
      place: 'Room 4',
      mode: 'both',
      chair: 'Mrs Patel, SENCO',
      minuteTaker: 'Mr Stone',
      planVersion: '2025-04-02',
      previousDate: '2025-03-11',
      childGoingWell: childWords,
      childHard: 'When the class is loud I can’t think. Long instructions.',
      parentGoingWell: 'She tells us about her day now & asks friends home.',
      parentConcerns: 'Moving to Year 5 with a new teacher.',
      working: 'Small group language work three times a week. A quiet place after lunch.',
      notWorking: 'Reading aloud to the whole class.',
      attainment: 'Reading age 7:02 (Sept 2025: 6:05). Maths: working at Year 3.',
      healthUpdate: 'Discharged from audiology in November; hearing is within the normal range.',
      socialCareUpdate: 'No social care needs.',
      placementSuitable: true,
      placementComment: 'Everyone agrees that the school suits.',
      budgetExplained: true,
      budgetRequested: false,
      recommendation: 'amend',
      recommendationReasons: 'Outcome 1 is nearly reached and should ask for more. The rest stands.',
      ...review,
    },
  )
  const need = stored(Need, {
    pupil: pupilKey,
    type: 'SLCN',
    rank: 1,
    description: 'Mimi understands sentences with two key words; she loses longer ones.',
  })
  const outcome = (text: string, more: Partial<RecordOf<typeof Outcome>> = {}) =>
    stored(Outcome, { pupil: pupilKey, kind: 'sectionE', status: 'current', text, ...more })
  const understands = outcome(
    'By July 2027 Mimi follows instructions with three parts in class, four times out of five.',
    {
      baseline: 'Two key words (WellComm, Sept 2023)',
      measure: 'WellComm; class checklist',
      by: '2027-07-31',
    },
  )
  const friends = outcome(
    'By July 2027 Mimi plays a game with rules with two other children for ten minutes.',
  )
  const group = stored(Provision, {
    name: 'Language group',
    level: 'targeted',
    areaOfNeed: 'communication',
    line: 'ta',
  })
  const allocation = stored(Allocation, {
    pupil: pupilKey,
    provision: group.key,
    outcome: understands.key,
    inPlan: true,
    from: '2025-09-03',
    sessionsPerWeek: 3,
    minutes: 20,
    groupSize: 4,
    role: 'ta',
  })
  const person = (
    name: string,
    role: RecordOf<typeof Contributor>['role'],
    more: Partial<RecordOf<typeof Contributor>> = {},
  ) => stored(Contributor, { review: reviewKey, name, role, attended: 'inPerson', ...more })
  return {
    ...base,
    school: stored(School, {
      from: '2020-09-01',
      name: 'Oakfield Primary School',
      phase: 'primary',
      headteacher: 'Ms Okafor',
    }),
    contacts: [
      stored(Contact, {
        pupil: pupilKey,
        name: 'Sana Khan',
        relationship: 'mother',
        parentalResponsibility: true,
        telephone: '07700 900123',
        restriction: 'Ask the office before ringing',
      }),
    ],
    needs: [need],
    outcomes: [understands, friends],
    provisions: [group],
    allocations: [allocation],
    contributors: [
      person('Sana Khan', 'parent', {
        recommendation: 'maintain',
        reasons: 'The plan as it is has worked. We fear that new wording will bring less help.',
      }),
      person('Ms Okafor', 'head', { organisation: 'Oakfield Primary School', recommendation: 'amend' }),
      person('Jo Marsh', 'authority', { organisation: 'Ashdown Council', attended: 'apologies' }),
      person('Dr Lee', 'speech', {
        organisation: 'NHS',
        attended: 'online',
        adviceTitle: 'Speech and language report',
        adviceReceived: '2026-02-20',
        recommendation: 'amend',
      }),
    ],
    progress: [
      stored(OutcomeProgress, {
        review: reviewKey,
        outcome: understands.key,
        evidence: 'WellComm 24 → 29. Follows two-part instructions nine times out of ten.',
        rating: 'good',
        decision: 'amend',
        proposed: 'By July 2027 Mimi follows instructions with three parts, nine times out of ten.',
      }),
    ],
    previousActions: [
      stored(Action, {
        what: 'Ask audiology for a hearing test',
        owner: 'Mrs Patel',
        due: '2025-05-01',
        status: 'done',
      }),
    ],
    actions: [
      stored(Action, {
        pupil: pupilKey,
        review: reviewKey,
        what: 'Meet the Year 5 teacher with Mimi before the summer',
        owner: 'Mrs Patel',
        due: '2026-06-30',
        status: 'open',
      }),
    ],
  }
}
