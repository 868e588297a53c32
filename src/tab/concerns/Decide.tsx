import { t } from '../../words/t.ts'
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../domain/counted.ts'
import type { Stored } from '../../domain/record.ts'
import { Concern } from '../../domain/records/concern.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { type ConcernState, tellWhy } from '../../domain/rules/concern.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useServices } from '../../ui/services.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { Why } from '../../ui/Why.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px', maxWidth: '900px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

const groups = [
  { fields: ['decision', 'decidedOn', 'decidedBy', 'lookAgain', 'reasons'] },
  { title: t`Parents`, fields: ['toldOn', 'toldHow'] },
]

/** What was decided, who was told, and the way on from here: a plan, a referral, a request. */
export const Decide = ({
  concern,
  pupil,
  state,
  waiting,
  cycles,
  readOnly,
}: {
  concern: Stored<Concern>
  pupil: Stored<Pupil>
  state: ConcernState
  waiting: number
  cycles: readonly Stored<Cycle>[]
  readOnly: boolean
}) => {
  const styles = useStyles()
  const { today } = useServices()
  const { href } = useGo()
  const { doIt, busy, trouble } = useRecordAct(Concern, concern)
  const [starting, setStarting] = useState(false)
  const since = cycles.filter(({ began }) => concern.decision !== null && began >= concern.raisedOn)
  const newest = Math.max(0, ...cycles.map(({ number }) => number))
  return (
    <section className={styles.part} aria-label={t`Decision`}>
      <Text as="h2" size={500} weight="semibold" className={styles.title}>{t`Decision`}</Text>
      {concern.decision === null && waiting > 0 && (
        <Text
          className={styles.quiet}
        >{t`${counted(waiting, 'teacher')} ${waiting === 1 ? t`has` : t`have`} not answered yet. You can decide all the same.`}</Text>
      )}
      <RecordForm
        type={Concern}
        record={concern}
        groups={groups}
        latest={{ decidedOn: today(), toldOn: today() }}
        history
        readOnly={readOnly}
      />
      {concern.decision !== null && concern.reasons === null && (
        <Text>{t`Write the reasons above: parents may ask for them, and so does whoever reads this in a year.`}</Text>
      )}
      {state === 'toTell' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {concern.decision === 'support'
              ? t`SEN support begins: the school must tell the parents so.`
              : t`Parents have not been told yet what was found and decided.`}{' '}
            <Why why={tellWhy(concern)}>{t`Why`}</Why>
          </MessageBarBody>
        </MessageBar>
      )}
      {!readOnly && (
        <div className={styles.buttons}>
          {concern.decision !== null && concern.decidedOn === null && (
            <Button
              disabled={busy}
              onClick={() =>
                void doIt({
                  words: t`Decided today`,
                  said: t`Noted: decided today`,
                  changes: (day) => ({ decidedOn: day }),
                })
              }
            >{t`Decided today`}</Button>
          )}
          {state === 'toTell' && (
            <>
              <Button
                disabled={busy}
                onClick={() =>
                  void doIt({
                    words: t`Parents told at a meeting`,
                    said: t`Noted: parents told today at a meeting`,
                    changes: (day) => ({ toldOn: day, toldHow: 'meeting' }),
                  })
                }
              >{t`Parents told today at a meeting`}</Button>
              <Button
                disabled={busy}
                onClick={() =>
                  void doIt({
                    words: t`Parents told by telephone`,
                    said: t`Noted: parents told today by telephone`,
                    changes: (day) => ({ toldOn: day, toldHow: 'call' }),
                  })
                }
              >{t`Told today by telephone`}</Button>
            </>
          )}
          {concern.decision === 'support' && since.length === 0 && !starting && (
            <Button
              appearance="primary"
              onClick={() => setStarting(true)}
            >{t`Start a plan from this concern`}</Button>
          )}
        </div>
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
      {starting && (
        <AddForm
          type={Cycle}
          title={t`Start this plan`}
          given={{
            pupil: pupil.key,
            number: newest + 1,
            previous: cycles.find(({ number }) => number === newest)?.key ?? null,
            began: today(),
            concern: concern.what,
            raisedBy: concern.raisedBy,
            raisedOn: concern.raisedOn,
            evidence: concern.screening,
          }}
          fields={['concern', 'raisedBy', 'raisedOn', 'evidence', 'began']}
          latest={{ raisedOn: today(), began: today() }}
          onClose={() => setStarting(false)}
        />
      )}
      {since.length > 0 && (
        <Text>
          {t`Plan ${since[0]!.number} follows from it. `}
          <Link
            inline
            href={href({ at: 'pupil', key: pupil.key, section: 'plan' })}
          >{t`Open plan and targets`}</Link>
        </Text>
      )}
      {concern.decision === 'support' && pupil.status === 'N' && (
        <Text>
          {t`The register still says: no SEN. `}
          <Link
            inline
            href={href({ at: 'pupil', key: pupil.key, section: 'details' })}
          >{t`Change the status to SEN support`}</Link>
        </Text>
      )}
      {concern.decision === 'request' && (
        <Link
          href={href({ at: 'pupil', key: pupil.key, section: 'assessment' })}
        >{t`Follow the request for an EHC needs assessment`}</Link>
      )}
    </section>
  )
}
