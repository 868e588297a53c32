import { CostingRulebook } from '../../../domain/records/costingRulebook.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** CostingRulebooks of the school. */
export const CostingSection = () => (
  <Loaded queries={[useAll(CostingRulebook)]} shape={null}>
    {(listed) => (
      <RecordCards
        type={CostingRulebook}
        records={listed.records}
        summary={(one) => CostingRulebook.titleOf(one)}
        groups={[{ fields: Object.keys(CostingRulebook.fields) }]}
        empty={{ title: 'Nothing here yet', todo: CostingRulebook.about }}
      />
    )}
  </Loaded>
)
