import { t } from '../../words/t.ts'
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { ClockRegular } from '@fluentui/react-icons'
import { type Planned, timingOf } from '../../domain/rules/meetingAgenda.ts'
import { clockTime } from '../words.ts'
import { useNow } from './useNow.ts'

const useStyles = makeStyles({
  timer: { display: 'inline-flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground2 },
  over: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** How this part stands against the agenda: words, no sounds. */
export const Timer = ({ planned, began }: { planned: Planned; began: number }) => {
  const styles = useStyles()
  const now = useNow()
  const { ends, left, over } = timingOf(planned, began, now)
  return (
    <Text className={mergeClasses(styles.timer, over && styles.over)} role="timer">
      <ClockRegular aria-hidden />
      {over
        ? t`${1 - left} min over; was to end at ${clockTime(new Date(ends))}`
        : t`${left} min left, until ${clockTime(new Date(ends))}`}
    </Text>
  )
}
