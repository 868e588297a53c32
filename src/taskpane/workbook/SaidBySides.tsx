import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { Personal } from '../../ui/hiddenDetails.tsx'
import type { CellDifference } from '../../documents/mapBack/differences.ts'

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '12px',
    alignItems: 'baseline',
    rowGap: '2px',
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-wrap' },
  both: { fontWeight: tokens.fontWeightSemibold },
})

const since = {
  sheet: null,
  record: 'The record changed since the map was made.',
  both: 'Both changed since the map was made.',
  unknown: 'It is not known which side changed.',
} as const

/** What the sheet says and what the record says; what the map said when it was made, where both have moved on. */
export const SaidBySides = ({ difference }: { difference: CellDifference }) => {
  const styles = useStyles()
  const side = (label: string, text: string) => (
    <>
      <Text as="strong" size={200} weight="regular" className={styles.label}>
        {label}
      </Text>
      <Text className={styles.value}>{text === '' ? t`Nothing` : <Personal>{text}</Personal>}</Text>
    </>
  )
  return (
    <>
      <div className={styles.sides}>
        {side(t`In the sheet`, difference.sheet)}
        {side(t`In the record`, difference.record)}
        {difference.since === 'both' && difference.then !== null && side(t`Before`, difference.then)}
      </div>
      {since[difference.since] && (
        <Text size={200} className={styles.both}>
          {since[difference.since]}
        </Text>
      )}
      {'ask' in difference.change && <Text>{difference.change.ask}</Text>}
    </>
  )
}
