import { inWords, t } from '../../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { ArrowRightRegular } from '@fluentui/react-icons'
import { type PointerEvent, useId, useState } from 'react'
import { Review } from '../../../domain/records/review.ts'
import { yearGroups } from '../../../domain/rules/codes.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { type ReviewState, reviewStates } from '../../../domain/rules/reviewMoves.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Notice } from '../../../ui/Loaded.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { type Line, markOf, stepWords } from '../lines.ts'
import { useDragging } from '../useDragging.ts'
import { MoveDialog } from './MoveDialog.tsx'

const useStyles = makeStyles({
  board: {
    display: 'flex',
    gap: '12px',
    overflowX: 'auto',
    alignItems: 'stretch',
    paddingBottom: '12px',
    '@media (max-width: 640px)': { flexDirection: 'column', overflowX: 'visible' },
  },
  column: {
    flex: '1 0 216px',
    minWidth: 0,
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    outline: '2px solid transparent',
    outlineOffset: '-2px',
    '@media (max-width: 640px)': { flexBasis: 'auto' },
  },
  empty: { flex: '0 0 112px', '@media (max-width: 640px)': { flexBasis: 'auto' } },
  over: { outlineColor: tokens.colorBrandStroke1 },
  head: { display: 'flex', gap: '8px', margin: '0 0 8px', alignItems: 'baseline' },
  cards: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
  },
  movable: { cursor: 'grab', userSelect: 'none' },
  dragged: { opacity: 0.5 },
  quiet: { color: tokens.colorNeutralForeground2 },
  move: { alignSelf: 'flex-start', minWidth: 0 },
})

const columns: readonly ReviewState[] = (Object.keys(reviewStates) as ReviewState[]).filter(
  (state) => state !== 'notDue',
)

/** Open reviews by the state in which they are. A card moves on by the act that the state stands for, never by itself. */
export const Board = ({ lines }: { lines: readonly Line[] }) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Review)
  const [withClosed, setWithClosed] = useState(false)
  const [moving, setMoving] = useState<{ line: Line; to: ReviewState } | null>(null)
  const shown = columns.filter((state) => withClosed || state !== 'closed')
  const { dragged, over, grab } = useDragging((key, to) => {
    const line = lines.find(({ review }) => review.key === key)
    if (line && line.standing.state !== to) setMoving({ line, to: to as ReviewState })
  })
  if (lines.length === 0)
    return (
      <Notice
        title={t`No review is open`}
        todo={t`A review begins on the pupil’s page, under Reviews, or in the plan.`}
      />
    )
  const after = ({ standing: { state } }: Line): ReviewState =>
    columns[Math.min(columns.indexOf(state) + 1, columns.length - 1)]!
  return (
    <>
      <div>
        <ToggleButton
          shape="circular"
          size="small"
          checked={withClosed}
          appearance={withClosed ? 'primary' : 'outline'}
          onClick={() => setWithClosed(!withClosed)}
        >{t`Closed reviews`}</ToggleButton>
      </div>
      {/* The columns scroll sideways: keys have to reach them. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.board} role="region" aria-label={t`Reviews by state`} tabIndex={0}>
        {shown.map((state) => {
          const own = lines.filter(({ standing }) => standing.state === state)
          return (
            <section
              key={state}
              data-drop={state}
              aria-label={inWords(reviewStates[state])}
              className={mergeClasses(
                styles.column,
                own.length === 0 && styles.empty,
                over === state && styles.over,
              )}
            >
              <div className={styles.head}>
                <Text as="h2" weight="semibold" style={{ margin: 0 }}>
                  {inWords(reviewStates[state])}
                </Text>
                <Text size={200} className={styles.quiet}>
                  {own.length}
                </Text>
              </div>
              <ul className={styles.cards}>
                {own.map((line) => (
                  <li
                    key={line.review.key}
                    className={mergeClasses(
                      styles.card,
                      mayWrite && styles.movable,
                      dragged === line.review.key && styles.dragged,
                    )}
                    {...(mayWrite
                      ? { onPointerDown: (event: PointerEvent) => grab(line.review.key, event) }
                      : {})}
                  >
                    <Card
                      line={line}
                      {...(mayWrite ? { onMove: () => setMoving({ line, to: after(line) }) } : {})}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      {moving && (
        <MoveDialog line={moving.line} to={moving.to} columns={columns} onClose={() => setMoving(null)} />
      )}
    </>
  )
}

/** `onMove` is left out where the person may only read. */
const Card = ({ line, onMove }: { line: Line; onMove?: () => void }) => {
  const styles = useStyles()
  const { href } = useGo()
  const { review, pupil, next, fix } = line
  const who = useId()
  const due = fix
    ? { words: fix.what, day: fix.day, why: fix.why }
    : next && { words: stepWords[next.step], day: next.due, why: next.why }
  return (
    <>
      <StatusMark {...markOf(line)} />
      <span id={who}>
        <Link href={href({ at: 'review', key: review.key, block: null })}>
          <PupilName pupil={pupil} />
        </Link>{' '}
        <Text size={200} className={styles.quiet}>
          {pupil.yearGroup && inWords(yearGroups[pupil.yearGroup])}
        </Text>
      </span>
      <Text size={200} className={styles.quiet}>
        {review.meetingDate ? t`Meeting ${showDay(review.meetingDate)}` : t`No meeting date yet`}
      </Text>
      {due && review.stage !== 'closed' && (
        <Text size={200}>
          {due.words} {due.day && (due.why ? <Why why={due.why}>{showDay(due.day)}</Why> : showDay(due.day))}
        </Text>
      )}
      {onMove && review.stage !== 'closed' && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.move}
          aria-describedby={who}
          icon={<ArrowRightRegular />}
          iconPosition="after"
          onClick={onMove}
        >{t`Move on`}</Button>
      )}
    </>
  )
}
