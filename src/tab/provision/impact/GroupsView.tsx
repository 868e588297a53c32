import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Outcome } from '../../../domain/rules/analysisGroups.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { hiddenWords } from '../../../domain/rules/analysisHidden.ts'
import { showMain } from '../../../domain/rules/scoring.ts'
import { showNumber } from '../../../domain/rules/figure.ts'
import { StartToEnd } from '../../../ui/charts/StartToEnd.tsx'
import { groupsSummary } from './impactWords.ts'
import { gainUnits, outcomeTable, scaleWords } from './outcomeTable.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    maxWidth: '80ch',
  },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
})

/** One provision across its groups: where each began and ended, all its figures, and what they suggest in words. */
export const GroupsView = ({
  name,
  whole,
  parts,
  tool,
  safe,
  reading,
  onPaper = false,
}: {
  name: string
  whole: Outcome
  parts: readonly Outcome[]
  tool: AssessmentTool
  safe: boolean
  reading: boolean
  onPaper?: boolean
}) => {
  const styles = useStyles()
  const isHidden = (one: Outcome) => safe && one.hidden
  const shown = [...parts, ...(parts.length > 1 ? [whole] : [])]
  const summary = groupsSummary(whole, parts, name, gainUnits[tool.scale], safe)
  const other = whole.otherTool
  return (
    <div className={styles.all}>
      <StartToEnd
        title={`${name} across groups, ${tool.name}`}
        summary={summary}
        rows={shown.map((one) => ({
          name: one.name,
          start: isHidden(one) ? null : one.start.value,
          end: isHidden(one) ? null : one.end.value,
          without: isHidden(one) ? hiddenWords : 'nobody measured at both ends',
          strong: one === whole,
        }))}
        unit={`${scaleWords[tool.scale]}${tool.better === 'lower' ? ' (lower is better)' : ''}`}
        show={(value) =>
          tool.scale === 'age' ? showMain(value, tool) : showNumber(value, Number.isInteger(value) ? 0 : 1)
        }
        table={outcomeTable(parts, parts.length > 1 ? whole : null, tool, { first: 'Group', safe, reading })}
        note={`Only scores of ${tool.name} are compared.${other > 0 && !safe ? ` ${other} more were measured with another tool.` : ''}`}
        empty={`Nobody in ${name} has a start and an end on ${tool.name} in this period. Choose them on the pupil’s Progress page, or import scores.`}
        open={!onPaper}
        onPaper={onPaper}
      />
      <div>
        <Text as="h3" block weight="semibold" style={{ margin: 0 }}>
          What this suggests
        </Text>
        <Text block size={200} className={styles.quiet}>
          Suggestions from the figures. You decide what worked: nothing here is stored.
        </Text>
      </div>
      <ul className={styles.list}>
        {shown
          .filter((one) => !isHidden(one))
          .map((one) => (
            <li key={one.name}>
              <Text>{`${one.name}: ${one.words}`}</Text>
            </li>
          ))}
      </ul>
    </div>
  )
}
