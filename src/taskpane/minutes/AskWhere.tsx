import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** Asked in a card, never in a dialog over the document: what becomes of the text that is there. */
export const AskWhere = ({
  same,
  other,
  onWhere,
  onCancel,
}: {
  /** The document holds this review's minutes already. */
  same: boolean
  /** The document is about another review. */
  other: boolean
  onWhere: (where: 'replace' | 'end') => void
  onCancel: () => void
}) => {
  const styles = useStyles()
  const card = useRef<HTMLElement>(null)
  useEffect(() => card.current?.focus(), [])
  return (
    <section ref={card} className={styles.card} aria-labelledby="ask-where" tabIndex={-1}>
      <Text as="h2" id="ask-where" weight="semibold" className={styles.title}>
        This document has text already
      </Text>
      <Text>
        {other
          ? 'It is about another review. Open a new document for this one, or replace all that is here.'
          : same
            ? 'It holds the minutes of this review. Replacing them takes away what was typed and not read back.'
            : 'Replace all of it, or put the minutes after it.'}
      </Text>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance={same || other ? 'secondary' : 'primary'}
          onClick={() => onWhere('replace')}
        >
          Replace it
        </Button>
        {!same && !other && (
          <Button size="small" onClick={() => onWhere('end')}>
            Put them at the end
          </Button>
        )}
        <Button size="small" appearance={same || other ? 'primary' : 'secondary'} onClick={onCancel}>
          Leave it
        </Button>
      </div>
    </section>
  )
}
