import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { calledName } from '../../domain/records/pupil.ts'
import { needTypes, senStatuses, yearGroups } from '../../domain/rules/codes.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { type ReviewDue, statusWords } from '../../domain/rules/reviewDue.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Why } from '../../ui/Why.tsx'
import type { Column, Row } from './rows.ts'

const useStyles = makeStyles({
  due: { display: 'inline-flex', gap: '8px', alignItems: 'center', minWidth: 0 },
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
        {due.what} {due.day && (due.why ? <Why why={due.why}>{showDay(due.day)}</Why> : showDay(due.day))}
        {due.planned && ` (planned ${shortDay(due.planned, due.day!)})`}
      </span>
    </span>
  )
}

export const shortYear = (row: Row): string => (row.pupil.yearGroup ? yearGroups[row.pupil.yearGroup] : '')
const day = (value: string | null) => (value ? showDay(value) : '')

/** What each column shows of a row. */
export const cells: Record<Exclude<Column, 'name'>, (row: Row) => ReactNode> = {
  year: shortYear,
  class: ({ pupil }) => pupil.className ?? '',
  status: ({ pupil }) => senStatuses[pupil.status],
  need: ({ need }) => (need ? needTypes[need] : ''),
  due: ({ due }) => due && <Due due={due} />,
  upn: ({ pupil }) => <Personal>{pupil.upn ?? ''}</Personal>,
  born: ({ pupil }) => <Personal>{showDay(pupil.dateOfBirth)}</Personal>,
  plan: ({ pupil }) => day(pupil.planIssued),
  adult: ({ pupil }) => pupil.keyAdult ?? '',
}

/** Pixels; the last column takes what is left. */
export const widths: Record<Column, number> = {
  name: 240,
  year: 90,
  class: 90,
  status: 116,
  need: 272,
  due: 440,
  upn: 136,
  born: 116,
  plan: 128,
  adult: 160,
}
