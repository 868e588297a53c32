import { inWords, t } from '../../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  SearchBox,
  Select,
  Spinner,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { Review } from '../../../domain/records/review.ts'
import { yearGroups } from '../../../domain/rules/codes.ts'
import { showDay, showWeekday } from '../../../domain/rules/day.ts'
import { monthWords } from '../../../domain/rules/plannerWords.ts'
import { type ReviewState, reviewStates } from '../../../domain/rules/reviewMoves.ts'
import type { Why as Reason } from '../../../domain/rules/why.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Notice } from '../../../ui/Loaded.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { type Line, markOf, stepVerbs, stepWords } from '../lines.ts'
import { type Filter, filterOf, owners, queryOf, shownLines } from './filter.ts'

const ManyMinutes = lazy(async () => ({ default: (await import('../batch/ManyMinutes.tsx')).ManyMinutes }))

const useStyles = makeStyles({
  filters: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  search: { width: '220px', maxWidth: '100%' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns:
      '140px minmax(150px, 1.2fr) minmax(150px, 1fr) 130px minmax(160px, 1fr) minmax(150px, auto)',
    gap: '2px 16px',
    alignItems: 'center',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 521px) and (max-width: 900px)': { gridTemplateColumns: '1fr 1fr' },
    '@media (max-width: 520px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  month: { margin: '16px 0 0', padding: '0 4px' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

const openStates = (Object.keys(reviewStates) as ReviewState[]).filter(
  (state) => state !== 'notDue' && state !== 'closed',
)

/** Every review, by what is due next: searched by name, narrowed by state, by whose turn it is, by what is late. */
export const ReviewList = ({ lines, query }: { lines: readonly Line[]; query: URLSearchParams }) => {
  const styles = useStyles()
  const { go } = useGo()
  const [typed, setTyped] = useState('')
  const [many, setMany] = useState<readonly Line[] | null>(null)
  const filter = filterOf(query)
  const change = (changes: Partial<Filter>) =>
    go({ at: 'reviews', query: queryOf({ ...filter, ...changes }) }, true)
  const shown = shownLines(lines, filter, typed)
  const narrowed = filter.state || filter.owner || filter.late || typed.trim() !== ''
  const chip = (words: string, on: boolean, changes: Partial<Filter>) => (
    <ToggleButton
      shape="circular"
      size="small"
      checked={on}
      appearance={on ? 'primary' : 'outline'}
      onClick={() => change(changes)}
    >
      {words}
    </ToggleButton>
  )
  return (
    <>
      <search className={styles.filters}>
        <SearchBox
          dismiss={{ 'aria-label': t`clear` }}
          className={styles.search}
          size="small"
          aria-label={t`Search reviews by name`}
          placeholder={t`Search by name`}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
        {!filter.closed && (
          <Select
            size="small"
            aria-label={t`Where it stands`}
            value={filter.state ?? ''}
            onChange={(_, { value }) => change({ state: (value || null) as ReviewState | null })}
          >
            <option value="">{t`Every state`}</option>
            {openStates.map((state) => (
              <option key={state} value={state}>
                {inWords(reviewStates[state])}
              </option>
            ))}
          </Select>
        )}
        {!filter.closed &&
          (['school', 'authority'] as const).map((owner) => (
            <span key={owner}>
              {chip(owners[owner], filter.owner === owner, { owner: filter.owner === owner ? null : owner })}
            </span>
          ))}
        {!filter.closed && chip(t`Late`, filter.late, { late: !filter.late })}
        {chip(t`By month`, filter.byMonth, { byMonth: !filter.byMonth })}
        {chip(t`Closed reviews`, filter.closed, {
          closed: !filter.closed,
          state: null,
          owner: null,
          late: false,
        })}
      </search>
      {shown.length === 0 ? (
        <Notice
          title={
            narrowed
              ? t`No review fits all of this`
              : filter.closed
                ? t`No closed review yet`
                : t`No review is open`
          }
          todo={
            narrowed
              ? t`Take a filter away, or search for part of a name.`
              : t`A review begins on the pupil’s page, under Reviews, or in the plan.`
          }
        />
      ) : (
        <Groups lines={shown} byMonth={filter.byMonth} />
      )}
      <div className={styles.foot}>
        <output>
          <Text size={200} className={styles.quiet}>
            {counted(shown.length, 'review')}
          </Text>
        </output>
        {shown.length > 1 && !many && (
          <Button size="small" onClick={() => setMany(shown)}>{t`Minutes of these ${shown.length}`}</Button>
        )}
      </div>
      {many && (
        <Suspense fallback={<Spinner size="tiny" label={t`Opening`} />}>
          <ManyMinutes lines={many} onClose={() => setMany(null)} />
        </Suspense>
      )}
    </>
  )
}

const Groups = ({ lines, byMonth }: { lines: readonly Line[]; byMonth: boolean }) => {
  const styles = useStyles()
  const rows = (some: readonly Line[]) => (
    <ul className={styles.list}>
      {some.map((line) => (
        <ReviewLine key={line.review.key} line={line} />
      ))}
    </ul>
  )
  if (!byMonth) return rows(lines)
  const months = [...new Set(lines.map(({ day }) => day?.slice(0, 7) ?? null))]
  return months.map((month) => {
    const own = lines.filter(({ day }) => (day?.slice(0, 7) ?? null) === month)
    return (
      <section key={month ?? 'none'} aria-label={month ? monthWords(month) : t`No date yet`}>
        <Text as="h2" size={400} weight="semibold" block className={styles.month}>
          {month ? monthWords(month) : t`No date yet`}{' '}
          <Text size={200} className={styles.quiet}>
            {counted(own.length, 'review')}
          </Text>
        </Text>
        {rows(own)}
      </section>
    )
  })
}

const Dated = ({ words, day, why }: { words: string; day: string | null; why: Reason | null }) => (
  <>
    {words} {day && (why ? <Why why={why}>{showDay(day)}</Why> : showDay(day))}
  </>
)

const ReviewLine = ({ line }: { line: Line }) => {
  const styles = useStyles()
  const { href } = useGo()
  const { review, pupil, next, fix, standing } = line
  const open = review.stage !== 'closed'
  return (
    <li className={styles.row}>
      <StatusMark {...markOf(line)} />
      <span>
        <Link id={`review-${review.key}`} href={href({ at: 'review', key: review.key, block: null })}>
          <PupilName pupil={pupil} />
        </Link>{' '}
        <Text size={200} className={styles.quiet}>
          {[pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </span>
      <Text>
        {open && fix ? (
          <Dated words={inWords(fix.what)} day={fix.day} why={fix.why} />
        ) : (
          next && <Dated words={stepWords[next.step]} day={next.due} why={next.why} />
        )}
      </Text>
      <Text className={styles.quiet}>{inWords(reviewStates[standing.state])}</Text>
      <Text className={styles.quiet}>
        {review.meetingDate ? t`Meeting ${showWeekday(review.meetingDate)}` : t`No meeting date yet`}
        {review.meetingTime && `, ${review.meetingTime}`}
      </Text>
      <NextOf line={line} />
    </li>
  )
}

/** What to do about a review now, where it is the school's turn or the authority is late. */
const NextOf = ({ line }: { line: Line }) => {
  const { go } = useGo()
  const mayWrite = useMayWrite(Review)
  const { review, next, fix, standing } = line
  if (!mayWrite || review.stage === 'closed') return <span />
  const verb =
    review.meetingDate === null && review.stage === 'planning'
      ? { words: t`Set the date`, place: 'meeting' }
      : fix?.planned
        ? { words: t`Move the meeting`, place: 'meeting' }
        : next
          ? stepVerbs[next.step]
          : null
  if (!verb || (next?.owner === 'authority' && standing.overdue.length === 0)) return <span />
  return (
    <span>
      <Button
        size="small"
        aria-describedby={`review-${review.key}`}
        onClick={() => go({ at: 'review', key: review.key, block: verb.place })}
      >
        {verb.words}
      </Button>
    </span>
  )
}
