import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useEffect, useId, useRef } from 'react'

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

export type Answer = {
  readonly words: string
  /** The answer that loses nothing stands out. */
  readonly main?: boolean
  onChosen(): void
}

/** Asked in a card beside the document, never in a dialog over it; the focus goes to it, so that it is read aloud. */
export const AskCard = ({
  title,
  answers,
  children,
}: {
  title: string
  answers: readonly Answer[]
  children: ReactNode
}) => {
  const styles = useStyles()
  const id = useId()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    card.current?.focus()
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section ref={card} className={styles.card} aria-labelledby={id} tabIndex={-1}>
      <Text as="h2" id={id} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
      <div className={styles.buttons}>
        {answers.map(({ words, main, onChosen }) => (
          <Button key={words} size="small" appearance={main ? 'primary' : 'secondary'} onClick={onChosen}>
            {words}
          </Button>
        ))}
      </div>
    </section>
  )
}
