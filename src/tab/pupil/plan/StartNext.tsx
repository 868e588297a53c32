import { inWords, t } from '../../../words/t.ts'
import { Checkbox, makeStyles, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { newKey } from '../../../domain/key.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Cycle } from '../../../domain/records/cycle.ts'
import { CycleTarget } from '../../../domain/records/cycleTarget.ts'
import { aimsOf, carriedFields, carriesOn, nextCycleOf } from '../../../domain/rules/cycleCarry.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { storeNew } from '../../../ui/storeNew.ts'
import { useSay } from '../../../ui/undo.tsx'
import type { PlanRecords } from './usePlanRecords.ts'

const useStyles = makeStyles({
  all: { border: 'none', margin: 0, padding: '8px 0', display: 'flex', flexDirection: 'column' },
  legend: { padding: 0, fontWeight: 600 },
})

/** Asks what goes on, and begins the next cycle with it: nothing is typed twice, and what is left out stays in the last. */
export const StartNext = ({
  plan,
  last,
  onClose,
}: {
  plan: PlanRecords
  last: Stored<Cycle>
  onClose: () => void
}) => {
  const styles = useStyles()
  const { records, now, today } = useServices()
  const put = usePutStored()
  const say = useSay()
  const aims = aimsOf(last.key, plan.targets, plan.outcomes).filter(({ outcome }) => outcome !== null)
  const fields = carriedFields.filter((field) => last[field] !== null)
  const [targets, setTargets] = useState(() => new Set(aims.filter(carriesOn).map(({ row }) => row.outcome)))
  const [kept, setKept] = useState(() => new Set<(typeof fields)[number]>(fields))
  // Settled once, so that a second try makes no second plan.
  const [key] = useState(() => newKey(now().getTime()))
  const [targetKeys] = useState(() => new Map(aims.map(({ row }) => [row.outcome, newKey(now().getTime())])))
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const next = nextCycleOf(last, plan.context.all, [...kept], today())
  const toggle = <T,>(set: ReadonlySet<T>, one: T): Set<T> => {
    const changed = new Set(set)
    if (!changed.delete(one)) changed.add(one)
    return changed
  }
  const start = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      for (const outcome of targets)
        put(
          CycleTarget,
          await storeNew(
            records.store(CycleTarget),
            blank(CycleTarget, { pupil: last.pupil, cycle: key, outcome }),
            targetKeys.get(outcome)!,
          ),
        )
      put(Cycle, await storeNew(records.store(Cycle), blank(Cycle, next), key))
      say(t`Plan ${next.number} begun`)
      onClose()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  return (
    <AskDialog
      title={t`Start plan ${next.number}`}
      words={t`Start plan ${next.number}`}
      busy={busy}
      ready
      trouble={trouble}
      onDo={() => void start()}
      onClose={onClose}
    >
      <Text
        block
      >{t`What is ticked goes on as it is, and can be changed there. Plan ${last.number} stays as it was.`}</Text>
      {aims.length > 0 && (
        <fieldset className={styles.all}>
          <legend className={styles.legend}>{t`Targets`}</legend>
          {aims.map(({ row, outcome }) => (
            <Checkbox
              key={row.outcome}
              checked={targets.has(row.outcome)}
              label={`${outcome!.text}${row.rating ? ` (${inWords(CycleTarget.fields.rating.choices[row.rating]).toLowerCase()})` : ''}`}
              onChange={() => setTargets(toggle(targets, row.outcome))}
            />
          ))}
        </fieldset>
      )}
      {fields.length > 0 && (
        <fieldset className={styles.all}>
          <legend className={styles.legend}>{t`Words of the plan`}</legend>
          {fields.map((field) => (
            <Checkbox
              key={field}
              checked={kept.has(field)}
              label={inWords(Cycle.fields[field].label)}
              onChange={() => setKept(toggle(kept, field))}
            />
          ))}
        </fieldset>
      )}
    </AskDialog>
  )
}
