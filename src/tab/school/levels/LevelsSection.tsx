import { LevelSetting } from '../../../domain/records/levelSetting.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** LevelSettings of the school. */
export const LevelsSection = () => (
  <Loaded queries={[useAll(LevelSetting)]} shape={null}>
    {(listed) => (
      <RecordCards
        type={LevelSetting}
        records={listed.records}
        summary={(one) => LevelSetting.titleOf(one)}
        groups={[{ fields: Object.keys(LevelSetting.fields) }]}
        empty={{ title: 'Nothing here yet', todo: LevelSetting.about }}
      />
    )}
  </Loaded>
)
