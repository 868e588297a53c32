import { t } from '../../words/t.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { fullName } from '../../domain/records/pupil.ts'
import { useHiddenDetails } from '../../ui/hiddenDetails.tsx'
import { rowHeight, useTableStyles } from '../../ui/tableStyles.ts'
import { useGo } from '../routes.ts'
import { Cell, Name } from './cells.tsx'
import { type Column, type ColumnOf, columns as columnsOf } from './columns.ts'
import type { Row } from './rows.ts'

const focused = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } as const

const useStyles = makeStyles({
  ticked: { backgroundColor: tokens.colorBrandBackground2 },
  here: {
    backgroundColor: tokens.colorNeutralBackground3,
    '& > th': { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  },
  both: { display: 'flex', alignItems: 'center', minWidth: 0 },
  // The label is what a finger hits: the box alone is too small.
  box: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: `${rowHeight}px`,
    height: `${rowHeight - 1}px`,
    marginLeft: '-10px',
    cursor: 'pointer',
  },
  tick: {
    width: '16px',
    height: '16px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'inherit',
  },
  link: {
    color: tokens.colorNeutralForeground1,
    display: 'block',
    // The whole of the cell that is not the tick opens the pupil.
    flexGrow: 1,
    lineHeight: `${rowHeight - 1}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorBrandForegroundLink, textDecorationLine: 'underline' },
    ':focus-visible': focused,
  },
})

/** What a cell may have no room for, for the pointer; never what names a child. */
const wholeOf = (row: Row, column: Exclude<Column, 'name'>): string | undefined => {
  const of: ColumnOf = columnsOf[column]
  return of.personal || column === 'due' ? undefined : of.text(row) || undefined
}

/**
 * One pupil as a line of the register; its link is where the keys stand. Plain elements, and drawn anew only when it
 * changes: a hundred of them pass by in a second of scrolling.
 */
export const RegisterRow = memo(
  ({
    row,
    index,
    here,
    columns,
    slides,
    ticked,
    onTick,
    onHere,
  }: {
    row: Row
    index: number
    here: boolean
    columns: readonly Column[]
    /** Whether the columns slide sideways under the name. */
    slides: boolean
    /** Whether it is ticked; undefined where rows can't be. */
    ticked: boolean | undefined
    /** The same functions each time. */
    onTick: (key: string) => void
    onHere: (index: number) => void
  }) => {
    const styles = useStyles()
    const table = useTableStyles()
    const { href } = useGo()
    const { hidden } = useHiddenDetails()
    return (
      <tr
        data-row
        data-here={here ? '' : undefined}
        aria-rowindex={index + 2}
        className={mergeClasses(table.row, here && styles.here, ticked === true && styles.ticked)}
      >
        {columns.map((column) =>
          column === 'name' ? (
            <th
              key={column}
              scope="row"
              {...(hidden ? {} : { 'aria-label': fullName(row.pupil) })}
              className={mergeClasses(table.cell, slides && table.first)}
            >
              <span className={styles.both}>
                {ticked !== undefined && (
                  <label className={styles.box}>
                    <input
                      type="checkbox"
                      className={styles.tick}
                      aria-label={t`Select ${hidden ? t`row ${index + 1}` : fullName(row.pupil)}`}
                      checked={ticked}
                      tabIndex={here ? 0 : -1}
                      onChange={() => onTick(row.pupil.key)}
                    />
                  </label>
                )}
                <a
                  className={styles.link}
                  href={href({ at: 'pupil', key: row.pupil.key, section: 'thread' })}
                  tabIndex={here ? 0 : -1}
                  onFocus={() => onHere(index)}
                >
                  <Name row={row} />
                </a>
              </span>
            </th>
          ) : (
            <td key={column} className={table.cell} title={wholeOf(row, column)}>
              <Cell row={row} column={column} />
            </td>
          ),
        )}
      </tr>
    )
  },
)
