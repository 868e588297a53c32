import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { DueStatus } from '../../domain/rules/reviewDue.ts'
import { StatusMark } from '../StatusMark.tsx'
import { type LineGroup, type Mark, markWords } from './line.ts'

const shapes: Record<Mark, DueStatus> = {
  good: 'done',
  look: 'dueSoon',
  wrong: 'overdue',
  told: 'onTrack',
  open: 'unknown',
}

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 170px) minmax(160px, 240px) 1fr',
    gap: '2px 16px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // In the pane, on a phone and at 200%: one under another.
    '@media (max-width: 760px)': { gridTemplateColumns: '1fr' },
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  result: { overflowWrap: 'anywhere', minWidth: 0 },
  todo: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** The lines of the checks, group by group; each says its mark in words, as a shape and in colour. */
export const Lines = ({ groups }: { groups: readonly LineGroup[] }) => {
  const styles = useStyles()
  return groups.map(({ title, lines }) => (
    <section key={title} className={styles.group} aria-label={title}>
      <Text as="h3" size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <ul className={styles.list}>
        {lines.map(({ id, what, result, mark, todo }) => (
          <li key={id} className={styles.line}>
            <StatusMark status={shapes[mark]} word={markWords[mark]} />
            <span className={styles.what}>{what}</span>
            <span className={styles.result}>
              {result}
              {todo && <span className={styles.todo}>{todo}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ))
}
