import type { AnyDuty, DutyContext } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import type { Evidence } from '../../domain/records/evidence.ts'
import type { GovernorReport } from '../../domain/records/governorReport.ts'
import type { Objective } from '../../domain/records/objective.ts'
import type { Policy } from '../../domain/records/policy.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { PublishedOn } from '../../domain/records/publishedOn.ts'
import type { QualityVisit } from '../../domain/records/qualityVisit.ts'
import type { ReportSection } from '../../domain/records/reportSection.ts'
import type { DutyRow } from '../duties/useDuty.ts'
import { EvaluationPanel } from './EvaluationPanel.tsx'
import { EvidenceSource } from './EvidenceSource.tsx'
import { GovernorsPanel } from './GovernorsPanel.tsx'
import { ObjectivePanel } from './ObjectivePanel.tsx'
import { OpenAddress } from './OpenAddress.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { PolicyPanel } from './PolicyPanel.tsx'
import { ReportPanel } from './ReportPanel.tsx'
import { VisitPanel } from './VisitPanel.tsx'

// What the duties of leading SEND have beside list and form. The rows are those of the duty: its name says of which type.

/** Under the list. */
export const LeadingList = ({
  duty,
  rows,
  context,
}: {
  duty: AnyDuty
  rows: readonly DutyRow[]
  context: DutyContext
}) => {
  switch (duty.name) {
    case 'sections':
      return <ReportPanel sections={rows as unknown as readonly Stored<ReportSection>[]} context={context} />
    case 'objectives':
      return <PlanPanel objectives={rows as unknown as readonly Stored<Objective>[]} context={context} />
    case 'evidence':
      return <EvaluationPanel evidence={rows as unknown as readonly Stored<Evidence>[]} context={context} />
    default:
      return null
  }
}

/** Above the form of a row. */
export const LeadingRow = ({
  duty,
  row,
  context,
  pupils,
}: {
  duty: AnyDuty
  row: DutyRow
  context: DutyContext
  pupils: readonly Stored<Pupil>[]
}) => {
  switch (duty.name) {
    case 'governors':
      return (
        <GovernorsPanel report={row as unknown as Stored<GovernorReport>} context={context} pupils={pupils} />
      )
    case 'objectives':
      return <ObjectivePanel objective={row as unknown as Stored<Objective>} context={context} />
    case 'walks':
      return <VisitPanel visit={row as unknown as Stored<QualityVisit>} />
    case 'policies':
      return <PolicyPanel policy={row as unknown as Stored<Policy>} />
    case 'website':
      return <OpenAddress address={(row as unknown as Stored<PublishedOn>).address} />
    case 'evidence':
      return <EvidenceSource evidence={row as unknown as Stored<Evidence>} context={context} />
    default:
      return null
  }
}
