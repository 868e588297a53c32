import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { Score } from '../../../domain/records/score.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** Scores of the school. */
export const ProgressPart = ({ pupil }: { pupil: Stored<Pupil> }) => (
  <Loaded queries={[useAll(Score)]} shape={null}>
    {(listed) => (
      <RecordCards
        key={pupil.key}
        type={Score}
        records={listed.records}
        summary={(one) => Score.titleOf(one)}
        groups={[{ fields: Object.keys(Score.fields) }]}
        empty={{ title: 'Nothing here yet', todo: Score.about }}
      />
    )}
  </Loaded>
)
