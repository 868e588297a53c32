import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  ArrowRightFilled,
  CheckmarkFilled,
  CircleFilled,
  CircleHalfFillFilled,
  CircleRegular,
  SubtractRegular,
} from '@fluentui/react-icons'
import type { DueStatus } from '../domain/rules/reviewDue.ts'

const shapes = {
  overdue: CircleFilled,
  late: CircleFilled,
  dueSoon: CircleHalfFillFilled,
  onTrack: CircleRegular,
  done: CheckmarkFilled,
  authority: ArrowRightFilled,
  unknown: SubtractRegular,
} as const

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    whiteSpace: 'nowrap',
    // Some words of duties are longer than a phone is wide beside anything else.
    '@media (max-width: 480px)': { whiteSpace: 'normal' },
  },
  shape: { flexShrink: 0, fontSize: '14px' },
  overdue: { color: tokens.colorStatusDangerForeground1 },
  late: { color: tokens.colorStatusDangerForeground1 },
  dueSoon: { color: tokens.colorPaletteDarkOrangeForeground1 },
  onTrack: { color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  authority: { color: tokens.colorBrandForeground1 },
  unknown: { color: tokens.colorNeutralForeground3 },
})

/** A status said three ways: a word, a shape, a colour. */
export const StatusMark = ({ status, word }: { status: DueStatus; word: string }) => {
  const styles = useStyles()
  const Shape = shapes[status]
  return (
    <span className={styles.mark}>
      <Shape aria-hidden className={mergeClasses(styles.shape, styles[status])} />
      <span>{word}</span>
    </span>
  )
}
