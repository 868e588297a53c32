import { labelsOfPlan } from './labelsOfPlan.ts'
import { labelsOfPupil } from './labelsOfPupil.ts'
import { labelsOfViews } from './labelsOfViews.ts'

/** Ways to ask for each of several things. */
export type Labels = Readonly<Record<string, readonly string[]>>

/**
 * What forms call a fact. Each phrase is one way to ask for it; words in a phrase may stand in the label itself or in
 * the heading, row or column around it. Made from the headings that authorities' forms share (docs/authority-forms.md).
 */
export const labels: Labels = { ...labelsOfPupil, ...labelsOfViews, ...labelsOfPlan }
