import { Concern } from '../../domain/records/concern.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordCards } from '../../ui/RecordCards.tsx'
import { useAll } from '../../ui/records.ts'

/** Concerns of the school. */
export const ConcernsScreen = ({ concernKey }: { concernKey: string | null }) => (
  <Loaded queries={[useAll(Concern)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={concernKey ?? 'all'}
        type={Concern}
        records={listed.records}
        summary={(one) => Concern.titleOf(one)}
        groups={[{ fields: Object.keys(Concern.fields) }]}
        empty={{ title: 'Nothing here yet', todo: Concern.about }}
      />
    )}
  </Loaded>
)
