import { Checkbox, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useGo } from '../routes.ts'
import { cells, Name } from './cells.tsx'
import type { Column, Row } from './rows.ts'
import { fullName } from '../../domain/records/pupil.ts'
import { useHiddenDetails } from '../../ui/hiddenDetails.tsx'

/** Pixels: the grid reckons with it. */
export const rowHeight = 32

const useStyles = makeStyles({
  row: {
    height: `${rowHeight}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
  ticked: { backgroundColor: tokens.colorBrandBackground2 },
  here: {
    backgroundColor: tokens.colorNeutralBackground3,
    '& > th': { boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  },
  cell: {
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    padding: '0 10px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  name: {
    position: 'sticky',
    left: 0,
    backgroundColor: 'inherit',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  both: { display: 'flex', alignItems: 'center', minWidth: 0 },
  box: { margin: '0 4px 0 -8px', '& > div': { margin: '6px' } },
  link: {
    color: tokens.colorNeutralForeground1,
    display: 'block',
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
  const { href } = useGo()
  const { hidden } = useHiddenDetails()
  return (
    <tr
      data-row
      data-here={here ? '' : undefined}
      aria-rowindex={index + 2}
      className={mergeClasses(styles.row, here && styles.here, ticked === true && styles.ticked)}
    >
      {columns.map((column) =>
        column === 'name' ? (
          <th key={column} scope="row" className={mergeClasses(styles.cell, styles.name)}>
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
          <td key={column} className={styles.cell}>
            {cells[column](row)}
          </td>
        ),
      )}
    </tr>
  )
}
