import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** SupportStaffs of the school. */
export const StaffSection = ({ query }: { query: URLSearchParams }) => (
  <Loaded queries={[useAll(SupportStaff)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={query.toString()}
        type={SupportStaff}
        records={listed.records}
        summary={(one) => SupportStaff.titleOf(one)}
        groups={[{ fields: Object.keys(SupportStaff.fields) }]}
        empty={{ title: 'Nothing here yet', todo: SupportStaff.about }}
      />
    )}
  </Loaded>
)
