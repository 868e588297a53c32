import type { DocumentContent } from '../../src/documents/blocks.ts'
import { evaluationPaper } from '../../src/documents/leading/evaluationPaper.ts'
import { governorsPage, governorsPaper } from '../../src/documents/leading/governorsPaper.ts'
import { planPaper } from '../../src/documents/leading/planPaper.ts'
import { sirPaper } from '../../src/documents/leading/sirPaper.ts'
import { blank } from '../../src/domain/record.ts'
import { EvaluationHeading } from '../../src/domain/records/evaluationHeading.ts'
import { Evidence } from '../../src/domain/records/evidence.ts'
import { GovernorReport } from '../../src/domain/records/governorReport.ts'
import { Objective } from '../../src/domain/records/objective.ts'
import { PlanAction } from '../../src/domain/records/planAction.ts'
import { ReportSection } from '../../src/domain/records/reportSection.ts'
import { readLeading } from '../../src/domain/rules/leadingHistory.ts'

const today = '2026-11-20'
const about = { school: null, schoolName: 'Oakfield Primary School', today }
const figures = [
  { id: 'send', value: 61 },
  { id: 'need.HI', value: null },
  { id: 'reviews.share', value: 97.5 },
]
const report = {
  ...about,
  report: blank(GovernorReport, {
    term: 'Autumn 2026',
    asOf: today,
    figures: 'send: 61\nneed.HI: hidden\nreviews.share: 97.5',
    approach: 'One form for concerns.',
    priorities: 'Reading\nFewer sessions lost',
  }),
  last: { term: 'Summer 2026', asOf: '2026-07-01', figures: readLeading('send: 58') },
  year: { term: 'Autumn 2025', asOf: '2025-11-20', figures: readLeading('send: 55') },
  fewest: 5,
}
const objective = {
  ...blank(Objective, { title: 'Reviews in time', figure: 'reviews.share', start: 90, target: 100 }),
  key: 'O',
}
const heading = { ...blank(EvaluationHeading, { title: 'Inclusion', from: '2025-11-10' }), key: 'H' }

/** The papers of leading SEND, none of which is about a pupil. */
export const leadingOnPaper = (): [string, DocumentContent][] => [
  [
    'SEN information report',
    sirPaper({
      ...about,
      figures,
      fewest: 5,
      sections: [blank(ReportSection, { heading: 'kinds', text: 'Every kind.', showFigures: true })],
    }),
  ],
  ['report to governors', governorsPaper(report)],
  ['page for governors', governorsPage(report)],
  [
    'improvement plan',
    planPaper({
      ...about,
      figures,
      objectives: [objective],
      actions: [blank(PlanAction, { what: 'Set all dates in September', objective: 'O', by: '2026-10-01' })],
    }),
  ],
  [
    'self-evaluation',
    evaluationPaper({
      ...about,
      headings: [heading],
      evidence: [blank(Evidence, { heading: 'H', title: 'Reviews in time', says: 'strength' })],
    }),
  ],
]
