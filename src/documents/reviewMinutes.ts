import { calledName } from '../domain/records/pupil.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import { meetingHeld } from '../domain/rules/reviewMoves.ts'
import { setting } from '../domain/rules/settings.ts'
import type { DocumentContent } from './blocks.ts'
import { child, childViews, parentViews } from './minutes/child.ts'
import { documents, next, signatures } from './minutes/closing.ts'
import { differences } from './minutes/differences.ts'
import { decided, meeting, people, typeOfReview } from './minutes/firstPage.ts'
import { adulthood, budget, equipment, funding, health, placement, sectionChanges } from './minutes/future.ts'
import { minutesOf, type Part } from './minutes/parts.ts'
import { quietGaps } from './minutes/quietGaps.ts'
import { lastReview, outcomes, targets, working } from './minutes/progress.ts'
import { otherViews } from './minutes/said.ts'
import { support } from './minutes/support.ts'
import { initialsOf } from './minutesName.ts'
import type { ReviewFile } from './reviewFile.ts'
import { dayOfReview } from './reviewPlaces.ts'

/** In the order in which people read: the first page answers who, when, who was there and what was decided. */
const parts: readonly Part[] = [
  meeting,
  decided,
  people,
  child,
  childViews,
  parentViews,
  otherViews,
  lastReview,
  working,
  outcomes,
  support,
  health,
  targets,
  adulthood,
  placement,
  budget,
  equipment,
  funding,
  sectionChanges,
  differences,
  next,
  documents,
  signatures,
]

/** The report still has to go out: everything that may be written has room. */
const isOpen = ({ review }: ReviewFile) =>
  !meetingHeld(review) || (review.stage === 'meetingHeld' && review.reportSent === null)

/**
 * The minutes and report of one review: the parts that apply by type, age and what is recorded. Every field that
 * people write is bound once, to its record or to one that comes to be when it is first written. `today` is used while
 * no meeting is set, and dates the file.
 */
export const reviewMinutes = (file: ReviewFile, today: Day): DocumentContent => {
  const { pupil, review, school, schoolName } = file
  const minutes = minutesOf(file, dayOfReview(file, today), calledName(pupil), isOpen(file))
  const kind = typeOfReview(minutes)
  const blocks = parts.flatMap((part) => part(minutes))
  const when = review.meetingDate ? showDay(review.meetingDate) : 'meeting not set'
  return {
    // SharePoint shows a file's title in libraries, searches and messages: the whole name stays inside.
    title: `${kind}: ${initialsOf(pupil)}, ${when}`,
    subject: `Minutes and report of the ${kind.toLowerCase()}`,
    author: schoolName,
    language: 'en-GB',
    footer: `${calledName(pupil)} · ${kind} · ${when}\n${setting(school ?? undefined, 'confidentialityLine')}`,
    blocks: minutes.open ? blocks : blocks.map(quietGaps),
    identity: { kind: 'reviewMinutes', keys: { pupil: pupil.key, review: review.key }, made: today },
  }
}
