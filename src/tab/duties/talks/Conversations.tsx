import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, SearchBox, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { showCount } from '../../../domain/counted.ts'
import { folded } from '../../../domain/folded.ts'
import { fullName } from '../../../domain/records/pupil.ts'
import {
  type TalkRow,
  talkRows,
  type TalkState,
  talkStates,
  talkWords,
} from '../../../domain/rules/conversations.ts'
import { showDay } from '../../../domain/rules/day.ts'
import type { DueStatus } from '../../../domain/rules/reviewDue.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { narrowRows, narrowTable } from '../../../ui/narrowTable.ts'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Why } from '../../../ui/Why.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { LeaveMenu } from '../LeaveMenu.tsx'
import { ListLeaving, type Way } from '../ListLeaving.tsx'
import { useTalkQueries } from './useTalks.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px' },
  says: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  count: { marginLeft: '6px', fontVariantNumeric: 'tabular-nums' },
  look: { width: 'min(240px, 100%)' },
  end: { marginLeft: 'auto' },
  wide: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: '7px 16px 7px 4px',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
    [narrowTable]: narrowRows,
  },
})

const marks: Record<TalkState, DueStatus> = {
  overdue: 'overdue',
  due: 'dueSoon',
  later: 'onTrack',
  done: 'done',
}
const isTalkState = (word: string | null): word is TalkState =>
  (talkStates as readonly (string | null)[]).includes(word)

const held = ({ talk }: TalkRow): string => talk.done.map(({ day }) => showDay(day)).join(', ')
const count = ({ talk }: TalkRow): string => t`${talk.done.length} of ${talk.asked}`

/** The conversations about SEN support that this school year asks for, over the school: held, due, overdue. */
export const Conversations = ({ query }: { query: URLSearchParams }) => {
  const styles = useStyles()
  const today = useServices().today()
  return (
    <section className={styles.part} aria-label={t`Conversations`}>
      <Text
        className={styles.says}
      >{t`Parents of pupils with SEN support are met at least three times a year. Here is how many were held and by when the next one is due. A conversation counts from the contact log, the chronology, or a review of a plan to which parents came.`}</Text>
      <Loaded queries={useTalkQueries()} shape={<Waiting />}>
        {(pupils, entries, cycles, calendar) => (
          <>
            <Unreadable listings={[pupils, entries, cycles]} />
            <Whole
              rows={talkRows(pupils.records, entries.records, cycles.records, calendar, today)}
              query={query}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}

const Whole = ({ rows, query }: { rows: readonly TalkRow[]; query: URLSearchParams }) => {
  const styles = useStyles()
  const { go, href } = useGo()
  const [looked, setLooked] = useState('')
  const [leaving, setLeaving] = useState<Way | null>(null)
  const wanted = query.get('show')
  const state = isTalkState(wanted) ? wanted : null
  const show = (next: TalkState | null) =>
    go(
      {
        at: 'duties',
        place: 'with',
        duty: 'conversations',
        ...(next ? { query: new URLSearchParams({ show: next }) } : {}),
      },
      true,
    )
  const shown = rows.filter(
    (row) =>
      (state === null || row.state === state) &&
      folded([fullName(row.pupil), row.pupil.className].filter(Boolean).join(' ')).includes(folded(looked)),
  )
  if (rows.length === 0)
    return (
      <Notice
        title={t`No pupil has SEN support`}
        todo={t`Conversations are asked for with the parents of pupils whose status is SEN support. Others have their annual review.`}
      />
    )
  const head = [t`Pupil`, t`Class`, t`Held this year`, t`On`, t`How it stands`, t`Next by`]
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.bar} role="group" aria-label={t`Show only`}>
          {talkStates.map((each) => (
            <ToggleButton
              key={each}
              shape="circular"
              size="small"
              checked={state === each}
              appearance={state === each ? 'primary' : 'outline'}
              onClick={() => show(state === each ? null : each)}
            >
              {talkWords[each]}{' '}
              <b className={styles.count}>{showCount(rows.filter((row) => row.state === each).length)}</b>
            </ToggleButton>
          ))}
        </div>
        <SearchBox
          size="small"
          className={styles.look}
          aria-label={t`Look for a pupil or class`}
          placeholder={t`Look for a pupil or class`}
          dismiss={{ 'aria-label': t`clear` }}
          value={looked}
          onChange={(_, { value }) => setLooked(value)}
        />
        <output>
          <Text>{t`${shown.length} of ${rows.length}`}</Text>
        </output>
        <div className={styles.end}>
          <LeaveMenu disabled={shown.length === 0} onWay={setLeaving} />
        </div>
      </div>
      {leaving && (
        <ListLeaving
          key={leaving}
          words={t`Conversations with parents`}
          head={head}
          lines={shown.map((row) => [
            fullName(row.pupil),
            row.pupil.className ?? '',
            count(row),
            held(row),
            talkWords[row.state],
            row.talk.due ? showDay(row.talk.due) : '',
          ])}
          pupils={shown.map(({ pupil }) => pupil)}
          way={leaving}
          onDone={() => setLeaving(null)}
        />
      )}
      {shown.length === 0 ? (
        <Notice
          title={t`Nothing here`}
          todo={t`No pupil is as you look for it.`}
          action={
            <Button
              onClick={() => {
                setLooked('')
                show(null)
              }}
            >{t`Show all`}</Button>
          }
        />
      ) : (
        <div className={styles.wide}>
          <table className={styles.table}>
            <thead>
              <tr>
                {head.map((words) => (
                  <th key={words} scope="col">
                    {words}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.pupil.key}>
                  <th scope="row">
                    <Link href={href({ at: 'pupil', key: row.pupil.key, section: 'plan' })}>
                      <PupilName pupil={row.pupil} />
                    </Link>
                  </th>
                  <td data-label={head[1]}>{row.pupil.className}</td>
                  <td data-label={head[2]}>{count(row)}</td>
                  <td data-label={head[3]}>{held(row)}</td>
                  <td data-label={head[4]}>
                    <StatusMark status={marks[row.state]} word={talkWords[row.state]} />
                  </td>
                  <td data-label={head[5]}>
                    <Why why={row.talk.why}>{row.talk.due ? showDay(row.talk.due) : t`Why`}</Why>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
