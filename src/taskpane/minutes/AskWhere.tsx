import { Text } from '@fluentui/react-components'
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
  onWhere: (where: 'replace' | 'end') => void
  onCancel: () => void
}) => {
  const loses = same || other
  const answers: Answer[] = [
    { words: 'Replace it', main: !loses, onChosen: () => onWhere('replace') },
    ...(loses ? [] : [{ words: 'Put them at the end', onChosen: () => onWhere('end') }]),
    { words: 'Leave it', main: loses, onChosen: onCancel },
  ]
  return (
    <AskCard title="This document has text already" answers={answers}>
      <Text>
        {other
          ? 'It is about another review. Open a new document for this one, or replace all that is here.'
          : same
            ? 'It holds the minutes of this review. Replacing them takes away what was typed and not read back.'
            : 'Replace all of it, or put the minutes after it.'}
      </Text>
      {also.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
    </AskCard>
  )
}
