/**
 * Figures that an objective can be held to: they move by themselves as records do. Codes are ids of `leadingKinds`; the
 * words are theirs, kept plain as choices of a record are.
 */
export const objectiveFigures = {
  send: 'Pupils with SEND',
  'roll.share': 'Share of pupils on roll who have SEND',
  'plans.share': 'Share of EHC plans with nothing of a review overdue',
  'plans.overdue': 'EHC plans with something of a review overdue',
  'reviews.share': 'Share of annual reviews held within 12 months',
  'given.share': 'Share of planned support that was given in four weeks',
  'attendance.send': 'Mean attendance of pupils with SEND',
  'suspended.send': 'Pupils with SEND suspended this year',
  'cycles.open': 'Plans of the school that are open',
  'cycles.reviewed': 'Plans of the school reviewed in 12 months',
  'cycles.share': 'Share of reviewed plans that worked, or partly',
  'talks.held': 'Conversations with parents in 12 months',
  'referrals.waiting': 'Referrals still waiting to be seen',
  'ehcna.asked': 'EHC needs assessments asked for in 12 months',
  'actions.overdue': 'Actions of plans that are overdue',
} as const
export type ObjectiveFigure = keyof typeof objectiveFigures
