import { makeStyles, tokens } from '@fluentui/react-components'

export const useQueueStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '4px' },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '1080px' },
  row: {
    display: 'grid',
    gridTemplateColumns: '36px minmax(170px, 1.2fr) minmax(190px, 1.4fr) 120px 190px',
    gap: '2px 12px',
    alignItems: 'center',
    padding: '6px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 820px)': { gridTemplateColumns: '36px minmax(0, 1fr)' },
  },
  // On a phone what follows the name stands under it, not under the box.
  under: { '@media (max-width: 820px)': { gridColumn: 2 } },
  buttons: {
    display: 'flex',
    gap: '8px',
    flexWrap: 'wrap',
    alignItems: 'center',
    '@media print': { display: 'none' },
  },
  bar: {
    display: 'flex',
    gap: '12px',
    flexWrap: 'wrap',
    alignItems: 'center',
    position: 'sticky',
    bottom: 0,
    padding: '8px 4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    maxWidth: '1080px',
    '@media print': { display: 'none' },
  },
  form: { padding: '8px 0 16px' },
})
