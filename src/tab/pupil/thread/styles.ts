import { makeStyles, tokens } from '@fluentui/react-components'

/** How the thread looks as a table, and on a phone as parts under one another. */
export const useThreadStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    width: '100%',
    minWidth: '860px',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    '& th': {
      textAlign: 'left',
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground2,
      fontSize: tokens.fontSizeBase200,
      padding: '6px 16px 6px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    },
    '& td': {
      verticalAlign: 'top',
      padding: '10px 16px 10px 0',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    // On a phone one part lies under another, each with its own heading.
    '@media (max-width: 640px)': {
      minWidth: 0,
      '& thead': { display: 'none' },
      '&, & tbody, & tr, & td': { display: 'block' },
      '& tr': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
      '& td': { padding: '6px 0', borderBottom: 'none' },
      '& td[data-part]::before': {
        content: 'attr(data-part)',
        display: 'block',
        fontSize: tokens.fontSizeBase200,
        fontWeight: tokens.fontWeightSemibold,
        color: tokens.colorNeutralForeground2,
      },
    },
  },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  break: { display: 'flex', alignItems: 'center', gap: '6px', flexWrap: 'wrap', paddingTop: '4px' },
  outcome: { color: tokens.colorNeutralForeground1, textAlign: 'left' },
  targets: {
    margin: '6px 0 0',
    paddingLeft: '18px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  words: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
    overflow: 'hidden',
  },
  warn: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  line: { display: 'block', paddingBottom: '6px' },
})
