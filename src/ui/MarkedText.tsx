import { t } from '../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stretch } from './changedWords.ts'
import { Personal } from './hiddenDetails.tsx'

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  nothing: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  only: {
    backgroundColor: 'transparent',
    color: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
  },
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
})

/**
 * One of two texts that were compared, with the words that only it has underlined and in heavier letters, and said to
 * be so to whoever listens.
 */
export const MarkedText = ({
  stretches,
  which,
}: {
  stretches: readonly Stretch[]
  which: 'first' | 'second'
}) => {
  const styles = useStyles()
  if (stretches.every((stretch) => stretch[which] === ''))
    return <Text className={styles.nothing}>{t`Nothing`}</Text>
  return (
    <Personal>
      <Text className={styles.text}>
        {stretches.map((stretch, at) =>
          stretch.both || stretch[which].trim() === '' ? (
            <span key={at}>{stretch[which]}</span>
          ) : (
            <span key={at}>
              <mark className={styles.only}>
                <span className={styles.heard}> {t`(only here:`} </span>
                {stretch[which].trimEnd()}
                <span className={styles.heard}>) </span>
              </mark>
              {stretch[which].slice(stretch[which].trimEnd().length)}
            </span>
          ),
        )}
      </Text>
    </Personal>
  )
}
