import { Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { DueStatus } from '../../../domain/rules/reviewDue.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useStepStyles } from './stepStyles.ts'

/** Who or what in a step has got how far. */
export type StatusRow = {
  readonly key: string
  readonly status: DueStatus
  readonly word: string
  readonly name: ReactNode
  readonly beside: ReactNode
}

/** How far each person or paper of a step is. */
export const StatusList = ({ label, rows }: { label: string; rows: readonly StatusRow[] }) => {
  const styles = useStepStyles()
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map(({ key, status, word, name, beside }) => (
        <li key={key} className={styles.row}>
          <StatusMark status={status} word={word} />
          <span>
            {name}{' '}
            <Text size={200} className={styles.quiet}>
              {beside}
            </Text>
          </span>
        </li>
      ))}
    </ul>
  )
}
