import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { FoundMap } from '../../host/excel.ts'

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

/** Asked in a card, never over the workbook: whether earlier maps stay. */
export const AskReplace = ({
  maps,
  onReplace,
  onBeside,
  onCancel,
}: {
  maps: readonly FoundMap[]
  onReplace: () => void
  onBeside: () => void
  onCancel: () => void
}) => {
  const styles = useStyles()
  const card = useRef<HTMLElement>(null)
  useEffect(() => card.current?.focus(), [])
  return (
    <section ref={card} className={styles.card} aria-labelledby="ask-replace" tabIndex={-1}>
      <Text as="h2" id="ask-replace" weight="semibold" className={styles.title}>
        {maps.length === 1
          ? 'This workbook has a map already'
          : `This workbook has ${maps.length} maps already`}
      </Text>
      {maps.map(({ id, about, sheets }) => (
        <Text key={id} size={200}>
          {about}: {sheets.slice(0, 3).join(', ')}
        </Text>
      ))}
      <Text>
        Replacing takes those sheets away, with whatever you changed on them. Your other sheets stay.
      </Text>
      <div className={styles.buttons}>
        <Button size="small" onClick={onReplace}>
          Replace
        </Button>
        <Button size="small" appearance="primary" onClick={onBeside}>
          Keep it and add this one
        </Button>
        <Button size="small" onClick={onCancel}>
          Leave it
        </Button>
      </div>
    </section>
  )
}
