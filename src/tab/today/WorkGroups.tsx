import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Day } from '../../domain/rules/day.ts'
import {
  countsFor,
  type Group,
  groups,
  isWhole,
  nextLater,
  type Show,
  shownGroups,
  type WorkList,
} from '../../domain/rules/today.ts'
import { nearDay } from '../../domain/rules/todayTypes.ts'
import { Personal, PupilName } from '../../ui/hiddenDetails.tsx'
import { Notice } from '../../ui/Loaded.tsx'
import { namesOf, nothingIn } from './words.ts'
import { WorkGroup } from './WorkGroup.tsx'
import type { Pupils } from './WorkRow.tsx'

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: '24px', paddingTop: '4px' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block', maxWidth: '640px' },
})

type Given = {
  readonly work: WorkList
  readonly show: Show | null
  readonly pupils: Pupils
  readonly today: Day
  /** Null until that is known. */
  readonly mayWrite: boolean | null
}

/** Which groups a filter can have lines in. */
const within: Record<Show, readonly Group[]> = {
  overdue: ['overdue'],
  week: ['overdue', 'week'],
  halfTerm: ['overdue', 'week', 'halfTerm'],
  authority: ['overdue', 'authority'],
  others: ['overdue', 'others'],
  records: ['records'],
}

/** The groups that a filter leaves, each as soon as it is read; and kind words where there is nothing. */
export const WorkGroups = ({ work, show, pupils, today, mayWrite }: Given) => {
  const styles = useStyles()
  const names = namesOf(work.periods)
  const shown = new Map(shownGroups(work, show).map(({ group, lines }) => [group, lines]))
  const asked = show ? within[show] : groups
  const given = { pupils, today, mayWrite }
  const nothing =
    asked.every((group) => !shown.has(group) && isWhole(work, group)) &&
    (show !== null || work.meetings.length === 0)
  const quiet =
    show === null &&
    !nothing &&
    work.meetings.length === 0 &&
    (['overdue', 'week'] as const).every((group) => !shown.has(group) && isWhole(work, group))
  /** What counts for a group and stands elsewhere, so that its count and the chip's agree. */
  const elsewhere = (group: Group): string | null => {
    const lines = shown.get(group) ?? []
    const count = work.lines.filter((line) => countsFor(line, group)).length - lines.length
    if (show !== null || count === 0) return null
    if (group === 'authority' || group === 'others') return t`${count} overdue, above`
    return group === 'week' || group === 'halfTerm' ? t`${count} that others owe, below` : null
  }
  if (nothing) return <Nothing work={work} show={show} pupils={pupils} today={today} />
  return (
    <div className={styles.groups}>
      {quiet && (
        <Text className={styles.quiet}>
          <b>{t`Nothing is overdue, and nothing is due this week.`}</b>{' '}
          <Next work={work} pupils={pupils} today={today} />
        </Text>
      )}
      {show === null && (work.meetings.length > 0 || !isWhole(work, 'meetings')) && (
        <WorkGroup
          title={t`Meetings today`}
          lines={work.meetings}
          whole={isWhole(work, 'meetings')}
          {...given}
        />
      )}
      {asked
        .filter((group) => shown.has(group) || !isWhole(work, group))
        .map((group) => (
          <WorkGroup
            key={`${group} ${show}`}
            title={names[group]}
            note={elsewhere(group)}
            lines={shown.get(group) ?? []}
            whole={isWhole(work, group)}
            {...given}
          />
        ))}
    </div>
  )
}

type About = Pick<Given, 'work' | 'pupils' | 'today'>

const Next = ({ work, pupils, today }: About) => {
  const next = nextLater(work)
  if (!next?.day) return null
  const pupil = pupils.get(next.pupils[0] ?? '')
  return (
    <>
      {t`Next:`} {next.typed ? <Personal>{next.what}</Personal> : next.what}
      {pupil && next.pupils.length === 1 && (
        <>
          {t` for`} <PupilName pupil={pupil} short />
        </>
      )}
      , {nearDay(next.day, today)}.
    </>
  )
}

const Nothing = ({ show, ...given }: About & { show: Show | null }) =>
  show ? (
    <Notice {...nothingIn[show]} />
  ) : (
    <>
      <Notice
        title={t`Nothing is due this week`}
        todo={t`Nothing is overdue, nobody owes you anything, and your records are up to date.`}
      />
      <Text block style={{ paddingLeft: 24 }}>
        <Next {...given} />
      </Text>
    </>
  )
