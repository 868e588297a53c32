import { Delivery } from '../../domain/records/delivery.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordCards } from '../../ui/RecordCards.tsx'
import { useAll } from '../../ui/records.ts'

/** Deliverys of the school. */
export const SessionsScreen = ({ query }: { query: URLSearchParams }) => (
  <Loaded queries={[useAll(Delivery)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={query.toString()}
        type={Delivery}
        records={listed.records}
        summary={(one) => Delivery.titleOf(one)}
        groups={[{ fields: Object.keys(Delivery.fields) }]}
        empty={{ title: 'Nothing here yet', todo: Delivery.about }}
      />
    )}
  </Loaded>
)
