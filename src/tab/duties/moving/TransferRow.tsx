import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import type { Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Transfer } from '../../../domain/records/transfer.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { receiptOf } from '../../../domain/rules/retentionFacts.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { whyNotSaved } from '../../../ui/words.ts'
import { useGo } from '../../routes.ts'
import { BringInPack } from './BringInPack.tsx'
import { MakePack } from './MakePack.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '860px' },
  box: { display: 'flex', flexDirection: 'column', gap: '10px', alignItems: 'flex-start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Beside the transfer: the days that stand in the pupil's own row, the receipt, and the pack. */
export const TransferRow = ({
  pupil,
  transfer,
  context,
}: {
  pupil: Stored<Pupil>
  transfer: Stored<Transfer>
  context: DutyContext
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Pupil)
  const leaving = transfer.way === 'leaving'
  return (
    <div className={styles.part}>
      <section className={styles.box} aria-label={t`In the pupil’s own details`}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {t`In the pupil’s own details`}
        </Text>
        <RecordForm
          type={Pupil}
          record={pupil}
          groups={[{ fields: leaving ? ['left', 'fileReceived'] : ['admitted'] }]}
          latest={leaving ? { fileReceived: context.today } : {}}
          readOnly={!mayWrite}
        />
        {leaving && mayWrite && <Receipt pupil={pupil} transfer={transfer} context={context} />}
      </section>
      {leaving ? (
        <MakePack pupil={pupil} transfer={transfer} />
      ) : (
        transfer.closedOn === null && <BringInPack wanted={pupil} transfer={transfer} />
      )}
    </div>
  )
}

/** The next school's receipt, with one click; once it is here, the way to the decision on our own copy. */
const Receipt = ({
  pupil,
  transfer,
  context,
}: {
  pupil: Stored<Pupil>
  transfer: Stored<Transfer>
  context: DutyContext
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const { doIt, busy, trouble } = useRecordAct(Pupil, pupil)
  const copy = context.moving?.ownCopy(pupil.key) ?? null
  return (
    <>
      {receiptOf(pupil) === null && transfer.sentOn !== null && (
        <Button
          disabled={busy}
          onClick={() =>
            void doIt({
              words: t`Receipt came today`,
              said: t`Receipt of the next school recorded`,
              changes: (today) => ({ fileReceived: today }),
            })
          }
        >{t`Receipt came today`}</Button>
      )}
      {trouble && (
        <Text role="alert">{t`Not saved: ${whyNotSaved(trouble)}. Press the button again when you are ready.`}</Text>
      )}
      {copy && (
        <Text className={styles.quiet}>
          {copy.is === 'kept'
            ? t`Our own copy is kept: ${copy.says}.`
            : copy.day <= context.today
              ? t`Our retention rules let our own copy go since ${showDay(copy.day)}. Nothing goes by itself: a person decides.`
              : t`Our retention rules keep our own copy until ${showDay(copy.day)}.`}
        </Text>
      )}
      {copy?.is === 'goes' && copy.day <= context.today && (
        <Button onClick={() => go({ at: 'records', section: 'retention' })}>
          {t`Open Keeping and disposal`}
        </Button>
      )}
    </>
  )
}
