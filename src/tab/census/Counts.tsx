import { inWords, t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { showCount } from '../../domain/counted.ts'
import type { CensusCheck } from '../../domain/rules/census.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { countWords } from './censusCsv.ts'

const useStyles = makeStyles({
  both: { display: 'flex', flexWrap: 'wrap', gap: '12px 40px', alignItems: 'flex-start' },
  title: { margin: 0 },
  table: {
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': { padding: '3px 16px 3px 0', textAlign: 'left', fontWeight: 'normal' },
    '& td': { textAlign: 'right' },
    '& thead th': { color: tokens.colorNeutralForeground2 },
    '& tbody tr': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '& tfoot tr': { borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
    '& tfoot th, & tfoot td': { fontWeight: tokens.fontWeightSemibold },
  },
})

/** Rows of primary needs, with what they add up to. */
export const needLines = (
  check: CensusCheck,
): { readonly name: string; readonly cells: readonly number[] }[] =>
  check.byNeed.map(({ type, plans, support }) => ({
    name: type ? inWords(needTypes[type]) : t`No type recorded`,
    cells: [plans, support, plans + support],
  }))
const sums = (lines: ReturnType<typeof needLines>) =>
  [0, 1, 2].map((at) => lines.reduce((sum, { cells }) => sum + cells[at]!, 0))

/** How many have which status, which adds up to the roll, and primary needs of those with SEN. */
export const Counts = ({ check }: { check: CensusCheck }) => {
  const styles = useStyles()
  const roll = showCount(check.rows.length)
  const lines = needLines(check)
  return (
    <div className={styles.both}>
      <Text>
        <strong>{roll}</strong> {t`on roll on that day: ${countWords(check.counts)}.`}
      </Text>
      {check.census === 'spring' && lines.length > 0 && (
        <table className={styles.table} aria-label={t`Primary needs`}>
          <thead>
            <tr>
              <th scope="col">{t`Primary type of need`}</th>
              <th scope="col">{t`EHC plan`}</th>
              <th scope="col">{t`SEN support`}</th>
              <th scope="col">{t`Both`}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((count, at) => (
                  <td key={at}>{showCount(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t`Together`}</th>
              {sums(lines).map((count, at) => (
                <td key={at}>{showCount(count)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </div>
  )
}
