import { makeStyles, tokens } from '@fluentui/react-components'

export const useHeldStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '900px' },
  item: { padding: '10px 4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  buttons: { display: 'flex', gap: '8px', marginLeft: 'auto', '@media print': { display: 'none' } },
  reason: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  form: { padding: '12px 0' },
})
