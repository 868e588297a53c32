import { t } from '../../words/t.ts'
import type { Day } from './day.ts'
import type { Strength } from './why.ts'

/** One line of the review checklist as it stands from a day on: what it asks, how much it weighs, who says so. */
export type QualityRow = {
  readonly from: Day
  /** Points, out of the sum of all that are asked of a review. */
  readonly weight: number
  readonly says: string
  readonly strength: Strength
  readonly source: string
}

const reg20 = t`SEND Regulations 2014, regulation 20`
const act = t`Children and Families Act 2014, section 19`
const code = (paragraph: string) => t`SEND Code of Practice ${paragraph}`
const row = (weight: number, strength: Strength, says: string, source: string): readonly [QualityRow] => [
  { from: '2014-09-01', weight, says, strength, source },
]

/**
 * The published checklist. Weights are our own judgement of what a reader of the report misses most; they are data, so
 * that a change is one more row from a day on. Regulation 20 and Code 9.166 to 9.169 say what is asked.
 */
export const qualityRows = {
  progress: row(12, 'must', 'Progress towards every outcome is rated', reg20),
  evidence: row(10, 'should', 'Each rating has its evidence', code('9.167')),
  decision: row(6, 'should', 'Each outcome is kept, reworded, replaced or ended', code('9.166')),
  targets: row(5, 'should', 'New targets are set for the next twelve months', code('9.167')),
  delivered: row(8, 'should', 'What was delivered is said of every line of Section F', code('9.167')),
  effective: row(8, 'should', 'Whether it works is said of every line of Section F', code('9.167')),
  child: row(10, 'must', 'The child’s views, wishes and feelings are recorded', act),
  childHow: row(4, 'should', 'How the child’s views were gathered is said', code('9.168')),
  parents: row(8, 'must', 'The parents’ views are recorded', act),
  parentsHow: row(2, 'recommended', 'How the parents’ views were gathered is said', code('9.168')),
  invited: row(5, 'must', 'Everyone whom the law names was invited', `${reg20}(2)`),
  advice: row(6, 'must', 'The advice that was asked for has come in', `${reg20}(4)`),
  attached: row(4, 'must', 'Advice that came in is named, so that it can be attached', `${reg20}(9)`),
  health: row(3, 'should', 'Health and social care are considered, or that there is none', code('9.167')),
  adulthood: row(
    8,
    'must',
    'From Year 9, each part of preparing for adulthood is considered',
    `${reg20}; ${code('9.184')}`,
  ),
  placement: row(3, 'should', 'Whether the placement still suits is said', code('9.167')),
  budget: row(3, 'should', 'The right to ask for a personal budget was explained', code('9.168')),
  recommendation: row(8, 'must', 'The school recommends, with reasons', reg20),
  parties: row(6, 'must', 'What each person at the meeting recommends is recorded', reg20),
  differences: row(6, 'must', 'Where somebody differs, the report says why in their words', reg20),
  actions: row(6, 'recommended', 'Each action has an owner and a date', 'Good practice with agreed actions'),
  dates: row(9, 'must', 'Invitations, papers and report kept their dates', reg20),
  wording: row(
    8,
    'should',
    'Proposed wording, targets and actions have no open note on their wording',
    code('9.66 and 9.69'),
  ),
} as const satisfies Record<string, readonly [QualityRow, ...QualityRow[]]>

export type QualityCheck = keyof typeof qualityRows
