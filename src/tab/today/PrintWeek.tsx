import { t } from '../../words/t.ts'
import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { createPortal } from 'react-dom'
import { showCount } from '../../domain/counted.ts'
import { shortName } from '../../domain/records/pupil.ts'
import { type Day, showWeekday } from '../../domain/rules/day.ts'
import { shownGroups, type WorkList } from '../../domain/rules/today.ts'
import { nearDay, type WorkLine } from '../../domain/rules/todayTypes.ts'
import { useHiddenDetails } from '../../ui/hiddenDetails.tsx'
import { useServices } from '../../ui/services.tsx'
import type { Pupils } from './WorkRow.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'

const onPaper = { ...teamsLightTheme, fontFamilyBase: "'Segoe UI', sans-serif" }

/** More lines of one kind than anybody ticks off by hand: the rest is counted, and stands on the screen. */
const most = 60

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '6px', fontSize: '11px', lineHeight: '15px' },
  title: { margin: 0 },
  head: { margin: '6px 0 2px', fontSize: '13px', breakAfter: 'avoid' },
  count: { fontWeight: 400 },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& tr': { breakInside: 'avoid' },
    '& td': { padding: '1px 8px 1px 0', borderBottom: '1px solid #c8c8c8', verticalAlign: 'top' },
    '& td:first-child': { width: '14px' },
    '& td:nth-child(2)': { width: '110px' },
    '& td:nth-child(3)': { width: '120px' },
  },
  foot: { borderTop: '1px solid #767676', paddingTop: '4px', breakBefore: 'avoid' },
})

/** Two letters where names are hidden. */
const initials = (name: string) =>
  name
    .split(' ')
    .map((part) => `${part.slice(0, 1)}.`)
    .join(' ')

const named = { overdue: 'Overdue', week: 'Due this week', others: 'Waiting on others' } as const

/** What stands on the page. */
export const weekOf = (work: WorkList): { readonly title: string; readonly lines: readonly WorkLine[] }[] => {
  const shown = shownGroups(work, null)
  return [
    { title: t`Meetings today`, lines: work.meetings },
    ...(['overdue', 'week', 'others'] as const).map((group) => ({
      title: named[group],
      lines: shown.find((each) => each.group === group)?.lines ?? [],
    })),
  ].filter(({ lines }) => lines.length > 0)
}

/** The week on paper, on as many pages as it takes, names short, with a box to tick; only while the printing goes on, and never in sight. */
export const PrintWeek = ({
  work,
  pupils,
  today,
  onDone,
}: {
  work: WorkList
  pupils: Pupils
  today: Day
  onDone: () => void
}) => {
  const styles = useStyles()
  const { school } = useServices()
  const { hidden } = useHiddenDetails()
  usePrinting(onDone)
  const who = ({ pupils: keys }: WorkLine) => {
    const pupil = pupils.get(keys[0] ?? '')
    if (keys.length > 1) return t`${keys.length} pupils`
    if (!pupil) return t`The school`
    return hidden ? initials(shortName(pupil)) : shortName(pupil)
  }
  const groups = weekOf(work)
  const all = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  return createPortal(
    <FluentProvider theme={onPaper} className="paper">
      <article className={styles.page}>
        <Text
          as="h1"
          size={500}
          weight="semibold"
          className={styles.title}
        >{t`My week · ${showWeekday(today)}`}</Text>
        {all === 0 && <p>{t`Nothing is overdue or due this week.`}</p>}
        {groups.map(({ title, lines }) => (
          <section key={title}>
            <h2 className={styles.head}>
              {title} <span className={styles.count}>{showCount(lines.length)}</span>
            </h2>
            <table className={styles.table}>
              <tbody>
                {lines.slice(0, most).map((line) => (
                  <tr key={line.id}>
                    <td>☐</td>
                    <td>{line.meeting?.time ?? (line.day ? nearDay(line.day, today) : t`No date`)}</td>
                    <td>{who(line)}</td>
                    <td>
                      {[line.typed && hidden ? t`An action` : line.what, line.detail]
                        .filter(Boolean)
                        .join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {lines.length > most && (
              <p>{t`And ${showCount(lines.length - most)} more, which stand on the screen.`}</p>
            )}
          </section>
        ))}
        <Text
          size={100}
          className={styles.foot}
        >{t`${school.name}. Confidential: keep it safe, and shred it when the week is over.`}</Text>
      </article>
    </FluentProvider>,
    document.body,
  )
}
