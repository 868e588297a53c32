import type { ReviewFile } from '../../../documents/reviewFile.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Chase } from '../../../domain/records/chase.ts'
import { AdviceStep } from './AdviceStep.tsx'
import { CirculateStep } from './CirculateStep.tsx'
import { CloseStep } from './CloseStep.tsx'
import { DecisionStep } from './DecisionStep.tsx'
import { InviteStep } from './InviteStep.tsx'
import { MeetingStep } from './MeetingStep.tsx'
import { ReportStep } from './ReportStep.tsx'
import type { StepName } from './steps.ts'

/** What is done in one step of the review. */
export const StepPanel = ({
  step,
  file,
  chases,
}: {
  step: StepName
  file: ReviewFile
  chases: readonly Stored<Chase>[]
}) => {
  switch (step) {
    case 'invite':
      return <InviteStep file={file} />
    case 'advice':
      return <AdviceStep file={file} chases={chases} />
    case 'circulate':
      return <CirculateStep file={file} />
    case 'hold':
      return <MeetingStep file={file} />
    case 'report':
      return <ReportStep file={file} />
    case 'decision':
      return <DecisionStep file={file} chases={chases} />
    case 'close':
      return <CloseStep file={file} />
  }
}
