import { t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { hiddenWords } from '../../../domain/rules/analysisHidden.ts'
import { gainUnits, showMain } from '../../../domain/rules/scoring.ts'
import { showNumber } from '../../../domain/rules/figure.ts'
import type { Outcome } from '../../../domain/rules/outcomeOf.ts'
import { StartToEnd } from '../../../ui/charts/StartToEnd.tsx'
import { groupsSummary } from './impactWords.ts'
import { outcomeTable, scaleWords } from './outcomeTable.ts'

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

const restOfGroups = t`Smaller groups`

/** One provision across its groups: where each began and ended, all its figures, and what they suggest in words. */
export const GroupsView = ({
  name,
  whole,
  parts,
  tool,
  outside,
  reading,
  onPaper = false,
}: {
  name: string
  whole: Outcome
  parts: readonly Outcome[]
  tool: AssessmentTool
  /** For readers outside: whether some groups are too small to be shown; null for readers inside. */
  outside: { readonly someHidden: boolean } | null
  reading: boolean
  onPaper?: boolean
}) => {
  const styles = useStyles()
  const withWhole = parts.length > 1 || outside?.someHidden
  const shown = [...parts, ...(withWhole ? [whole] : [])]
  const rest = outside?.someHidden ? restOfGroups : null
  const drawn = shown.map((one) => ({
    name: one.name,
    start: one.start.value,
    end: one.end.value,
    without: one.pupils === null && one.start.value === null ? hiddenWords : t`nobody measured at both ends`,
    strong: one === whole,
  }))
  if (rest !== null)
    drawn.splice(parts.length, 0, { name: rest, start: null, end: null, without: hiddenWords, strong: false })
  const other = whole.otherTool
  return (
    <div className={styles.all}>
      <StartToEnd
        title={t`${name} across groups, ${tool.name}`}
        summary={groupsSummary(whole, parts, name, gainUnits[tool.scale])}
        rows={drawn}
        unit={`${scaleWords[tool.scale]}${tool.better === 'lower' ? t` (lower is better)` : ''}`}
        ticks={tool.scale === 'age' ? 'months' : 'numbers'}
        show={(value) =>
          tool.scale === 'age' ? showMain(value, tool) : showNumber(value, Number.isInteger(value) ? 0 : 1)
        }
        table={outcomeTable(parts, withWhole ? whole : null, tool, { first: t`Group`, rest, reading })}
        note={[
          t`Only scores of ${tool.name} are compared.`,
          outside
            ? t`Groups are numbered, since their names may tell of a child.`
            : [
                other ? t`${other} more were measured with another tool.` : '',
                whole.times !== null && whole.pupils !== null && whole.times > whole.pupils
                  ? t`${whole.pupils} pupils had ${whole.times} lines of support: each counts once, with the latest line that was measured at both ends; who was in two groups counts in each.`
                  : '',
              ]
                .filter(Boolean)
                .join(' '),
        ]
          .filter(Boolean)
          .join(' ')}
        empty={
          outside
            ? t`${name}: too few pupils were measured with ${tool.name} in this year to show numbers.`
            : t`Nobody in ${name} has a start and an end on ${tool.name} in this period. Choose them on the pupil’s Progress page, or import scores.`
        }
        open={!onPaper}
        onPaper={onPaper}
      />
      <div>
        <Text as="h3" block weight="semibold" style={{ margin: 0 }}>{t`What this suggests`}</Text>
        <Text
          block
          size={200}
          className={styles.quiet}
        >{t`Suggestions from the figures. You decide what worked: nothing here is stored.`}</Text>
      </div>
      <ul className={styles.list}>
        {shown.map((one) => (
          <li key={one.name}>
            <Text>{`${one.name}: ${one.words}`}</Text>
          </li>
        ))}
      </ul>
    </div>
  )
}
