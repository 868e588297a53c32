import { Checkbox, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useGo } from '../routes.ts'
import { rowHeight, useTableStyles } from '../../ui/tableStyles.ts'
import { Cell, Name } from './cells.tsx'
import type { Column } from './columns.ts'
import type { Row } from './rows.ts'
import { fullName } from '../../domain/records/pupil.ts'
import { useHiddenDetails } from '../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  ticked: { backgroundColor: tokens.colorBrandBackground2 },
  here: {
    backgroundColor: tokens.colorNeutralBackground3,
    '& > th': { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  },
  both: { display: 'flex', alignItems: 'center', minWidth: 0 },
  box: { margin: '0 4px 0 -8px', '& > div': { margin: '6px' } },
  link: {
    color: tokens.colorNeutralForeground1,
    display: 'block',
    // The whole of the cell that is not the tick opens the pupil.
    flexGrow: 1,
    lineHeight: `${rowHeight - 1}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    ':hover': { color: tokens.colorBrandForegroundLink },
  },
})

/** One pupil as a line of the register; its link is where the keys stand. */
export const RegisterRow = ({
  row,
  index,
  here,
  columns,
  ticked,
  onTick,
  onHere,
}: {
  row: Row
  index: number
  here: boolean
  columns: readonly Column[]
  /** Whether it is ticked; undefined where rows can't be. */
  ticked: boolean | undefined
  onTick: () => void
  onHere: () => void
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
          <th key={column} scope="row" className={mergeClasses(table.cell, table.first)}>
            <span className={styles.both}>
              {ticked !== undefined && (
                <Checkbox
                  className={styles.box}
                  aria-label={`Select ${hidden ? `row ${index + 1}` : fullName(row.pupil)}`}
                  checked={ticked}
                  tabIndex={here ? 0 : -1}
                  onChange={onTick}
                />
              )}
              <Link
                className={styles.link}
                href={href({ at: 'pupil', key: row.pupil.key, section: 'thread' })}
                tabIndex={here ? 0 : -1}
                onFocus={onHere}
              >
                <Name row={row} />
              </Link>
            </span>
          </th>
        ) : (
          <td key={column} className={table.cell}>
            <Cell row={row} column={column} />
          </td>
        ),
      )}
    </tr>
  )
}
