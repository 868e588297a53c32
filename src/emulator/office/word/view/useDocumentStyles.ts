import { makeStyles, tokens } from '@fluentui/react-components'

const field = {
  whiteSpace: 'pre-wrap',
  display: 'inline',
  padding: '0 1px',
  borderRadius: tokens.borderRadiusSmall,
  ':focus': {
    outline: `1px solid ${tokens.colorStrokeFocus2}`,
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
  ':empty': { display: 'inline-block', minWidth: '0.6ch', minHeight: '1em' },
  '& ins': { color: tokens.colorPaletteGreenForeground1, textDecoration: 'underline' },
  '& del': { color: tokens.colorPaletteRedForeground1, textDecoration: 'line-through' },
} as const

/** The look of the document: a plain page, controls as outlined fields, everything from Fluent's tokens. */
export const useDocumentStyles = makeStyles({
  page: {
    maxWidth: '794px',
    minHeight: '600px',
    margin: '0 auto',
    padding: '40px 56px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow4,
    fontFamily: 'Aptos, Calibri, Carlito, "Segoe UI", sans-serif',
    fontSize: '15px',
    lineHeight: 1.5,
    '@media (max-width: 1100px)': { padding: '24px 28px' },
  },
  story: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  header: { borderBottom: `1px dashed ${tokens.colorNeutralStroke2}`, marginBottom: tokens.spacingVerticalL },
  footer: { borderTop: `1px dashed ${tokens.colorNeutralStroke2}`, marginTop: tokens.spacingVerticalXXL },
  field,
  placeholder: { ...field, color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
  paragraph: { margin: '0 0 8px', minHeight: '1.5em', position: 'relative' },
  heading: { fontWeight: tokens.fontWeightSemibold, margin: '18px 0 8px', lineHeight: 1.3 },
  listItem: { display: 'flex', gap: '8px', margin: '0 0 4px' },
  label: { minWidth: '1.4em', flexShrink: 0, userSelect: 'none' },
  table: { borderCollapse: 'collapse', width: '100%', margin: '8px 0 16px', tableLayout: 'fixed' },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    padding: '5px 8px',
    verticalAlign: 'top',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  headerCell: { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  control: {
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}`,
    padding: '0 3px',
  },
  blockControl: { padding: '3px 6px', marginBottom: '8px' },
  controlCell: { boxShadow: `inset 0 0 0 1px ${tokens.colorNeutralStrokeAccessible}` },
  title: {
    display: 'block',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    userSelect: 'none',
  },
  choice: {
    font: 'inherit',
    color: 'inherit',
    backgroundColor: tokens.colorNeutralBackground1,
    border: 'none',
    maxWidth: '100%',
  },
})
