import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  DocumentAddRegular,
  DocumentArrowLeftRegular,
  DocumentArrowRightRegular,
} from '@fluentui/react-icons'
import { typedWords } from './typedWords.ts'
import type { Watched } from './useWatch.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What stands where: typed in Word and not in the record, and what Word says of saving. Read, never announced. */
export const State = ({
  typed,
  rows,
  newer,
  inDocument,
  other,
  watched: { saved, answers },
  onReadBack,
  onUpdate,
  onInsert,
}: {
  /** How many fields were typed in Word and aren't in the record yet. */
  typed: number
  /** How many rows were added there and are no record yet. */
  rows: number
  /** How much of the record isn't in the document yet. */
  newer: number
  inDocument: boolean
  /** It holds parts of another review. */
  other: boolean
  watched: Watched
  onReadBack: () => void
  onUpdate: () => void
  onInsert: () => void
}) => {
  const styles = useStyles()
  return (
    <section className={styles.card} aria-label={t`What is stored`}>
      {other && (
        <Text>{t`This document holds parts of another review. Read back, under Minutes, shows which.`}</Text>
      )}
      {!inDocument && !other && (
        <>
          <Text>{t`The minutes of this review aren’t in this document yet.`}</Text>
          <div>
            <Button size="small" icon={<DocumentAddRegular />} onClick={onInsert}>{t`Go to Insert`}</Button>
          </div>
        </>
      )}
      {inDocument && typed + rows === 0 && (
        <Text>{t`All that is typed in this document is in the record.`}</Text>
      )}
      {inDocument && typed + rows > 0 && (
        <>
          <Text>{typedWords(typed, rows)}.</Text>
          <div>
            <Button
              size="small"
              icon={<DocumentArrowLeftRegular />}
              onClick={onReadBack}
            >{t`Read back`}</Button>
          </div>
        </>
      )}
      {inDocument && newer > 0 && (
        <>
          <Text>
            {newer === 1
              ? t`1 change of the record isn’t in this document yet.`
              : t`${newer} changes of the record aren’t in this document yet.`}
          </Text>
          <div>
            <Button size="small" icon={<DocumentArrowRightRegular />} onClick={onUpdate}>{t`Update`}</Button>
          </div>
        </>
      )}
      {!answers ? (
        <Text
          size={200}
          className={styles.quiet}
        >{t`Word hasn’t answered for a while. We look again by ourselves.`}</Text>
      ) : (
        saved !== null && (
          <Text size={200} className={styles.quiet}>
            {saved ? t`Word has saved this document.` : t`Word has changes here that it hasn’t saved yet.`}
          </Text>
        )
      )}
    </section>
  )
}
