import { t } from '../../words/t.ts'
import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import { Personal } from '../../ui/hiddenDetails.tsx'
import type { Way } from './decisions.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    minWidth: 0,
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
})

/** One thing that was found: where it stands, whose it is, what is said, and the ways to settle it. */
export const FoundCard = ({
  at,
  title,
  called,
  children,
  doubt,
  wrong,
  ways,
  chosen,
  after,
  onChosen,
}: {
  /** `J4`; null where there is no cell. */
  at: string | null
  title: string
  called: string
  children?: ReactNode
  /** To think about; it can be sent. */
  doubt?: string | undefined
  wrong?: string | null
  ways: readonly Way[]
  chosen: string | null
  /** What one of the ways needs said as well. */
  after?: ReactNode
  onChosen: (way: string) => void
}) => {
  const styles = useStyles()
  const id = useId()
  return (
    <article className={styles.card} aria-labelledby={id}>
      <Text as="h3" id={id} weight="semibold" className={styles.title}>
        {at === null ? title : `${at} · ${title}`}
      </Text>
      <Text size={200} className={styles.quiet}>
        <Personal>{called}</Personal>
      </Text>
      {children}
      {doubt && !wrong && <Text weight="semibold">{doubt}.</Text>}
      {wrong && (
        <Text role="alert" className={styles.wrong}>
          {wrong}
        </Text>
      )}
      {ways.length > 0 && (
        <RadioGroup
          aria-label={t`What becomes of ${at ?? title}, ${called}`}
          value={chosen ?? ''}
          onChange={(_, { value }) => onChosen(value)}
        >
          {ways.map((way) => (
            <Radio key={way.id} value={way.id} label={way.words} />
          ))}
        </RadioGroup>
      )}
      {after}
    </article>
  )
}
