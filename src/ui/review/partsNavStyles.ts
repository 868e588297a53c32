import { makeStyles, tokens } from '@fluentui/react-components'

/** The parts of a review one below the other, each a link with a mark: in the review and in its meeting. */
export const usePartsNavStyles = makeStyles({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    borderLeft: '3px solid transparent',
    // Forced colours would draw what is transparent: every link would look like the one where somebody is.
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    ':hover': { textDecorationLine: 'none', backgroundColor: tokens.colorNeutralBackground3 },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  filled: { color: tokens.colorStatusSuccessForeground1 },
  // For a screen reader; the mark says it to everybody else.
  heard: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})
