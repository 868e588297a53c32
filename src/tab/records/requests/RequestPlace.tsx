import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { AccessRequest } from '../../../domain/records/accessRequest.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { accessDue, accessStep, accessSteps, type AccessStep } from '../../../domain/rules/accessRequest.ts'
import { showWeekday } from '../../../domain/rules/day.ts'
import { LogTrouble } from '../../../ui/disclosure/LogTrouble.tsx'
import { useLog } from '../../../ui/disclosure/useLog.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useOne } from '../../../ui/records.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { UnmatchedNote } from '../../concerns/UnmatchedNote.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { Trail } from '../../Trail.tsx'
import { LookThrough } from './LookThrough.tsx'
import { RequestDue } from './RequestDue.tsx'
import { usePupilFile } from './useLookThrough.ts'

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', gap: '20px', maxWidth: '860px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 24px', alignItems: 'baseline' },
  steps: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', listStyle: 'none', margin: 0, padding: 0 },
  now: { fontWeight: tokens.fontWeightSemibold },
  part: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  opener: { alignSelf: 'start', paddingLeft: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** One request from its receipt to its answer. */
export const RequestPlace = ({ requestKey }: { requestKey: string }) => {
  const request = useOne(AccessRequest, requestKey)
  return (
    <Loaded queries={[request]} shape={<Waiting />}>
      {(found) => <Place request={found} />}
    </Loaded>
  )
}

const Place = ({ request }: { request: Stored<AccessRequest> }) => {
  const styles = useStyles()
  const pupil = useOne(Pupil, request.pupil)
  return (
    <div className={styles.place}>
      <Trail steps={[{ words: t`Requests for access`, route: { at: 'records', section: 'requests' } }]} />
      <Loaded queries={[pupil]} shape={<Waiting />}>
        {(known) => (
          <>
            <div className={styles.head}>
              <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
                <PupilName pupil={known} />
              </Text>
              <RequestDue request={request} />
            </div>
            <Answering request={request} />
          </>
        )}
      </Loaded>
    </div>
  )
}

const Answering = ({ request }: { request: Stored<AccessRequest> }) => {
  const styles = useStyles()
  const { log } = useLog()
  const [looking, setLooking] = useState(false)
  const [details, setDetails] = useState(request.state === 'open' && !request.identityChecked)
  const [undecided, setUndecided] = useState<number | null>(null)
  const file = usePupilFile(request.pupil, looking)
  const step = accessStep(request, undecided)
  const { tellBy } = accessDue(request, null)
  const begin = () => {
    log.did({ pupil: request.pupil, did: 'opened', what: t`Whole record`, purpose: 'request' })
    setLooking(true)
    setDetails(false)
  }
  return (
    <>
      <Steps step={step} />
      <LogTrouble />
      <Button
        appearance="transparent"
        className={styles.opener}
        icon={details ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={details}
        onClick={() => setDetails(!details)}
      >{t`Who asks, for what, and how it was answered`}</Button>
      {details && (
        <RecordForm
          type={AccessRequest}
          record={request}
          history
          groups={[
            { title: t`What was asked`, fields: ['kind', 'received', 'how', 'from', 'onBehalf'] },
            { title: t`Who asks`, fields: ['identityChecked', 'pupilAgrees'] },
            ...(request.kind === 'subjectAccess'
              ? [
                  {
                    title: t`More time (tell them by ${showWeekday(tellBy!)})`,
                    fields: ['extended', ...(request.extended ? ['extensionReason'] : [])],
                  },
                ]
              : []),
            { title: t`Answer`, fields: ['state', 'sent', 'note'] },
          ]}
        />
      )}
      <section className={styles.part} aria-labelledby="look-through">
        <Text
          as="h2"
          id="look-through"
          size={400}
          weight="semibold"
          style={{ margin: 0 }}
        >{t`Look through the record`}</Text>
        {request.state === 'open' && <UnmatchedNote />}
        {!looking && (
          <>
            <Text>{t`Everything that the lists hold about this pupil is read now. What is from or about others is put before you, one by one; the rest is given. Your decisions are kept at once, so you can stop and go on later.`}</Text>
            {!request.identityChecked && request.state === 'open' && (
              <Text
                className={styles.quiet}
              >{t`Check first who asks, and whether they may: the folder can be made after that.`}</Text>
            )}
            <Button appearance="primary" onClick={begin}>{t`Look through the record`}</Button>
          </>
        )}
        {looking && (
          <Loaded queries={[file]} shape={<Waiting />}>
            {(found) => <LookThrough file={found} request={request} onCounted={setUndecided} />}
          </Loaded>
        )}
      </section>
    </>
  )
}

const order = Object.keys(accessSteps) as AccessStep[]

const Steps = ({ step }: { step: AccessStep }) => {
  const styles = useStyles()
  const at = order.indexOf(step)
  return (
    <ol className={styles.steps} aria-label={t`Steps of the answer`}>
      {order.map((name, i) => {
        const done = i < at || step === 'sent'
        return (
          <li
            key={name}
            aria-current={i === at && !done ? 'step' : undefined}
            className={i === at ? styles.now : undefined}
          >
            <StatusMark status={done ? 'done' : i === at ? 'dueSoon' : 'onTrack'} word={accessSteps[name]} />
          </li>
        )
      })}
    </ol>
  )
}
