import { t } from '../../../words/t.ts'
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useGo } from '../../routes.ts'
import type { Entry } from './days.ts'

const useStyles = makeStyles({
  entry: {
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    display: 'flex',
    columnGap: '8px',
  },
  worded: { flexDirection: 'column' },
  meeting: {
    padding: '1px 4px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  link: { color: tokens.colorNeutralForeground1 },
})

/** A meeting with its time, or a date of the law with whose it is. */
export const EntryLine = ({
  entry: { line, what, time, status },
  tabbable = true,
  narrow = false,
}: {
  entry: Entry
  tabbable?: boolean
  /** In a day of the grid, where a line holds few words. */
  narrow?: boolean
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const meeting = what === 'Meeting'
  const word = status === 'overdue' ? t`Overdue` : ''
  return (
    <span
      className={mergeClasses(
        styles.entry,
        meeting && styles.meeting,
        narrow && !meeting && word !== '' && styles.worded,
      )}
    >
      {!meeting && <StatusMark status={status} word={word} />}
      <Link
        className={styles.link}
        tabIndex={tabbable ? 0 : -1}
        href={href({ at: 'review', key: line.review.key, block: null })}
      >
        {meeting ? (time ?? t`Meeting`) : `${what}:`} <PupilName pupil={line.pupil} short />
      </Link>
    </span>
  )
}
