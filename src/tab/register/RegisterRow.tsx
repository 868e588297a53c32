import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useGo } from '../routes.ts'
import { cells, Name } from './cells.tsx'
import type { Column, Row } from './rows.ts'

/** Pixels: the grid reckons with it. */
export const rowHeight = 32

const useStyles = makeStyles({
  row: {
    height: `${rowHeight}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
  },
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
  onHere,
}: {
  row: Row
  index: number
  here: boolean
  columns: readonly Column[]
  onHere: () => void
}) => {
  const styles = useStyles()
  const { href } = useGo()
  return (
    <tr
      data-row
      data-here={here ? '' : undefined}
      aria-rowindex={index + 2}
      className={mergeClasses(styles.row, here && styles.here)}
    >
      {columns.map((column) =>
        column === 'name' ? (
          <th key={column} scope="row" className={mergeClasses(styles.cell, styles.name)}>
            <Link
              className={styles.link}
              href={href({ at: 'pupil', key: row.pupil.key, section: 'thread' })}
              tabIndex={here ? 0 : -1}
              onFocus={onHere}
            >
              <Name row={row} />
            </Link>
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
