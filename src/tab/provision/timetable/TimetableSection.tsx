import { Slot } from '../../../domain/records/slot.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** Slots of the school. */
export const TimetableSection = ({ query }: { query: URLSearchParams }) => (
  <Loaded queries={[useAll(Slot)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={query.toString()}
        type={Slot}
        records={listed.records}
        summary={(one) => Slot.titleOf(one)}
        groups={[{ fields: Object.keys(Slot.fields) }]}
        empty={{ title: 'Nothing here yet', todo: Slot.about }}
      />
    )}
  </Loaded>
)
