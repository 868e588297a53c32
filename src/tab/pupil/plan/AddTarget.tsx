import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { nextKind } from '../../../domain/rules/ladder.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { needOptions, outcomeOptions } from '../options.ts'
import type { PlanRecords } from './usePlanRecords.ts'

/** A new target, under another or by itself. */
export const AddTarget = ({
  plan: { pupil, needs, outcomes },
  reviewBy,
  under,
  onStored,
  onClose,
}: {
  plan: PlanRecords
  /** The day on which the plan is looked at again: what a target is usually set for. */
  reviewBy: Day | null
  under: Stored<Outcome> | null
  onStored: (key: string) => void
  onClose: () => void
}) => {
  const today = useServices().today()
  const current = outcomes.filter(({ status }) => status === 'current')
  return (
    <AddForm
      type={Outcome}
      title={under ? t`Add this step` : t`Add this target`}
      given={{
        pupil: pupil.key,
        kind: under ? nextKind(under.kind) : 'term',
        parent: under?.key ?? null,
        need: under?.need ?? (needs.length === 1 ? needs[0]!.key : null),
        by: reviewBy,
        setOn: today,
        status: 'current',
      }}
      fields={['text', 'baseline', 'criterion', 'measure', 'by', 'kind', ...(under ? [] : ['parent', 'need']), 'strategies']} // prettier-ignore
      options={{ need: needOptions(needs), parent: outcomeOptions(current) }}
      onStored={({ key }) => onStored(key)}
      onClose={onClose}
    />
  )
}
