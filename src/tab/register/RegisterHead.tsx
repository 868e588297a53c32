import { inWords, t } from '../../words/t.ts'
import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { memo, useMemo } from 'react'
import { type Column, columns as columnsOf } from './columns.ts'
import type { Look } from './gridStyles.ts'
import type { Row } from './rows.ts'
import { tickedAmong } from './selection.ts'

const useStyles = makeStyles({
  both: { display: 'flex', height: '100%', alignItems: 'center' },
  box: { margin: '0 -6px 0 2px', '& > div': { margin: '6px' } },
  sort: {
    width: '100%',
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '0 10px',
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
})

/** The heads of the register's columns, by which it is sorted. Not drawn anew while the rows scroll. */
export const RegisterHead = memo(
  ({
    rows,
    columns,
    sort,
    down,
    keys,
    look,
    onSelectAll,
    onSort,
  }: {
    rows: readonly Row[]
    columns: readonly Column[]
    sort: Column
    down: boolean
    /** Of the pupils ticked; null where nothing can be done with many rows. */
    keys: ReadonlySet<string> | null
    /** The same each time, as the functions. */
    look: Look
    onSelectAll: () => void
    onSort: (column: Column) => void
  }) => {
    const styles = useStyles()
    const ticked = useMemo(() => (keys ? tickedAmong(rows, keys) : false), [rows, keys])
    return (
      <div role="rowgroup" className={look.head}>
        <div role="row" aria-rowindex={1} className={look.heads}>
          {columns.map((column, i) => (
            <div
              key={column}
              role="columnheader"
              {...(i === 0 ? { 'aria-label': inWords(columnsOf[column].words) } : {})}
              aria-sort={sort === column ? (down ? 'descending' : 'ascending') : 'none'}
              className={i === 0 ? look.headFirst : look.headCell}
            >
              <span className={styles.both}>
                {i === 0 && keys && (
                  <Checkbox
                    className={styles.box}
                    aria-label={t`Select all shown`}
                    checked={ticked}
                    onChange={onSelectAll}
                  />
                )}
                <button type="button" className={styles.sort} onClick={() => onSort(column)}>
                  {inWords(columnsOf[column].words)}
                  {sort === column &&
                    (down ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden />)}
                </button>
              </span>
            </div>
          ))}
        </div>
      </div>
    )
  },
)
