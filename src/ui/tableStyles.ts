import { makeStyles, tokens } from '@fluentui/react-components'

/** Pixels: what draws only the rows in sight reckons with these. */
export const rowHeight = 32
export const headHeight = 36

/** How a dense table looks: heads that stay, rows of one height, a first column that stays. */
export const useTableStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: '200px',
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: 0 },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: `${headHeight}px`,
    padding: 0,
    textAlign: 'left',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  row: {
    height: `${rowHeight}px`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
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
    fontVariantNumeric: 'tabular-nums',
  },
  first: {
    position: 'sticky',
    left: 0,
    backgroundColor: 'inherit',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
  },
})
