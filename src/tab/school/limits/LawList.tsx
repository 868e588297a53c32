import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Day } from '../../../domain/rules/day.ts'
import { type LimitName, limits } from '../../../domain/rules/limitRows.ts'
import { lawOn, whyOf } from '../../../domain/rules/limits.ts'
import { spanWords } from '../../../domain/rules/spanWords.ts'
import { strengths } from '../../../ui/WhyBox.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '900px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(110px, 130px) minmax(0, 1fr)',
    gap: '2px 16px',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  span: { '::first-letter': { textTransform: 'uppercase' }, display: 'block' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Every limit that the dates rest on, as it stands today: how long, how binding, who says so. */
export const LawList = ({ today }: { today: Day }) => {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {(Object.keys(limits) as LimitName[]).map((name) => {
        const row = lawOn(name, today)
        const { rule, says, strength, source } = whyOf(name, row, {})
        return (
          <li key={name} className={styles.row}>
            <Text weight="semibold" className={styles.span}>
              {spanWords(row.span)}
            </Text>
            <div>
              <Text block>{says}</Text>
              <Text block size={200} className={styles.quiet}>
                {rule} · {strengths[strength]} · {source}
              </Text>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
