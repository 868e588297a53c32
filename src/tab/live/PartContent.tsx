import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Review } from '../../domain/records/review.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { AgendaPart } from '../../domain/rules/meetingAgenda.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { useServices } from '../../ui/services.tsx'
import { type BlockName, fieldsIn, isBlock } from '../../ui/review/blocks.ts'
import { LastActions } from '../review/LastActions.tsx'
import { OutcomeBlock } from '../review/OutcomeBlock.tsx'
import { Recommendations } from '../review/Recommendations.tsx'
import { SupportBlock } from '../review/SupportBlock.tsx'
import { ActionEntry, AgreedActions } from '../../ui/meeting/ActionEntry.tsx'
import { Here } from '../../ui/meeting/Here.tsx'
import { SectionGrid } from './SectionGrid.tsx'
import { Targets } from './Targets.tsx'

/** The fields of the review that a part writes; `close` has the day of the next one, and what stays open. */
const fieldsOfPart = (part: AgendaPart, file: ReviewFile, today: Day): readonly string[] =>
  part === 'close' ? ['nextDue', 'leftOpen'] : isBlock(part) ? fieldsIn(file, part as BlockName, today) : []

/** What is written in one part of the meeting. */
export const PartContent = ({ part, file }: { part: AgendaPart; file: ReviewFile }) => {
  const fields = fieldsOfPart(part, file, useServices().today())
  const form = fields.length > 0 && <RecordForm type={Review} record={file.review} groups={[{ fields }]} />
  switch (part) {
    case 'people':
      return <Here file={file} />
    case 'last':
      return <LastActions actions={file.previousActions} />
    case 'outcomes':
      return <OutcomeBlock file={file} />
    case 'support':
      return <SupportBlock file={file} />
    case 'targets':
      return <Targets file={file} />
    case 'changes':
      return <SectionGrid file={file} />
    case 'actions':
      return (
        <>
          <ActionEntry file={file} />
          <AgreedActions file={file} />
        </>
      )
    case 'recommendation':
      return (
        <>
          {form}
          <Recommendations file={file} />
        </>
      )
    default:
      return form || null
  }
}
