import { Funding } from '../../../domain/records/funding.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** Fundings of the school. */
export const MoneySection = ({ query }: { query: URLSearchParams }) => (
  <Loaded queries={[useAll(Funding)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={query.toString()}
        type={Funding}
        records={listed.records}
        summary={(one) => Funding.titleOf(one)}
        groups={[{ fields: Object.keys(Funding.fields) }]}
        empty={{ title: 'Nothing here yet', todo: Funding.about }}
      />
    )}
  </Loaded>
)
