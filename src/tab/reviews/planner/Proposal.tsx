import { t } from '../../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  Text,
  tokens,
} from '@fluentui/react-components'
import { type PointerEvent, useId, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { showDay } from '../../../domain/rules/day.ts'
import type { Booking, PlanNeed } from '../../../domain/rules/plannerTypes.ts'
import { whyThere } from '../../../domain/rules/plannerWords.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '2px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    cursor: 'grab',
    userSelect: 'none',
  },
  dragged: { opacity: 0.5 },
  fixed: { cursor: 'default' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '2px' },
  button: { minWidth: 0 },
  surface: { maxWidth: '320px', display: 'flex', flexDirection: 'column', gap: '8px' },
})

const markOf = ({ short, day }: Booking, { latest, first }: PlanNeed) =>
  day > latest
    ? ({ status: 'late', word: 'Too late' } as const)
    : short
      ? ({ status: 'dueSoon', word: 'Little time for advice' } as const)
      : ({ status: 'onTrack', word: first ? 'In time, moves school' : 'In time' } as const)

/** One proposal: who, when, whether in time, why there; to book, or to move by dragging or by its button. */
export const Proposal = ({
  booking,
  pupil,
  need,
  dragged,
  mayWrite,
  busy,
  onGrab,
  onMove,
  onBook,
  onUnpin,
}: {
  booking: Booking
  pupil: Stored<Pupil>
  need: PlanNeed
  dragged: boolean
  mayWrite: boolean
  busy: boolean
  onGrab: (key: string, event: PointerEvent) => void
  onMove: (booking: Booking) => void
  onBook: (booking: Booking) => void
  onUnpin: (key: string) => void
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const [open, setOpen] = useState(false)
  // Whose meeting it is, for whoever hears one button after the other.
  const who = useId()
  // A year holds hundreds of these: each has its reason only when it is asked for.
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null)
  return (
    <li
      className={mergeClasses(styles.card, dragged && styles.dragged, !mayWrite && styles.fixed)}
      {...(mayWrite ? { onPointerDown: (event: PointerEvent) => onGrab(booking.key, event) } : {})}
    >
      <span id={who}>
        <Text weight="semibold">{showTime(booking.time)}</Text>{' '}
        <Link href={href({ at: 'pupil', key: pupil.key, section: 'reviews' })}>
          <PupilName pupil={pupil} short />
        </Link>
      </span>
      <Text size={200}>
        <StatusMark {...markOf(booking, need)} />
      </Text>
      <div className={styles.buttons}>
        {mayWrite && (
          <>
            <Button
              size="small"
              className={styles.button}
              aria-describedby={who}
              disabled={busy}
              onClick={() => onBook(booking)}
            >{t`Book`}</Button>
            <Button
              size="small"
              appearance="subtle"
              className={styles.button}
              aria-describedby={who}
              onClick={() => onMove(booking)}
            >{t`Move`}</Button>
          </>
        )}
        <Button
          ref={setOpener}
          size="small"
          appearance="subtle"
          className={styles.button}
          aria-describedby={who}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >{t`Why then`}</Button>
        {open && (
          <Popover
            open
            withArrow
            trapFocus
            positioning={{ target: opener, position: 'below', align: 'start' }}
            onOpenChange={(_, data) => setOpen(data.open)}
          >
            <PopoverSurface className={styles.surface} aria-label={t`Why this date`}>
              {booking.pinned ? (
                <>
                  <Text>
                    {t`You put it there. The last day in time is`}{' '}
                    <Why why={need.why}>{showDay(need.latest)}</Why>.
                  </Text>
                  <Button size="small" onClick={() => onUnpin(booking.key)}>{t`Let the plan choose`}</Button>
                </>
              ) : (
                <>
                  <Text>{whyThere(booking.day, need, booking.short)}</Text>
                  <Text>
                    {t`By law:`} <Why why={need.why}>{showDay(need.latest)}</Why>
                  </Text>
                </>
              )}
            </PopoverSurface>
          </Popover>
        )}
      </div>
    </li>
  )
}
