import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ScorePlan } from '../../../../importing/scores/checkScores.ts'
import {
  type ScoreMapping,
  type ScoreTarget,
  scoreTargets,
} from '../../../../importing/scores/scoreHeadings.ts'
import { TypeAhead } from '../../../../ui/controls/TypeAhead.tsx'
import { Personal } from '../../../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    maxWidth: '820px',
    tableLayout: 'fixed',
    '& th, & td': {
      textAlign: 'left',
      padding: '4px 12px 4px 0',
      verticalAlign: 'middle',
      overflowWrap: 'anywhere',
    },
    '& thead th': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  opener: { alignSelf: 'start', paddingLeft: '4px' },
})

const options = Object.entries(scoreTargets).map(([key, text]) => ({ key, text }))

/** Which column is what: guessed from the headings, put right by hand. Open by itself while something is missing. */
export const ScoreHeadings = ({
  plan: { table, mapping, missing },
  onMapping,
}: {
  plan: ScorePlan
  onMapping: (mapping: ScoreMapping) => void
}) => {
  const styles = useStyles()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? missing.length > 0
  const matched = mapping.filter((target) => target !== null).length
  const set = (at: number, target: ScoreTarget | null) =>
    onMapping(mapping.map((now, i) => (i === at ? target : now === target ? null : now)))
  return (
    <>
      {missing.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            The list doesn’t say {missing.join(', nor ')}. Choose it for the whole list above, or say below
            which column has it.
          </MessageBarBody>
        </MessageBar>
      )}
      <Button
        appearance="transparent"
        className={styles.opener}
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        onClick={() => setChosen(!open)}
      >
        Headings: {matched} of {table.headings.length} matched
      </Button>
      {open && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">In the file</th>
              <th scope="col">For example</th>
              <th scope="col">Goes to</th>
            </tr>
          </thead>
          <tbody>
            {table.headings.map((heading, at) => (
              // Columns have no other name than their place: two may have the same heading.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <th scope="row">{heading || `Column ${at + 1}`}</th>
                <td className={styles.quiet}>
                  <Personal>
                    {table.rows.find(({ cells }) => cells[at]?.trim())?.cells[at]?.slice(0, 40) ?? ''}
                  </Personal>
                </td>
                <td>
                  <TypeAhead
                    label={`${heading || `Column ${at + 1}`} goes to`}
                    options={options}
                    value={mapping[at] ?? null}
                    required={false}
                    readOnly={false}
                    onChosen={(key) => set(at, key as ScoreTarget | null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
