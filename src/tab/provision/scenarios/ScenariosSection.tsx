import { Scenario } from '../../../domain/records/scenario.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** Scenarios of the school. */
export const ScenariosSection = ({ about }: { about: string | null }) => (
  <Loaded queries={[useAll(Scenario)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={about ?? 'all'}
        type={Scenario}
        records={listed.records}
        summary={(one) => Scenario.titleOf(one)}
        groups={[{ fields: Object.keys(Scenario.fields) }]}
        empty={{ title: 'Nothing here yet', todo: Scenario.about }}
      />
    )}
  </Loaded>
)
