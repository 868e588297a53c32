import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'

/** What a person types before anything is deleted. */
export const deleteWord = 'delete'

export const useCardStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '820px' },
  title: { ...typographyStyles.subtitle1, margin: 0, ':focus': { outline: 'none' } },
  notes: { margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  delete: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    '@media (forced-colors: active)': { backgroundColor: 'ButtonFace', color: 'ButtonText' },
  },
  word: { maxWidth: '260px' },
})
