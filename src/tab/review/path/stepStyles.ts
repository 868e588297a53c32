import { makeStyles, tokens } from '@fluentui/react-components'

/** What the steps of a review's path look alike in: lists of who owes or has what, and cards with letters. */
export const useStepStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    maxWidth: '860px',
    padding: '14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})
