import { inWords, t } from '../../../words/t.ts'
import { Button, Link, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { Hold, holdKinds } from '../../../domain/records/hold.ts'
import { fullName } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { holdsInForce } from '../../../domain/rules/retention.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { type Grounds, holdsIn, pupilsIn, requestsIn } from './grounds.ts'
import { useHeldStyles } from './heldStyles.ts'
import { HoldLine, NameOf } from './HoldLine.tsx'
import { useReadAnew } from './useRetention.ts'

/** What may not be disposed of whatever the rules say: legal holds, and pupils whose request for access is open. */
export const Held = ({ grounds }: { grounds: Grounds }) => {
  const styles = useHeldStyles()
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
    <Button onClick={() => setAdding(true)} disabled={adding}>{t`Put a pupil on hold`}</Button>
  )
  return (
    <>
      <Text
        className={styles.quiet}
      >{t`A hold keeps everything of a pupil, whatever the rules say, until somebody lifts it. Nobody can dispose of a held pupil from any screen.`}</Text>
      {adding && (
        <AddForm
          type={Hold}
          title={t`Put on hold`}
          given={{ from: today }}
          fields={['pupil', 'kind', 'by', 'reason', 'from', 'lookAgain']}
          options={{
            pupil: [...pupils.values()].map((pupil) => ({
              key: pupil.key,
              text: t`${fullName(pupil)}, born ${showDay(pupil.dateOfBirth)}`,
            })),
          }}
          onStored={() => void readAnew()}
          onClose={() => setAdding(false)}
        />
      )}
      {holds.length + requests.length === 0 && !adding ? (
        <Notice
          title={t`Nothing is on hold`}
          todo={t`Put a pupil on hold when there is a complaint, a tribunal, an inquiry, or another reason to keep the record.`}
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
                  <Text>{t`Request for access of ${showDay(request.received)}, not answered yet`}</Text>
                  <span className={styles.buttons}>
                    <Link
                      href={href({ at: 'records', section: 'requests', key: request.key })}
                    >{t`Open the request`}</Link>
                  </span>
                </div>
              </li>
            ))}
          </ul>
          <div>{add}</div>
        </>
      )}
      {lifted.length > 0 && (
        <section aria-label={t`Lifted`}>
          <Text
            as="h2"
            size={400}
            weight="semibold"
            style={{ margin: 0 }}
          >{t`Lifted (${lifted.length})`}</Text>
          <ul className={styles.list}>
            {lifted.map((hold) => (
              <li key={hold.key} className={styles.item}>
                <div className={styles.head}>
                  <NameOf pupil={pupils.get(hold.pupil)} />
                  <Text className={styles.quiet}>
                    {t`${hold.kind ? `${inWords(holdKinds[hold.kind])}, ` : ''}${showDay(hold.from)} to`}{' '}
                    {hold.lifted && showDay(hold.lifted)}
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
