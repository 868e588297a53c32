import { t } from '../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { type Where, wordCan } from '../../host/word.ts'
import { type Answer, AskCard } from '../AskCard.tsx'

/** What becomes of the text that the document has already. */
export const AskWhere = ({
  same,
  other,
  also,
  onWhere,
  onCancel,
}: {
  /** The document holds this review's minutes already. */
  same: boolean
  /** The document is about another review. */
  other: boolean
  /** What goes with its text, or stays. */
  also: readonly string[]
  onWhere: (where: Where) => void
  onCancel: () => void
}) => {
  const loses = same || other
  const answers: Answer[] = [
    { words: t`Replace it`, main: !loses, onChosen: () => onWhere('replace') },
    ...(loses
      ? []
      : [
          ...(wordCan().atCursor ? [{ words: t`At the cursor`, onChosen: () => onWhere('cursor') }] : []),
          { words: t`At the end`, onChosen: () => onWhere('end') },
        ]),
    { words: t`Leave it`, main: loses, onChosen: onCancel },
  ]
  return (
    <AskCard title={t`This document has text already`} answers={answers}>
      <Text>
        {other
          ? t`It is about another review. Open a new document for this one, or replace all that is here.`
          : same
            ? t`It holds the minutes of this review. Replacing them takes away what was typed and not read back.`
            : t`Replace all of it, or put the minutes after the line with the cursor, or at the end.`}
      </Text>
      {also.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </AskCard>
  )
}
