import { makeStyles, tokens } from '@fluentui/react-components'

/** How a screen looks that takes a file, shows what each row would do, and stores it. */
export const useImportStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '960px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // In sight below a long list: nobody scrolls past 200 rows for the button.
  buttons: {
    display: 'flex',
    gap: '8px',
    flexWrap: 'wrap',
    position: 'sticky',
    bottom: 0,
    padding: '10px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})
