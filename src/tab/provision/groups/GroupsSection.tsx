import { Group } from '../../../domain/records/group.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** Groups of the school. */
export const GroupsSection = ({ about }: { about: string | null }) => (
  <Loaded queries={[useAll(Group)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={about ?? 'all'}
        type={Group}
        records={listed.records}
        summary={(one) => Group.titleOf(one)}
        groups={[{ fields: Object.keys(Group.fields) }]}
        empty={{ title: 'Nothing here yet', todo: Group.about }}
      />
    )}
  </Loaded>
)
