import { tokens } from '@fluentui/react-components'

/** On a phone, or at 200%, a row is a block of its own: the last column is the one that matters most. */
export const narrowTable = '@media screen and (max-width: 760px)'

/**
 * How a table is drawn where it is narrow: each row a block headed by its name, each cell under the name of its column
 * (`data-label`). It stays a table to a screen reader, as browsers keep what it is however it is drawn.
 */
export const narrowRows = {
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
    height: 'auto',
    gridTemplateColumns: 'repeat(auto-fill, minmax(102px, 1fr))',
    gap: '4px 16px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  '& tbody th, & tfoot th': { gridColumn: '1 / -1', fontWeight: tokens.fontWeightSemibold },
  '& td, & tbody th, & tfoot th': {
    display: 'block',
    padding: 0,
    border: 'none',
    textAlign: 'left',
    height: 'auto',
    overflow: 'visible',
    whiteSpace: 'normal',
  },
  '& td[data-label]::before': {
    content: 'attr(data-label)',
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
} as const
