import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Outcome } from '../../../domain/records/outcome.ts'
import { laddersOf } from '../../../domain/rules/ladder.ts'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { AddTarget } from './AddTarget.tsx'
import { OneRung } from './OneRung.tsx'
import { usePlanStyles } from './styles.ts'
import { useAim } from './useAim.ts'
import type { PlanRecords } from './usePlanRecords.ts'

const useStyles = makeStyles({
  rungs: { listStyle: 'none', margin: 0, padding: 0 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '14px' },
})

/** Targets as ladders, from the outcome of the plan down to the step of this fortnight. */
export const Ladder = ({ plan, cycle }: { plan: PlanRecords; cycle: string | null }) => {
  const styles = usePlanStyles()
  const own = useStyles()
  const mayWrite = useMayWrite(Outcome)
  const [adding, setAdding] = useState(false)
  const aim = useAim()
  const inPlan = new Map(
    plan.targets.filter((row) => row.cycle === cycle).map((row) => [row.outcome, row] as const),
  )
  const shown = plan.outcomes.filter(({ status, key }) => status === 'current' || inPlan.has(key))
  return (
    <div>
      <Text block className={styles.label}>{t`Targets`}</Text>
      {shown.length === 0 && !adding && (
        <Text
          block
          className={styles.quiet}
        >{t`No target yet. Three or four are enough: who will do what, by when, and how one would see it.`}</Text>
      )}
      {shown.length > 0 && (
        <ul className={own.rungs} aria-label={t`Targets`}>
          {laddersOf(shown).map((rung) => (
            <OneRung key={rung.outcome.key} rung={rung} plan={plan} cycle={cycle} inPlan={inPlan} />
          ))}
        </ul>
      )}
      {aim.trouble && <TroubleNotice trouble={aim.trouble} />}
      {adding ? (
        <AddTarget
          plan={plan}
          cycle={cycle}
          under={null}
          onStored={(key) => cycle && void aim.add(plan.pupil.key, cycle, key)}
          onClose={() => setAdding(false)}
        />
      ) : (
        mayWrite && (
          <div className={own.foot}>
            <Button icon={<AddRegular />} onClick={() => setAdding(true)}>{t`Add a target`}</Button>
          </div>
        )
      )}
    </div>
  )
}
