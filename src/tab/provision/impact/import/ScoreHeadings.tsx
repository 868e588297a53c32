import type { ScorePlan } from '../../../../importing/scores/checkScores.ts'
import { type ScoreMapping, scoreTargets } from '../../../../importing/scores/scoreHeadings.ts'
import { Headings } from '../../../importing/Headings.tsx'

const options = Object.entries(scoreTargets).map(([key, text]) => ({ key, text }))

/** Which column of a list of scores is what. */
export const ScoreHeadings = ({
  plan: { table, mapping, missing },
  onMapping,
}: {
  plan: ScorePlan
  onMapping: (mapping: ScoreMapping) => void
}) => (
  <Headings
    table={table}
    mapping={mapping}
    options={options}
    missing={
      missing.length > 0
        ? `The list doesn’t say ${missing.join(', nor ')}. Choose it for the whole list above, or say below which column has it.`
        : null
    }
    onMapping={onMapping}
  />
)
