import { t } from '../../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Review } from '../../../domain/records/review.ts'
import type { WeeklyLoad } from '../../../domain/records/weeklyLoad.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { consequencesOf, isImpossible } from '../../../domain/rules/plannerMoves.ts'
import { lawNoticeEnds } from '../../../domain/rules/plannerNotice.ts'
import type { NeededLoad, Place } from '../../../domain/rules/plannerTypes.ts'
import { planWords, warningsOf } from '../../../domain/rules/plannerWords.ts'
import { Loaded, Notice, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import type { Caseload } from '../ReviewsScreen.tsx'
import { useDragging } from '../useDragging.ts'
import { Consequences } from './Consequences.tsx'
import { LastBooking } from './LastBooking.tsx'
import { Loads } from './Loads.tsx'
import { Months } from './Months.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { NotInTime } from './NotInTime.tsx'
import { OutsidePlan } from './OutsidePlan.tsx'
import { placeIn } from './placeText.ts'
import { PrintPlan } from './PrintPlan.tsx'
import { useBooking } from './useBooking.ts'
import { useHold } from './useHold.ts'
import { type Planning, usePlan } from './usePlan.ts'
import { useWeeklyLoads } from './useWeeklyLoads.ts'
import type { Shared } from './shared.ts'
import { Weeks } from './Weeks.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  print: { marginLeft: 'auto' },
  follows: {
    position: 'fixed',
    right: '24px',
    bottom: '24px',
    zIndex: 10,
    width: '320px',
    maxWidth: 'calc(100vw - 48px)',
    boxSizing: 'border-box',
    padding: '14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    pointerEvents: 'none',
  },
})

/** Proposes a meeting for every review that needs one, lets a person move them, and books what is accepted. */
export const Planner = ({ caseload }: { caseload: Caseload }) => (
  <Loaded queries={[useWeeklyLoads()]} shape={<Waiting />}>
    {(loads) => (
      <>
        <Unreadable listings={[loads]} />
        <Made caseload={caseload} loads={loads.records} />
      </>
    )}
  </Loaded>
)

type Given = { readonly caseload: Caseload; readonly loads: readonly Stored<WeeklyLoad>[] }

const Made = ({ caseload, loads }: Given) => {
  const planning = usePlan(caseload, loads)
  return planning ? <Shown caseload={caseload} loads={loads} planning={planning} /> : <Waiting />
}

