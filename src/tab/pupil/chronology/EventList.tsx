import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { type ChronologyEvent, eventKinds } from '../../../domain/rules/chronology.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { footOf } from './passing.ts'
import { recordPlace } from './recordPlace.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '900px' },
  event: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) auto',
    gap: '2px 16px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  day: { '@media (max-width: 560px)': { gridColumn: '1 / -1' } },
  text: { display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  year: { margin: '16px 0 4px' },
})

/** Everything that happened, newest first by year, each with the way to where it is recorded. */
export const EventList = ({
  events,
  pupil,
  reviewOf,
  onEntry,
}: {
  events: readonly ChronologyEvent[]
  pupil: string
  /** The review of a person who was asked to one. */
  reviewOf: ReadonlyMap<string, string>
  /** Opens an entry that was written down by hand. */
  onEntry: (key: string) => void
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(ChronologyEntry)
  const { href } = useGo()
  return (
    <ul className={styles.list} aria-label={t`What happened`}>
      {events.map((event, i) => {
        const { id, day, kind, title, text, thirdParty, record } = event
        const year = day.slice(0, 4)
        return (
          <Fragment key={id}>
            {events[i - 1]?.day.slice(0, 4) !== year && (
              <li>
                <Text as="h2" size={400} weight="semibold" block className={styles.year}>
                  {year}
                </Text>
              </li>
            )}
            <li className={styles.event}>
              <Text className={styles.day}>{showDay(day)}</Text>
              <span>
                <Text block weight="semibold">
                  {title}
                  {thirdParty && t` · about or from another person`}
                </Text>
                {text && (
                  <Text className={styles.text}>
                    <Personal>{text}</Personal>
                  </Text>
                )}
                <Text size={200} className={styles.quiet}>
                  <Personal>{footOf(event) || eventKinds[kind]}</Personal>
                </Text>
              </span>
              {record.type === ChronologyEntry.name ? (
                <Button size="small" appearance="subtle" onClick={() => onEntry(record.key)}>
                  {mayWrite ? t`Change` : t`Open`}
                </Button>
              ) : (
                <Link
                  href={href(recordPlace(record, pupil, reviewOf))}
                  aria-label={t`Where it is recorded: ${eventKinds[kind]}, ${showDay(day)}`}
                >{t`Where`}</Link>
              )}
            </li>
          </Fragment>
        )
      })}
    </ul>
  )
}
