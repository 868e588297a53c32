import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import type { AccessRequest } from '../../../domain/records/accessRequest.ts'
import { Hold, holdKinds } from '../../../domain/records/hold.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { holdsInForce } from '../../../domain/rules/retention.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Notice, TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { type Grounds, pupilsIn } from './dispose.ts'
import { useReadAnew } from './useRetention.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '900px' },
  item: { padding: '10px 4px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center' },
  buttons: { display: 'flex', gap: '8px', marginLeft: 'auto', '@media print': { display: 'none' } },
  reason: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  form: { padding: '12px 0' },
})

export const holdsIn = ({ everything: { rows } }: Grounds): readonly Stored<Hold>[] =>
  ((rows['Hold'] ?? []) as unknown as readonly Stored<Hold>[]).filter(({ archived }) => !archived)
export const requestsIn = ({ everything: { rows } }: Grounds): readonly Stored<AccessRequest>[] =>
  ((rows['AccessRequest'] ?? []) as unknown as readonly Stored<AccessRequest>[]).filter(
    ({ archived, state }) => !archived && state === 'open',
  )

/** What may not be disposed of whatever the rules say: legal holds, and pupils whose request for access is open. */
export const Held = ({ grounds }: { grounds: Grounds }) => {
  const styles = useStyles()
  const today = useServices().today()
  const readAnew = useReadAnew()
  const mayWrite = useMayWrite(Hold)
  const { href } = useGo()
  const [adding, setAdding] = useState(false)
  const pupils = new Map(pupilsIn(grounds).map((pupil) => [pupil.key, pupil]))
  const all = holdsIn(grounds)
  const holds = holdsInForce(all, today)
  const lifted = all.filter((hold) => !holds.includes(hold))
  const requests = requestsIn(grounds)
  const add = mayWrite && (
    <Button onClick={() => setAdding(true)} disabled={adding}>
      Put a pupil on hold
    </Button>
  )
  return (
    <>
      <Text className={styles.quiet}>
        A hold keeps everything of a pupil, whatever the rules say, until somebody lifts it. Nobody can
        dispose of a held pupil from any screen.
      </Text>
      {adding && (
        <AddForm
          type={Hold}
          title="Put on hold"
          given={{ from: today }}
          fields={['pupil', 'kind', 'by', 'reason', 'from', 'lookAgain']}
          options={{
            pupil: [...pupils.values()].map((pupil) => ({
              key: pupil.key,
              text: `${fullName(pupil)}, born ${showDay(pupil.dateOfBirth)}`,
            })),
          }}
          onStored={() => void readAnew()}
          onClose={() => setAdding(false)}
        />
      )}
      {holds.length + requests.length === 0 && !adding ? (
        <Notice
          title="Nothing is on hold"
          todo="Put a pupil on hold when there is a complaint, a tribunal, an inquiry, or another reason to keep the record."
          action={add}
        />
      ) : (
        <>
          <ul className={styles.list}>
            {holds.map((hold) => (
              <HoldLine key={hold.key} hold={hold} pupil={pupils.get(hold.pupil)} today={today} />
            ))}
            {requests.map((request) => (
              <li key={request.key} className={styles.item}>
                <div className={styles.head}>
                  <NameOf pupil={pupils.get(request.pupil)} />
                  <Text>Request for access of {showDay(request.received)}, not answered yet</Text>
                  <span className={styles.buttons}>
                    <Link href={href({ at: 'records', section: 'requests', key: request.key })}>
                      Open the request
                    </Link>
                  </span>
                </div>
              </li>
            ))}
          </ul>
          <div>{add}</div>
        </>
      )}
      {lifted.length > 0 && (
        <section aria-label="Lifted">
          <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
            Lifted ({lifted.length})
          </Text>
          <ul className={styles.list}>
            {lifted.map((hold) => (
              <li key={hold.key} className={styles.item}>
                <div className={styles.head}>
                  <NameOf pupil={pupils.get(hold.pupil)} />
                  <Text className={styles.quiet}>
                    {hold.kind ? `${holdKinds[hold.kind]}, ` : ''}
                    {showDay(hold.from)} to {hold.lifted && showDay(hold.lifted)}
                  </Text>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const NameOf = ({ pupil }: { pupil: Stored<Pupil> | undefined }) => {
  const { href } = useGo()
  return pupil ? (
    <Link href={href({ at: 'pupil', key: pupil.key, section: 'details' })}>
      <PupilName pupil={pupil} />
    </Link>
  ) : (
    <Text>A pupil who isn’t in the list any more</Text>
  )
}

const HoldLine = ({
  hold,
  pupil,
  today,
}: {
  hold: Stored<Hold>
  pupil: Stored<Pupil> | undefined
  today: Day
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Hold)
  const [open, setOpen] = useState(false)
  const { lift, trouble } = useLift(hold)
  const look = hold.lookAgain
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <NameOf pupil={pupil} />
        <Text>
          {hold.kind ? `${holdKinds[hold.kind]}, ` : ''}since {showDay(hold.from)}
          {hold.by ? `, asked for by ${hold.by}` : ''}
        </Text>
        {look && (
          <StatusMark
            status={look <= today ? 'overdue' : 'onTrack'}
            word={look <= today ? `Look at it again: was ${showDay(look)}` : `Look again ${showDay(look)}`}
          />
        )}
        {mayWrite && (
          <span className={styles.buttons}>
            <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Close' : 'Change'}
            </Button>
            <Button size="small" onClick={() => void lift()}>
              Lift
            </Button>
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
    if (next) say('Hold lifted', () => void set(next, { lifted: null, from: hold.from }))
  }
  return { lift, trouble }
}
