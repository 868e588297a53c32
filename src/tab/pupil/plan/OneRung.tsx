import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular, ArchiveRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { CycleTarget } from '../../../domain/records/cycleTarget.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import type { Rung } from '../../../domain/rules/ladder.ts'
import { FoldedCard } from '../../../ui/FoldedCard.tsx'
import { HistoryButton } from '../../../ui/history/HistoryButton.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { needOptions, outcomeOptions } from '../options.ts'
import { AddTarget } from './AddTarget.tsx'
import { ratingMarks } from './ratingMarks.ts'
import { usePlanStyles } from './styles.ts'
import { useAim } from './useAim.ts'
import type { PlanRecords } from './usePlanRecords.ts'

const useStyles = makeStyles({
  under: {
    listStyle: 'none',
    margin: '0 0 0 14px',
    padding: '0 0 0 10px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { marginLeft: '6px', paddingLeft: '6px' },
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '14px' },
})

const fields = ['text', 'kind', 'parent', 'need', 'baseline', 'measure', 'criterion', 'by', 'status', 'strategies'] // prettier-ignore

type RungProps = {
  rung: Rung
  plan: PlanRecords
  cycle: string | null
  inPlan: ReadonlyMap<string, Stored<CycleTarget>>
}

/** One target with the steps towards it: folded, opened to be changed, added to, or taken out of the plan. */
export const OneRung = ({ rung: { outcome, under }, plan, cycle, inPlan }: RungProps) => {
  const own = useStyles()
  const styles = usePlanStyles()
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState(false)
  const mayWrite = useMayWrite(Outcome)
  const { archive, trouble } = useArchive(Outcome)
  const aim = useAim()
  const failed = trouble ?? aim.trouble
  const row = inPlan.get(outcome.key)
  const today = useServices().today()
  const others = plan.outcomes.filter(({ key }) => key !== outcome.key)
  return (
    <li>
      <FoldedCard
        heading={null}
        open={open}
        onToggle={() => setOpen(!open)}
        summary={
          <>
            <Text block size={200} className={styles.quiet}>
              {[
                inWords(Outcome.fields.kind.choices[outcome.kind]),
                outcome.by && t`by ${showDay(outcome.by)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Text block>{outcome.text}</Text>
            <Text block size={200} className={styles.quiet}>
              {[
                outcome.baseline && t`From: ${outcome.baseline}`,
                outcome.criterion && t`Reached when: ${outcome.criterion}`,
                outcome.measure && t`Seen by: ${outcome.measure}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </>
        }
        aside={<Mark outcome={outcome} row={row} today={today} />}
      >
        <RecordForm
          type={Outcome}
          record={outcome}
          groups={[{ fields }]}
          options={{ need: needOptions(plan.needs), parent: outcomeOptions(others) }}
        />
        <div className={own.foot}>
          {mayWrite && (
            <>
              <Button
                size="small"
                icon={<AddRegular />}
                onClick={() => setAdding(true)}
              >{t`Add a step towards it`}</Button>
              {cycle && !row && outcome.status === 'current' && (
                <Button
                  size="small"
                  disabled={aim.busy}
                  onClick={() => void aim.add(plan.pupil.key, cycle, outcome.key)}
                >{t`Work on it in this plan`}</Button>
              )}
              {row && (
                <Button
                  size="small"
                  disabled={aim.busy}
                  onClick={() => void aim.takeOut(row)}
                >{t`Take it out of this plan`}</Button>
              )}
            </>
          )}
          <HistoryButton type={Outcome} record={outcome} />
          {mayWrite && (
            <Button
              size="small"
              appearance="subtle"
              icon={<ArchiveRegular />}
              onClick={() => void archive(outcome, 'Taken off by hand')}
            >{t`Archive`}</Button>
          )}
        </div>
      </FoldedCard>
      {failed && <TroubleNotice trouble={failed} />}
      {adding && (
        <AddTarget
          plan={plan}
          cycle={cycle}
          under={outcome}
          onStored={(key) => cycle && void aim.add(plan.pupil.key, cycle, key)}
          onClose={() => setAdding(false)}
        />
      )}
      {under.length > 0 && (
        <ul className={own.under} aria-label={t`Steps towards it`}>
          {under.map((one) => (
            <OneRung key={one.outcome.key} rung={one} plan={plan} cycle={cycle} inPlan={inPlan} />
          ))}
        </ul>
      )}
    </li>
  )
}

const Mark = ({
  outcome,
  row,
  today,
}: {
  outcome: Outcome
  row: Stored<CycleTarget> | undefined
  today: Day
}) => {
  if (row?.rating)
    return (
      <StatusMark
        status={ratingMarks[row.rating]}
        word={inWords(CycleTarget.fields.rating.choices[row.rating])}
      />
    )
  if (outcome.status !== 'current')
    return <StatusMark status="unknown" word={inWords(Outcome.fields.status.choices[outcome.status])} />
  if (outcome.by && outcome.by < today) return <StatusMark status="overdue" word={t`Date passed`} />
  return row ? <StatusMark status="onTrack" word={t`In this plan`} /> : null
}
