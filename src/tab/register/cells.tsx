import { inWords, t } from '../../words/t.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { calledName } from '../../domain/records/pupil.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { type ReviewDue, statusWords } from '../../domain/rules/reviewDue.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Why } from '../../ui/Why.tsx'
import { type Column, type ColumnOf, columns } from './columns.ts'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  // The why of a date is a target for a finger too: as high as the row lets it be.
  due: {
    display: 'inline-flex',
    gap: '8px',
    alignItems: 'center',
    minWidth: 0,
    '& button': { minHeight: '24px' },
  },
  wrap: { flexWrap: 'wrap', rowGap: 0 },
  what: { color: tokens.colorNeutralForeground2 },
})

/** Preferred name first; the surname, by which the list is sorted, stands out. */
export const Name = ({ row: { pupil } }: { row: Row }) => (
  <Personal>
    {calledName(pupil)} <strong>{pupil.surname}</strong>
  </Personal>
)

/** Without the year where it is that of the day beside it. */
const shortDay = (day: Day, beside: Day): string =>
  day.slice(0, 4) === beside.slice(0, 4) ? showDay(day).replace(` ${day.slice(0, 4)}`, '') : showDay(day)

/** A status, what it is about, and the day with its reason. */
export const Due = ({ due, wrap = false }: { due: ReviewDue; wrap?: boolean }) => {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.due, wrap && styles.wrap)}>
      <StatusMark status={due.status} word={statusWords[due.status]} />
      <span className={styles.what}>
        {inWords(due.what)}{' '}
        {due.day && (due.why ? <Why why={due.why}>{showDay(due.day)}</Why> : showDay(due.day))}
        {due.planned && t` (planned ${shortDay(due.planned, due.day!)})`}
      </span>
    </span>
  )
}

/** What a column shows of a row, as plain text but for the next date. `text`: what the column says of it. */
export const Cell = ({ row, column, text }: { row: Row; column: Column; text: string }) => {
  if (column === 'due') return row.due && <Due due={row.due} />
  const of: ColumnOf = columns[column]
  return of.personal ? <Personal>{text}</Personal> : text
}
