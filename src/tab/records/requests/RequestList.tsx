import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { saidOf } from '../../../domain/fields.ts'
import { fieldOf, type Stored } from '../../../domain/record.ts'
import { AccessRequest } from '../../../domain/records/accessRequest.ts'
import { fullName, Pupil } from '../../../domain/records/pupil.ts'
import { accessDue } from '../../../domain/rules/accessRequest.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useKeys } from '../../../ui/keys.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { RequestDue } from './RequestDue.tsx'
import { useServices } from '../../../ui/services.tsx'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 340px)',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    alignItems: 'center',
    gap: '4px 24px',
    padding: '10px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  intro: { maxWidth: '720px' },
})

/** Open ones first, the most urgent at the top; then those answered, the newest first. */
const inOrder = (a: Stored<AccessRequest>, b: Stored<AccessRequest>): number =>
  Number(a.state !== 'open') - Number(b.state !== 'open') ||
  (a.state === 'open'
    ? accessDue(a, null).day.localeCompare(accessDue(b, null).day)
    : b.received.localeCompare(a.received))

export const RequestList = () => {
  const styles = useStyles()
  const requests = useAll(AccessRequest)
  const pupils = useAll(Pupil)
  const { today } = useServices()
  const { go, href } = useGo()
  const [adding, setAdding] = useState(false)
  const mayWrite = useMayWrite(AccessRequest)
  useKeys(mayWrite && !adding ? { n: () => setAdding(true) } : {})
  const add = mayWrite && !adding && (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => setAdding(true)}
    >{t`Add a request`}</Button>
  )
  return (
    <Loaded queries={[requests, pupils]} shape={<Waiting />}>
      {(asked, known) => {
        const byKey = new Map(known.records.map((pupil) => [pupil.key, pupil]))
        return (
          <>
            <Unreadable listings={[asked]} />
            <Text
              className={styles.intro}
            >{t`Anybody may ask what the school holds about them, in any form, spoken too. Write it down on the day it comes: the time runs from then.`}</Text>
            {asked.records.length === 0 && !adding && (
              <Notice
                title={t`No requests yet`}
                todo={t`When a parent or pupil asks for their record, add it here: you see until when it must be answered, look through the record, and get a folder to give.`}
                action={add}
              />
            )}
            {adding && (
              <AddForm
                type={AccessRequest}
                title={t`Add the request`}
                given={{ kind: 'subjectAccess', received: today(), state: 'open' }}
                fields={['pupil', 'kind', 'received', 'how', 'from', 'onBehalf']}
                options={{
                  pupil: known.records.map((pupil) => ({
                    key: pupil.key,
                    text: `${fullName(pupil)}, ${saidOf(fieldOf(Pupil, 'yearGroup'), pupil.yearGroup) || t`no year`}`,
                  })),
                }}
                onStored={({ key }) => go({ at: 'records', section: 'requests', key })}
                onClose={() => setAdding(false)}
              />
            )}
            {asked.records.length > 0 && (
              <>
                {!adding && <div>{add}</div>}
                <ul className={styles.list}>
                  {asked.records.toSorted(inOrder).map((request) => {
                    const pupil = byKey.get(request.pupil)
                    return (
                      <li key={request.key} className={styles.row}>
                        <div>
                          <Link href={href({ at: 'records', section: 'requests', key: request.key })}>
                            {pupil ? <PupilName pupil={pupil} /> : t`A pupil who is archived`}
                          </Link>
                          <Text
                            size={200}
                            className={styles.quiet}
                          >{t`${request.kind === 'subjectAccess' ? t`Subject access` : t`Educational record`}, received ${showDay(request.received)}`}</Text>
                        </div>
                        <RequestDue request={request} />
                      </li>
                    )
                  })}
                </ul>
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
