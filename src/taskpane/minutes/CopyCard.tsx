import { t } from '../../words/t.ts'
import { makeStyles, Text } from '@fluentui/react-components'
import { counted } from '../../domain/counted.ts'
import { AskCard } from '../AskCard.tsx'
import type { ToSend, Way } from './passing.ts'

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } })

/** What goes along with a copy that nothing ties to the record any more, told before it goes. */
export const CopyCard = ({
  copy: { gaps, changes, comments, of },
  onWay,
  onCancel,
}: {
  copy: ToSend
  onWay: (way: Way) => void
  onCancel: () => void
}) => {
  const styles = useStyles()
  const notes = [
    ...(gaps > 0
      ? [t`${counted(gaps, 'gap')} that nobody filled in: the words in brackets stay in the copy`]
      : []),
    ...(changes > 0
      ? [t`${counted(changes, 'tracked change')}: whoever opens the copy sees what was there before`]
      : []),
    ...(comments > 0 ? [t`${counted(comments, 'comment')}: they go along`] : []),
  ]
  return (
    <AskCard
      title={t`A clean copy to send`}
      answers={[
        { words: t`Download it`, main: notes.length === 0, onChosen: () => onWay('downloadClean') },
        { words: t`Save it to the library`, onChosen: () => onWay('saveClean') },
        { words: t`Leave it`, onChosen: onCancel },
      ]}
    >
      <Text>
        {of === 'document'
          ? t`It says what this document says, as plain text: no fields, and nothing that ties it to the record. This document stays as it is.`
          : t`This document holds no minutes of this review, so the copy is of the record’s: plain text, no fields.`}
      </Text>
      {notes.length > 0 && (
        <>
          <Text weight="semibold">{t`Still in it:`}</Text>
          <ul className={styles.list}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </AskCard>
  )
}
