import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { nextKind, usualBy } from '../../../domain/rules/ladder.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { needOptions, outcomeOptions } from '../options.ts'
import type { PlanRecords } from './usePlanRecords.ts'

/** A new target, under another or by itself. */
export const AddTarget = ({
  plan: { pupil, needs, outcomes, context },
  cycle,
  under,
  onStored,
  onClose,
}: {
  plan: PlanRecords
  /** The plan for which it is set: its review is the day that most targets are for. */
  cycle: string | null
  under: Stored<Outcome> | null
  onStored: (key: string) => void
  onClose: () => void
}) => {
  const today = useServices().today()
  const reviewBy = context.all.find(({ key }) => key === cycle)?.reviewBy ?? null
  const kind = under ? nextKind(under.kind) : 'term'
  const current = outcomes.filter(({ status }) => status === 'current')
  return (
    <AddForm
      type={Outcome}
      title={under ? t`Add this step` : t`Add this target`}
      given={{
        pupil: pupil.key,
        kind,
        parent: under?.key ?? null,
        need: under?.need ?? (needs.length === 1 ? needs[0]!.key : null),
        by: usualBy(kind, reviewBy, today),
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