const Shown = ({ caseload, loads, planning }: Given & { readonly planning: Planning }) => {
  const styles = useStyles()
  const { href } = useGo()
  const say = useSay()
  const today = useServices().today()
  const mayWrite = useMayWrite(Review)
  const { plan, meetings, needs, sorted } = planning
  const { book, busy, job, trouble } = useBooking(caseload, planning)
  const { hold, busy: holding, trouble: notHeld } = useHold()
  const [moving, setMoving] = useState<Place | null>(null)
  const [printing, setPrinting] = useState(false)
  const pupils = useMemo(() => new Map(caseload.pupils.map((pupil) => [pupil.key, pupil])), [caseload.pupils])
  const soonest = sorted.needs.reduce(
    (first, { notice: { day } }) => (day < first ? day : first),
    sorted.needs[0]?.notice.day ?? lawNoticeEnds(today),
  )

  const pin = (place: Place) => {
    const before = plan.bookings.find(({ key }) => key === place.key)
    planning.pin(place)
    setMoving(null)
    say(t`Moved to ${showDay(place.day)}, ${showTime(place.time)}`, () =>
      before?.pinned ? planning.pin(before) : planning.unpin(place.key),
    )
  }
  const { dragged, over, grab } = useDragging((key, text) => {
    const place = placeIn(key, text)
    const need = needs.get(key)
    if (!place || !need) return
    const follows = consequencesOf(place, need, planning.around(key))
    // What speaks against it is confirmed first; what can't be is only told.
    if (warningsOf(follows).length === 0) pin(place)
    else setMoving(place)
  })
  // The acts of now under names that stay, so that a week is drawn again only when something of it changed.
  const acts = useRef({ grab, book, unpin: planning.unpin })
  useEffect(() => {
    acts.current = { grab, book, unpin: planning.unpin }
  })
  const shared = useMemo(
    (): Shared => ({
      meetings,
      calendar: caseload.calendar,
      pupils,
      needs,
      mayWrite,
      busy,
      onGrab: (key, event) => acts.current.grab(key, event),
      onMove: (booking) => setMoving(booking),
      onBook: (booking) => void acts.current.book([booking]),
      onUnpin: (key) => acts.current.unpin(key),
    }),
    [meetings, caseload.calendar, pupils, needs, mayWrite, busy, setMoving],
  )
  const target = dragged !== null && over !== null ? placeIn(dragged, over) : null
  const need = dragged === null ? undefined : needs.get(dragged)
  const inTime = plan.bookings.filter((booking) => booking.day <= needs.get(booking.key)!.latest)
  const nothing = plan.bookings.length === 0 && plan.unplaced.length === 0
  const from = moving && needs.get(moving.key)
  return (
    <>
      <div className={styles.head}>
        <Text size={400} weight="semibold" as="h2" block style={{ margin: 0 }}>
          {planWords(plan)}
        </Text>
        <Months
          plan={plan}
          meetings={meetings}
          busy={holding}
          {...(mayWrite ? { onHold: (needed: NeededLoad) => void hold(needed) } : {})}
        />
        <Loads school={caseload.school} loads={loads} meetings={meetings} today={today} />
        {caseload.calendar.terms.length === 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {t`No term dates are entered yet, so every weekday counts as a school day, in the holidays too. `}
              <Link inline href={href({ at: 'school', section: 'calendar' })}>{t`Enter the term dates`}</Link>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {(trouble ?? notHeld) && <TroubleNotice trouble={(trouble ?? notHeld)!} />}
      {job && <LastBooking job={job} />}
      <NotInTime
        planning={planning}
        calendar={caseload.calendar}
        pupils={pupils}
        {...(mayWrite ? { onBook: (place: Place) => void book([place]) } : {})}
        busy={busy}
      />
      <OutsidePlan planning={planning} pupils={pupils} />
      {nothing ? (
        <Notice
          title={t`Nothing to plan`}
          todo={
            sorted.booked.length > 0
              ? t`Every pupil with an EHC plan has a meeting, or isn’t due one while the term dates are known.`
              : t`Pupils with an EHC plan whose review is due are planned here.`
          }
        />
      ) : (
        <>
          <div className={styles.buttons}>
            {mayWrite && inTime.length > 0 && (
              <>
                <Button appearance="primary" disabled={busy} onClick={() => void book(inTime)}>
                  {busy ? t`Booking` : t`Book all ${inTime.length} that are in time`}
                </Button>
                <Text
                  size={200}
                  className={styles.quiet}
                >{t`Nobody is told yet: the reviews get their dates, and invitations go out when you send them.`}</Text>
              </>
            )}
            {planning.working && (
              <Text size={200} role="status" className={styles.quiet}>{t`Planning again`}</Text>
            )}
            <Button
              className={styles.print}
              appearance="subtle"
              icon={<PrintRegular />}
              onClick={() => setPrinting(true)}
            >{t`Print the plan`}</Button>
          </div>
          {printing && <PrintPlan planning={planning} pupils={pupils} onDone={() => setPrinting(false)} />}
          <Weeks
            plan={plan}
            sorted={sorted}
            dragged={dragged}
            over={over}
            soonest={soonest}
            shared={shared}
          />
        </>
      )}
      {target && need && (
        <div className={styles.follows} role="status">
          <Consequences follows={consequencesOf(target, need, planning.around(target.key))} />
          {isImpossible(consequencesOf(target, need, planning.around(target.key)), today) && (
            <Text>{t`It can’t be put there.`}</Text>
          )}
        </div>
      )}
      {moving && from && (
        <MoveDialog
          pupil={pupils.get(moving.key)!}
          from={moving}
          need={from}
          around={planning.around(moving.key)}
          onPlace={pin}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  )
}
