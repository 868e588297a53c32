import { inWords, t } from '../../../words/t.ts'
import { Button, Link, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import { Hold, holdKinds } from '../../../domain/records/hold.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { useHeldStyles } from './heldStyles.ts'
import { useReadAnew } from './useRetention.ts'

/** The pupil's name as a link. */
export const NameOf = ({ pupil }: { pupil: Stored<Pupil> | undefined }) => {
  const { href } = useGo()
  return pupil ? (
    <Link href={href({ at: 'pupil', key: pupil.key, section: 'details' })}>
      <PupilName pupil={pupil} />
    </Link>
  ) : (
    <Text>{t`A pupil who isn’t in the list any more`}</Text>
  )
}

/** One legal hold: its reason, when to look at it again, and lifting it. */
export const HoldLine = ({
  hold,
  pupil,
  today,
}: {
  hold: Stored<Hold>
  pupil: Stored<Pupil> | undefined
  today: Day
}) => {
  const styles = useHeldStyles()
  const mayWrite = useMayWrite(Hold)
  const [open, setOpen] = useState(false)
  const { lift, trouble } = useLift(hold)
  const look = hold.lookAgain
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <NameOf pupil={pupil} />
        <Text>{t`${hold.kind ? `${inWords(holdKinds[hold.kind])}, ` : ''}since ${showDay(hold.from)}${hold.by ? t`, asked for by ${hold.by}` : ''}`}</Text>
        {look && (
          <StatusMark
            status={look <= today ? 'overdue' : 'onTrack'}
            word={look <= today ? t`Look at it again: was ${showDay(look)}` : t`Look again ${showDay(look)}`}
          />
        )}
        {mayWrite && (
          <span className={styles.buttons}>
            <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t`Close` : t`Change`}
            </Button>
            <Button size="small" onClick={() => void lift()}>{t`Lift`}</Button>
          </span>
        )}
      </div>
      {!open && <Text className={styles.reason}>{hold.reason}</Text>}
      {trouble && <TroubleNotice trouble={trouble} />}
      {open && (
        <div className={styles.form}>
          <RecordForm
            type={Hold}
            record={hold}
            groups={[{ fields: ['kind', 'by', 'reason', 'from', 'lookAgain'] }]}
          />
        </div>
      )}
    </li>
  )
}

/** Lifts a hold from today on, with a way back. */
const useLift = (hold: Stored<Hold>) => {
  const services = useServices()
  const readAnew = useReadAnew()
  const say = useSay()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const set = async (
    stored: Stored<Hold>,
    changes: { readonly lifted: Day | null; readonly from: Day },
  ): Promise<Stored<Hold> | null> => {
    setTrouble(null)
    try {
      const next = await services.records.store(Hold).update(stored, changes)
      await readAnew()
      return next
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return null
    }
  }
  const lift = async () => {
    const today = services.today()
    // A hold that has not begun yet can't end before it begins.
    const from = hold.from > today ? today : hold.from
    const next = await set(hold, { lifted: today, from })
    if (next) say(t`Hold lifted`, () => void set(next, { lifted: null, from: hold.from }))
  }
  return { lift, trouble }
}
