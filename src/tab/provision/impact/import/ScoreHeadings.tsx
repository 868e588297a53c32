import { t } from '../../../../words/t.ts'
import type { ImportTable } from '../../../../importing/importFile.ts'
import { type ScoreMapping, scoreTargets } from '../../../../importing/scores/scoreHeadings.ts'
import { Headings } from '../../../importing/Headings.tsx'

const options = Object.entries(scoreTargets).map(([key, text]) => ({ key, text }))

/** Which column of a list of scores is what. */
export const ScoreHeadings = ({
  table,
  mapping,
  missing,
  onMapping,
}: {
  table: ImportTable
  mapping: ScoreMapping
  /** What neither a column nor the whole list says. */
  missing: readonly string[]
  onMapping: (mapping: ScoreMapping) => void
}) => (
  <Headings
    table={table}
    mapping={mapping}
    options={options}
    missing={
      missing.length > 0
        ? t`The list doesn’t say ${missing.join(', nor ')}. Choose it for the whole list above, or say below which column has it.`
        : null
    }
    onMapping={onMapping}
  />
)
