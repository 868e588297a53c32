import type { ReviewFile } from '../../documents/reviewFile.ts'
import { Review } from '../../domain/records/review.ts'
import type { AgendaPart } from '../../domain/rules/meetingAgenda.ts'
import { RecordForm } from '../../ui/RecordForm.tsx'
import { type BlockName, blockFields, isBlock } from '../review/blocks.ts'
import { LastActions } from '../review/LastActions.tsx'
import { OutcomeBlock } from '../review/OutcomeBlock.tsx'
import { Recommendations } from '../review/Recommendations.tsx'
import { SupportBlock } from '../review/SupportBlock.tsx'
import { ActionEntry, AgreedActions } from './ActionEntry.tsx'
import { Here } from './Here.tsx'
import { SectionGrid } from './SectionGrid.tsx'
import { Targets } from './Targets.tsx'

/** What is asked aloud in each part, in words that a parent and a child understand. */
export const prompts: Record<AgendaPart, string> = {
  people: 'Who is here today, and who sent apologies?',
  child: 'What is going well? What is hard? What should change? What do you hope for?',
  parents: 'What is going well at school and at home? What worries you? What should change?',
  last: 'What did we say we would do, and is it done?',
  working: 'What works for this child, and what doesn’t?',
  outcomes: 'How far has each outcome come? Is it still the right one?',
  attainment: 'What do lessons, tests and attendance show?',
  support: 'Was the support in the plan given? Does it work?',
  health: 'Has anything changed in health or social care?',
  targets: 'What are the next steps for this year?',
  adulthood: 'What comes after school: work, home, friends, health?',
  placement: 'Is this still the right school? How does travel work?',
  budget: 'Has the right to ask for a personal budget been explained? Which equipment is needed?',
  changes: 'Which words of the plan should change?',
  recommendation: 'What does each person recommend, and why?',
  actions: 'Who does what, by when?',
  close: 'When do we meet next, and when does the report come?',
}

/** The fields of the review that a part writes; `close` has the day of the next one, and what stays open. */
const fieldsOfPart = (part: AgendaPart): readonly string[] =>
  part === 'close' ? ['nextDue', 'leftOpen'] : isBlock(part) ? (blockFields[part as BlockName] ?? []) : []

/** What is written in one part of the meeting. */
export const PartContent = ({ part, file }: { part: AgendaPart; file: ReviewFile }) => {
  const fields = fieldsOfPart(part)
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
