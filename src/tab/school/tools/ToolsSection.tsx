import { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'

/** AssessmentTools of the school. */
export const ToolsSection = () => (
  <Loaded queries={[useAll(AssessmentTool)]} shape={null}>
    {(listed) => (
      <RecordCards
        type={AssessmentTool}
        records={listed.records}
        summary={(one) => AssessmentTool.titleOf(one)}
        groups={[{ fields: Object.keys(AssessmentTool.fields) }]}
        empty={{ title: 'Nothing here yet', todo: AssessmentTool.about }}
      />
    )}
  </Loaded>
)
