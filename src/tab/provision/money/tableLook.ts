import { makeStyles, tokens } from '@fluentui/react-components'

/** On a phone, or at 200%, a row is a block of its own: the last column is the one that matters most. */
const narrow = '@media screen and (max-width: 760px)'

/**
 * How the tables of money look: numbers to the right, names that wrap, a foot with the sum. Where they are narrow each
 * cell names its column (`data-label`); it stays a table to a screen reader, as browsers keep what it is however it is
 * drawn.
 */
export const useTableLook = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '1100px', '@media print': { overflow: 'visible' } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    [narrow]: {
      display: 'block',
      '& tbody, & tfoot': { display: 'block' },
      '& thead': {
        position: 'absolute',
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      },
      '& tr': {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(102px, 1fr))',
        gap: '4px 16px',
        padding: '10px 0',
        borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      },
      '& tbody th': { gridColumn: '1 / -1', fontWeight: tokens.fontWeightSemibold },
      '& td, & tbody th': { display: 'block', padding: 0, border: 'none', textAlign: 'left' },
      '& td[data-label]::before': {
        content: 'attr(data-label)',
        display: 'block',
        fontSize: tokens.fontSizeBase200,
        fontWeight: tokens.fontWeightRegular,
        color: tokens.colorNeutralForeground2,
      },
    },
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
