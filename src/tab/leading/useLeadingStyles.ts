import { makeStyles, tokens } from '@fluentui/react-components'
import { narrowRows, narrowTable } from '../../ui/narrowTable.ts'

/** What the parts beside a duty’s list or form look like. */
export const useLeadingStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '900px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    justifyContent: 'space-between',
    alignItems: 'center',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      padding: '6px 16px 6px 4px',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      fontVariantNumeric: 'tabular-nums',
    },
    '& thead th': { color: tokens.colorNeutralForeground2 },
    [narrowTable]: narrowRows,
  },
})
