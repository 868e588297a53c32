import { makeStyles, tokens } from '@fluentui/react-components'
import { narrowRows, narrowTable } from '../../../ui/narrowTable.ts'

/** How the tables of provision look: numbers to the right, names that wrap, a foot with the sum. */
export const useTableLook = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '1100px', '@media print': { overflow: 'visible' } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    [narrowTable]: narrowRows,
  },
  head: {
    textAlign: 'left',
    padding: '6px 12px 6px 0',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'nowrap',
  },
  cell: {
    padding: '6px 12px 6px 0',
    textAlign: 'left',
    verticalAlign: 'middle',
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  foot: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})
