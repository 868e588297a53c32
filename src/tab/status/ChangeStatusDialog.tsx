import { inWords, t } from '../../words/t.ts'
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { senStatuses } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { type RefusedChange, statusChange } from '../../domain/rules/statusChange.ts'
import { changeStatus } from '../../ui/changeStatus.ts'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { emptyStatus, saidChange, StatusFields } from './StatusFields.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '14px', paddingBottom: '8px' },
})

const isPupil = (row: unknown): row is Stored<Pupil> =>
  typeof row === 'object' && row !== null && 'forename' in row

/** Changes one pupil's SEN status on its own day, or puts a slip right without a trace in the history. */
export const ChangeStatusDialog = ({
  pupil,
  periods,
  onClose,
}: {
  pupil: Stored<Pupil>
  periods: readonly Stored<StatusPeriod>[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const { records, today: todayOf } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [draft, setDraft] = useState(emptyStatus)
  const [slip, setSlip] = useState(false)
  const [refused, setRefused] = useState<RefusedChange | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const back = (
    undo: () => Promise<readonly (readonly [typeof Pupil | typeof StatusPeriod, Stored<unknown>])[]>,
  ) =>
    void undo().then(
      (rows) => rows.forEach(([type, row]) => put(type, row)),
      () => say(t`The change could not be taken back: somebody changed the record since.`),
    )
  const attempt = async (work: () => Promise<void>) => {
    setRefused(null)
    setTrouble(null)
    setBusy(true)
    try {
      await work()
      onClose()
    } catch (thrown) {
      const found = troubleOf(thrown)
      // The row as somebody else left it: what is pressed again goes from there, or says why it can't.
      if (found.code === 'changed' && isPupil(found.theirs)) put(Pupil, found.theirs)
      setTrouble(found)
      setBusy(false)
    }
  }
  const store = async () => {
    const said = saidChange(draft)
    if ('says' in said) return setRefused(said)
    if (slip)
      return attempt(async () => {
        const { status, statusFrom } = pupil
        const stored = await records
          .store(Pupil)
          .update(pupil, { status: said.status, statusFrom: said.from })
        put(Pupil, stored)
        say(`Status put right: ${inWords(senStatuses[said.status])}`, () =>
          back(async () => [[Pupil, await records.store(Pupil).update(stored, { status, statusFrom })]]),
        )
      })
    const writes = statusChange(pupil, periods, said, todayOf())
    if (!('period' in writes)) return setRefused(writes)
    return attempt(async () => {
      const changed = await changeStatus(records, pupil, writes)
      put(StatusPeriod, changed.period)
      put(Pupil, changed.pupil)
      say(`${inWords(senStatuses[said.status])} from ${showDay(said.from)}`, () =>
        back(async () => {
          const undone = await changed.undo()
          return [
            [Pupil, undone.pupil],
            [StatusPeriod, undone.period],
          ]
        }),
      )
    })
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !busy && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void store()
          }}
        >
          <DialogBody>
            <DialogTitle>{t`Change status`}</DialogTitle>
            <DialogContent className={styles.content}>
              <StatusFields
                draft={draft}
                now={pupil.status}
                refused={refused}
                onDraft={(next) => {
                  setDraft(next)
                  setRefused(null)
                }}
              />
              <Checkbox
                label={t`${inWords(senStatuses[pupil.status])} was a slip: put it right and keep no earlier status`}
                checked={slip}
                onChange={(_, { checked }) => setSlip(checked === true)}
              />
              {trouble && <TroubleNotice trouble={trouble} />}
            </DialogContent>
            <DialogActions>
              <Button disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
              <Button
                appearance="primary"
                type="submit"
                disabled={busy}
                {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
              >{t`Change status`}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
