import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { changedWords } from '../../ui/changedWords.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  side: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  label: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  nothing: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  gone: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground2 },
  added: {
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
  },
})

/** The record's text and the document's, with the words that only one of them has marked by more than colour. */
export const Changed = ({ record, document }: { record: string; document: string }) => {
  const styles = useStyles()
  const stretches = changedWords(record, document)
  const side = (label: string, whole: string, which: 'first' | 'second') => {
    const Mark = which === 'first' ? 'del' : 'ins'
    return (
      <div className={styles.side}>
        <Text size={200} className={styles.label}>
          {label}
        </Text>
        {whole === '' ? (
          <Text className={styles.nothing}>{t`Nothing`}</Text>
        ) : (
          <Personal>
            <Text className={styles.text}>
              {stretches.map((stretch, at) =>
                stretch.both || stretch[which] === '' ? (
                  <span key={at}>{stretch[which]}</span>
                ) : (
                  <Mark key={at} className={which === 'first' ? styles.gone : styles.added}>
                    {stretch[which]}
                  </Mark>
                ),
              )}
            </Text>
          </Personal>
        )}
      </div>
    )
  }
  return (
    <>
      {side(t`In the record`, record, 'first')}
      {side(t`In the document`, document, 'second')}
    </>
  )
}
