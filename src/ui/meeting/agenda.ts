import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Day } from '../../domain/rules/day.ts'
import {
  type AgendaPart,
  agendaParts,
  agendaPlan,
  chosenMinutes,
  type Planned,
  usualMeetingMinutes,
} from '../../domain/rules/meetingAgenda.ts'
import { adulthoodDue } from '../../domain/rules/reviewDates.ts'

/** The parts of this meeting: adulthood from Year 9, last time’s actions where there was a last time. */
export const partsOf = ({ pupil, review, previousActions }: ReviewFile, today: Day): AgendaPart[] =>
  (Object.keys(agendaParts) as AgendaPart[]).filter(
    (part) =>
      (part !== 'adulthood' ||
        adulthoodDue(pupil.yearGroup, pupil.dateOfBirth, review.meetingDate ?? today)) &&
      (part !== 'last' || previousActions.length > 0),
  )

const lengthOf = ({ school }: ReviewFile): number => school?.meetingMinutes ?? usualMeetingMinutes

/** The agenda of this meeting with its minutes. */
export const agendaOf = (file: ReviewFile, today: Day): Planned[] =>
  agendaPlan(partsOf(file, today), lengthOf(file), chosenMinutes(file.review.agenda))
