import { makeStyles, tokens } from '@fluentui/react-components'

export const useRowCardStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  done: { backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: 'flex', flexDirection: 'column' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  says: { display: 'flex', flexDirection: 'column', gap: '6px', margin: 0 },
  said: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  // Three of them stand in one line of a pane of 320 px.
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', '& > button': { minWidth: 0 } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', minWidth: 0 },
})
