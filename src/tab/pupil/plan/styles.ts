import { makeStyles, tokens } from '@fluentui/react-components'

/** The look of a plan and its parts. */
export const usePlanStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '960px' },
  plain: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  between: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'baseline',
    justifyContent: 'space-between',
  },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    paddingTop: '14px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  here: { borderTop: `2px solid ${tokens.colorBrandStroke1}` },
  read: { display: 'flex', flexDirection: 'column', gap: '10px', margin: 0 },
  short: { display: 'flex', flexWrap: 'wrap', gap: '4px 28px', margin: 0 },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: 0 },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '760px' },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  said: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    padding: '2px 0 2px 12px',
    overflowWrap: 'anywhere',
  },
})
