import type { AnyDuty, DutyContext } from '../../../domain/duties/duty.ts'
import type { Stored } from '../../../domain/record.ts'
import type { AccessibilityItem } from '../../../domain/records/accessibilityItem.ts'
import type { Adjustment } from '../../../domain/records/adjustment.ts'
import type { ExamArrangement } from '../../../domain/records/examArrangement.ts'
import type { ExamDate } from '../../../domain/records/examDate.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { SafetyPlan } from '../../../domain/records/safetyPlan.ts'
import type { DutyRow } from '../useDuty.ts'
import { AlertGaps } from './AlertGaps.tsx'
import { CandidateList } from './CandidateList.tsx'
import { DifferentSets } from './DifferentSets.tsx'
import { EvidencePack } from './EvidencePack.tsx'
import { ExamRules } from './ExamRules.tsx'
import { FormScores } from './FormScores.tsx'
import { KnownDates } from './KnownDates.tsx'
import { PlanPaper } from './PlanPaper.tsx'
import { ArrangementSuggestion } from './Suggestion.tsx'
import { TeacherWords } from './TeacherWords.tsx'

/** Under a list of the place Access. */
export const AccessList = ({
  duty,
  rows,
  context,
}: {
  duty: AnyDuty
  rows: readonly DutyRow[]
  context: DutyContext
}) => {
  switch (duty.name) {
    case 'arrangements':
      return <CandidateList arrangements={rows as unknown as readonly Stored<ExamArrangement>[]} />
    case 'form8':
      return <ExamRules />
    case 'examDates':
      return <KnownDates rows={rows as unknown as readonly Stored<ExamDate>[]} />
    case 'adjustments':
      return (
        <DifferentSets adjustments={rows as unknown as readonly Stored<Adjustment>[]} context={context} />
      )
    case 'safety':
      return <AlertGaps plans={rows as unknown as readonly Stored<SafetyPlan>[]} context={context} />
    case 'accessibility':
      return <PlanPaper items={rows as unknown as readonly Stored<AccessibilityItem>[]} />
    default:
      return null
  }
}

/** Above the form of a row of the place Access. */
export const AccessRow = ({
  duty,
  row,
  context,
  pupil,
}: {
  duty: AnyDuty
  row: DutyRow
  context: DutyContext
  pupil: Stored<Pupil> | undefined
}) => {
  if (duty.name === 'arrangements' && pupil)
    return (
      <>
        <ArrangementSuggestion
          pupil={pupil}
          arrangement={row as unknown as Stored<ExamArrangement>}
          context={context}
        />
        <EvidencePack key={row.key} pupil={pupil} />
      </>
    )
  if (duty.name === 'form8') return <FormScores form={row.key} />
  return null
}

/** On a pupil’s page: what teachers have said that may be evidence, and the evidence as a paper. */
export const PupilAccess = ({ pupil }: { pupil: Stored<Pupil> }) => (
  <>
    <TeacherWords pupil={pupil.key} />
    <EvidencePack pupil={pupil} />
  </>
)
