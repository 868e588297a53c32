import { t } from '../../words/t.ts'

/** Why a part of the minutes can't be left out, and who says so. */
export type AskedFor = { readonly why: string; readonly source: string; readonly strength: 'must' | 'should' }
export type MinutesPart = {
  /** `[name]` stands for what the child is called. */
  readonly heading: string
  /** What the part holds, for the person who orders them. */
  readonly holds: string
  readonly asked?: AskedFor
}

const must = (why: string, source: string): AskedFor => ({ why, source, strength: 'must' })
const should = (why: string, source: string): AskedFor => ({ why, source, strength: 'should' })
const regulation20 = t`SEND Regulations 2014, regulation 20`

/**
 * The parts of the minutes in our own order, by the name of their heading in the document: people read first who met and
 * what was decided. The meeting's own facts stand before all of them. What law or statutory guidance asks of the report
 * of a review says so. Source: SEND Regulations 2014, regulations 20 to 22; SEND Code of Practice 9.166 to 9.169.
 */
const minutesParts = {
  recommendation: {
    heading: 'What we decided',
    holds: 'The recommendation with its reasons, and whether somebody sees it otherwise',
    asked: must('The report sets out what the school recommends', `${regulation20}(8)`),
  },
  people: {
    heading: 'Who was there',
    holds: 'Everyone invited, with role and whether they came',
    asked: must(
      'The law names who is invited and has the report sent to each of them',
      `${regulation20}(2) and (9)`,
    ),
  },
  child: {
    heading: 'About [name]',
    holds: 'Names, age, year, family, authority and needs',
  },
  attendance: {
    heading: 'Attendance and exclusions',
    holds: 'Attendance, suspensions, a part-time timetable, and what lies behind them',
  },
  child_views: {
    heading: '[name]’s views',
    holds: 'What the child says, and how the child took part',
    asked: must(
      'The views, wishes and feelings of the child or young person are heard',
      'Children and Families Act 2014, section 19',
    ),
  },
  parent_views: {
    heading: 'Views of parents and carers',
    holds: 'What parents say, and what they asked',
    asked: must(
      'The views, wishes and feelings of parents are heard',
      'Children and Families Act 2014, section 19',
    ),
  },
  other_views: {
    heading: 'What others said',
    holds: 'Words of staff and professionals, where any are recorded',
  },
  last_review: {
    heading: 'Since the last review',
    holds: 'What was agreed last time, and whether it was done',
  },
  working: {
    heading: 'What is working and what is not',
    holds: 'What helps and what does not help yet',
  },
  outcomes: {
    heading: 'How [name] is getting on with each outcome',
    holds: 'Each outcome of Section E: evidence, progress, and whether it stands',
    asked: must(
      'The review considers progress towards the outcomes of the plan',
      `${regulation20}; SEND Code of Practice 9.166`,
    ),
  },
  attainment: {
    heading: 'Attainment and assessment',
    holds: 'Levels and tests; for the youngest, how they develop',
  },
  provision: {
    heading: 'Support in the plan (Section F)',
    holds: 'Each line of Section F: specified, delivered, effective, to change',
    asked: should('The review looks at whether the provision is effective', 'SEND Code of Practice 9.167'),
  },
  health: {
    heading: 'Health and social care',
    holds: 'What has changed, with its evidence',
    asked: should(
      'The review looks at whether health and social care provision is effective',
      'SEND Code of Practice 9.167',
    ),
  },
  targets: {
    heading: 'Targets for the next twelve months',
    holds: 'New steps towards the outcomes',
    asked: should('The review sets new interim targets for the year ahead', 'SEND Code of Practice 9.167'),
  },
  adulthood: {
    heading: 'Preparing for adulthood',
    holds: 'From Year 9 on: work, living, community, health, what comes next',
    asked: must('From Year 9 on every review looks at preparing for adulthood', `${regulation20}(6)`),
  },
  placement: {
    heading: 'School and travel',
    holds: 'Whether this school suits, the next school, and how the child travels',
    asked: should(
      'The review looks at whether the plan, with its school, is still right',
      'SEND Code of Practice 9.167',
    ),
  },
  budget: {
    heading: 'Personal budget',
    holds: 'Whether it was explained and asked for, and what is in place',
    asked: should('Parents are told that they may ask for a personal budget', 'SEND Code of Practice 9.168'),
  },
  access: {
    heading: 'Access, equipment and health-care plans',
    holds: 'Access arrangements, equipment, medicines and risk',
  },
  funding: {
    heading: 'Funding',
    holds: 'Band, top-up and the costed provision map',
  },
  changes: {
    heading: 'Changes proposed to the plan',
    holds: 'Section by section: words now, words proposed, evidence',
    asked: must('The report sets out the changes that are recommended', `${regulation20}(8)`),
  },
  differences: {
    heading: 'Where views differ',
    holds: 'Who recommends what, in their own words',
    asked: must('The report sets out where the recommendations of others differ', `${regulation20}(8)`),
  },
  next: {
    heading: 'What happens next',
    holds: 'Actions agreed, dates, and the next review',
  },
  documents: {
    heading: 'Advice and documents attached',
    holds: 'Section K: advice, from whom and when it came',
    asked: must('The advice that was gathered goes with the report', `${regulation20}(9)`),
  },
  signatures: {
    heading: 'Signatures and copies',
    holds: 'Room to sign, and to whom a copy was sent',
  },
} as const satisfies Record<string, MinutesPart>

export type PartName = keyof typeof minutesParts
export const partNames = Object.keys(minutesParts) as PartName[]
export const partOf = (name: PartName): MinutesPart => minutesParts[name]
export const isPart = (name: unknown): name is PartName =>
  typeof name === 'string' && Object.hasOwn(minutesParts, name)
