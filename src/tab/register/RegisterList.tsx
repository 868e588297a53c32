import { inWords, t } from '../../words/t.ts'
import { Button, Checkbox, Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { fullName } from '../../domain/records/pupil.ts'
import { Personal, useHiddenDetails } from '../../ui/hiddenDetails.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useGo } from '../routes.ts'
import { Due, Name } from './cells.tsx'
import { type Column, type ColumnOf, columns as columnsOf } from './columns.ts'
import type { Row } from './rows.ts'
import { type Selection, tickedAmong } from './selection.ts'

const tickWidth = 44

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '8px', marginLeft: '-8px' },
  all: { flexShrink: 0 },
  sort: { display: 'flex', alignItems: 'center', gap: '4px', marginLeft: 'auto', minWidth: 0 },
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  scroll: { flexGrow: 1, minHeight: '200px', overflowY: 'auto', margin: '0 -12px' },
  // A thumb may press anywhere in the row, but for its box and the why of its date.
  name: { '::after': { content: '""', position: 'absolute', inset: 0 } },
  due: { alignSelf: 'flex-start', position: 'relative', zIndex: 1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  ticks: { paddingLeft: `${tickWidth}px` },
  box: {
    position: 'absolute',
    zIndex: 1,
    left: 0,
    top: 0,
    bottom: 0,
    width: `${tickWidth}px`,
    display: 'flex',
    justifyContent: 'center',
    paddingTop: '12px',
    cursor: 'pointer',
  },
  tick: {
    width: '18px',
    height: '18px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'inherit',
  },
})

/** What says itself what it is; every other fact has its heading in front. */
const plain: readonly Column[] = ['year', 'class', 'status', 'need', 'needs']

const Fact = ({ row, column }: { row: Row; column: Column }) => {
  const of: ColumnOf = columnsOf[column]
  const text = plain.includes(column) ? of.text(row) : `${inWords(of.words)}: ${of.text(row)}`
  return of.personal ? <Personal>{text}</Personal> : text
}

/** The register on a phone: the same rows, one under another, with the columns that were chosen as facts in a line. */
export const RegisterList = ({
  rows,
  columns,
  sort,
  down,
  selection,
  onSort,
}: {
  rows: readonly Row[]
  columns: readonly Column[]
  sort: Column
  down: boolean
  /** Null where nothing can be done with many rows. */
  selection: Selection | null
  /** The column that is sorted by already turns the order round. */
  onSort: (column: Column) => void
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const { hidden } = useHiddenDetails()
  const facts = columns.filter((column) => column !== 'name' && column !== 'due')
  const sorts = columns.includes(sort) ? columns : [...columns, sort]
  return (
    <>
      <div className={styles.head}>
        {selection && (
          <Checkbox
            className={styles.all}
            label={t`Select all shown`}
            checked={tickedAmong(rows, selection.keys)}
            onChange={() => selection.toggleAll(rows)}
          />
        )}
        <span className={styles.sort}>
          <Select
            size="small"
            aria-label={t`Order by`}
            className={styles.choice}
            value={sort}
            onChange={(_, { value }) => onSort(value as Column)}
          >
            {sorts.map((column) => (
              <option key={column} value={column}>
                {inWords(columnsOf[column].words)}
              </option>
            ))}
          </Select>
          <Button
            size="small"
            appearance="subtle"
            icon={down ? <ArrowDownRegular /> : <ArrowUpRegular />}
            aria-label={down ? t`Last first: turn round` : t`First first: turn round`}
            onClick={() => onSort(sort)}
          />
        </span>
      </div>
      <VirtualList
        rows={rows}
        keyOf={({ pupil }) => pupil.key}
        height={72}
        scroll={styles.scroll}
        label={t`SEND register`}
        {...(selection ? { row: styles.ticks } : {})}
      >
        {(row) => {
          const told = facts.filter((column) => columnsOf[column].text(row) !== '')
          return (
            <>
              {selection && (
                <label className={styles.box}>
                  <input
                    type="checkbox"
                    className={styles.tick}
                    aria-label={t`Select ${hidden ? t`this pupil` : fullName(row.pupil)}`}
                    checked={selection.keys.has(row.pupil.key)}
                    onChange={() => selection.toggle(row.pupil.key)}
                  />
                </label>
              )}
              <Link
                className={styles.name}
                href={href({ at: 'pupil', key: row.pupil.key, section: 'thread' })}
              >
                <Name row={row} />
              </Link>
              {told.length > 0 && (
                <Text size={200} className={styles.quiet}>
                  {told.map((column, i) => (
                    <span key={column}>
                      {i > 0 && ' · '}
                      <Fact row={row} column={column} />
                    </span>
                  ))}
                </Text>
              )}
              {columns.includes('due') && row.due && (
                <Text size={200} className={styles.due}>
                  <Due due={row.due} wrap />
                </Text>
              )}
            </>
          )
        }}
      </VirtualList>
    </>
  )
}
