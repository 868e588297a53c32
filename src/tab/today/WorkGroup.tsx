import { t } from '../../words/t.ts'
import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components'
import { type ReactNode, useId, useMemo, useState } from 'react'
import { counted, showCount } from '../../domain/counted.ts'
import type { Day } from '../../domain/rules/day.ts'
import { foldedByPupil } from '../../domain/rules/today.ts'
import type { WorkLine } from '../../domain/rules/todayTypes.ts'
import { Later } from '../../ui/Loaded.tsx'
import { type Pupils, WorkRow } from './WorkRow.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', gap: '8px', flexWrap: 'wrap' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyle: 'none',
    margin: '4px 0 0',
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  shape: { display: 'grid', gap: '14px', padding: '12px 4px' },
  all: { margin: '6px 0' },
})

/** Rows that a long list begins with, and how many more a press brings. */
const few = 10
const many = 100

/** What a group's lines will look like, while they are read. */
const Shape = () => {
  const styles = useStyles()
  return (
    <div aria-busy="true">
      <Later>
        <Skeleton aria-label={t`Reading`} className={styles.shape}>
          <SkeletonItem size={16} />
          <SkeletonItem size={16} style={{ width: '80%' }} />
        </Skeleton>
      </Later>
    </div>
  )
}

/** One group of the list with its heading; a long one begins with its first rows. */
export const WorkGroup = ({
  title,
  note,
  lines,
  whole,
  pupils,
  today,
  mayWrite,
}: {
  title: ReactNode
  /** What else belongs to it and stands elsewhere. */
  note?: string | null
  lines: readonly WorkLine[]
  /** False while some of it is still being read. */
  whole: boolean
  pupils: Pupils
  today: Day
  /** Null until that is known. */
  mayWrite: boolean | null
}) => {
  const styles = useStyles()
  const id = useId()
  const [reach, setReach] = useState(few)
  const rows = useMemo(() => foldedByPupil(lines), [lines])
  const left = rows.length - reach
  return (
    <section>
      <div className={styles.head}>
        <Text as="h2" id={id} size={400} weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Text size={200} className={styles.quiet}>
          {whole ? counted(lines.length, 'thing') : t`Still reading`}
          {note && ` · ${note}`}
        </Text>
      </div>
      {rows.length > 0 && (
        <ul className={styles.list} aria-labelledby={id}>
          {rows.slice(0, reach).map((row) => (
            <WorkRow
              key={row[0]!.pupils.length === 1 ? row[0]!.pupils[0] : row[0]!.id}
              lines={row}
              pupils={pupils}
              today={today}
              mayWrite={mayWrite}
            />
          ))}
        </ul>
      )}
      {!whole && <Shape />}
      {left > 0 && (
        <Button size="small" className={styles.all} onClick={() => setReach(reach + many)}>
          {left <= many
            ? t`Show all ${showCount(rows.length)}`
            : t`Show ${many} more of ${showCount(rows.length)}`}
        </Button>
      )}
    </section>
  )
}
