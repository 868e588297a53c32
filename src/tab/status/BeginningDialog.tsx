import { inWords, t } from '../../words/t.ts'
import { Field as FluentField, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Value } from '../../domain/fields.ts'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { senStatuses } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { type Beginning, beginningWrites } from '../../domain/rules/firstStatus.ts'
import type { RefusedChange } from '../../domain/rules/statusChange.ts'
import { parentToldSource, type Span } from '../../domain/rules/statusHistory.ts'
import { AskDialog } from '../../ui/AskDialog.tsx'
import { Control } from '../../ui/controls/controls.tsx'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { tellBeginning } from '../../ui/tellBeginning.ts'
import { useSay } from '../../ui/undo.tsx'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px', paddingBottom: '8px' },
})

type Draft = { readonly [K in keyof Beginning]: Beginning[K] | null }
const labels = {
  from: 'Since',
  why: 'Reason',
  decidedBy: 'Decided by',
  parentTold: 'Parent told on',
} as const
const names = ['from', 'parentTold', 'why', 'decidedBy'] as const satisfies readonly (keyof Beginning)[]

/** Since when and why the first status on record has held: it had no change before it that would say so. */
export const BeginningDialog = ({
  pupil,
  periods,
  first,
  onClose,
}: {
  pupil: Stored<Pupil>
  periods: readonly Stored<StatusPeriod>[]
  first: Span
  onClose: () => void
}) => {
  const styles = useStyles()
  const { records, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const [draft, setDraft] = useState<Draft>({
    from: first.from,
    why: null,
    decidedBy: null,
    parentTold: null,
  })
  const [refused, setRefused] = useState<RefusedChange | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const name = inWords(senStatuses[first.status])
  const answer = (field: keyof Draft, value: Value) => {
    setRefused(null)
    setDraft({ ...draft, [field]: value } as Draft)
  }
  const store = async () => {
    if (draft.from === null) return setRefused({ field: 'from', says: t`Say since which day` })
    const writes = beginningWrites(pupil, periods, { ...draft, from: draft.from }, today())
    if (!('period' in writes)) return setRefused(writes)
    setBusy(true)
    setTrouble(null)
    try {
      const told = await tellBeginning(records, pupil, writes)
      const show = (rows: typeof told.rows) => rows.forEach(([type, row]) => put(type, row))
      show(told.rows)
      say(
        t`${name} since ${showDay(draft.from)}: written down`,
        () =>
          void told
            .undo()
            .then(show, () => say(t`That could not be taken back: somebody changed the record since.`)),
      )
      onClose()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  return (
    <AskDialog
      title={t`How ${name} began`}
      words={t`Write it down`}
      busy={busy}
      ready
      trouble={trouble}
      onDo={() => void store()}
      onClose={onClose}
    >
      <div className={styles.fields}>
        {names
          .filter((field) => field !== 'parentTold' || first.status === 'K')
          .map((field) => {
            const wrong = refused?.field === field ? refused.says : null
            return (
              <FluentField
                key={field}
                label={labels[field]}
                required={field === 'from'}
                hint={
                  field === 'from'
                    ? t`The first day. What was before it is kept as not known`
                    : field === 'parentTold'
                      ? t`The school must tell the parent that support begins (${parentToldSource})`
                      : null
                }
                validationState={wrong ? 'error' : 'none'}
                validationMessage={wrong}
              >
                <Control
                  field={{ ...fieldOf(StatusPeriod, field), ...(field === 'from' ? { required: true } : {}) }}
                  value={draft[field]}
                  typed={null}
                  readOnly={false}
                  options={[]}
                  latest={field === 'from' || field === 'parentTold' ? today() : null}
                  onValue={(value) => answer(field, value)}
                  onWrong={() => answer(field, null)}
                  onLeave={() => undefined}
                />
              </FluentField>
            )
          })}
      </div>
    </AskDialog>
  )
}
