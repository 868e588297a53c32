import { calledName } from '../domain/records/pupil.ts'
import { type Day, writtenDay } from '../domain/rules/day.ts'
import { layoutFor } from '../domain/rules/minutesLayout.ts'
import type { PartName } from '../domain/rules/minutesParts.ts'
import { meetingHeld } from '../domain/rules/reviewMoves.ts'
import { setting } from '../domain/rules/settings.ts'
import type { Block, DocumentContent } from './blocks.ts'
import { attendance, child, childViews, parentViews } from './minutes/child.ts'
import { documents, next, signatures } from './minutes/closing.ts'
import { differences } from './minutes/differences.ts'
import { decided, meeting, people, typeOfReview } from './minutes/firstPage.ts'
import { access, adulthood, budget, funding, health, placement, sectionChanges } from './minutes/future.ts'
import { type Minutes, minutesOf, note, type Part } from './minutes/parts.ts'
import { quietGaps } from './minutes/quietGaps.ts'
import { attainment, lastReview, outcomes, targets, working } from './minutes/progress.ts'
import { otherViews } from './minutes/said.ts'
import { support } from './minutes/support.ts'
import { initialsOf } from './minutesName.ts'
import type { ReviewFile } from './reviewFile.ts'
import { dayOfReview } from './reviewPlaces.ts'

const parts: { readonly [P in PartName]: Part } = {
  recommendation: decided,
  people,
  child,
  attendance,
  child_views: childViews,
  parent_views: parentViews,
  other_views: otherViews,
  last_review: lastReview,
  working,
  outcomes,
  attainment,
  provision: support,
  health,
  targets,
  adulthood,
  placement,
  budget,
  access,
  funding,
  changes: sectionChanges,
  differences,
  next,
  documents,
  signatures,
}

/** What the first page answers beside who and when; while these stand first, the rest begins on a new page. */
const firstPage: readonly PartName[] = ['recommendation', 'people']

const inOrder = (minutes: Minutes): Block[] => {
  const standing = minutes.layout
    .filter(({ out }) => !out)
    .map(({ part }) => ({ part, blocks: parts[part](minutes) }))
    .filter(({ blocks }) => blocks.length > 0)
  const breaks = firstPage.every((part) =>
    standing.slice(0, firstPage.length).some((one) => one.part === part),
  )
  return standing.flatMap(({ blocks }, at) =>
    breaks && at === firstPage.length ? [{ is: 'pageBreak' }, ...blocks] : blocks,
  )
}

/** Word ends no document in a table: some layouts would. */
const ended = (blocks: Block[]): Block[] =>
  blocks.at(-1)?.is === 'table' ? [...blocks, note('Here these minutes end.')] : blocks

/** The report still has to go out: everything that may be written has room. */
const isOpen = ({ review }: ReviewFile) =>
  !meetingHeld(review) || (review.stage === 'meetingHeld' && review.reportSent === null)

/**
 * The minutes and report of one review: the parts that apply by type, age and what is recorded, in the
 * order of the authority's layout, else the school's, else ours. Every field that
 * people write is bound once, to its record or to one that comes to be when it is first written. `today` is used while
 * no meeting is set, and dates the file.
 */
export const reviewMinutes = (file: ReviewFile, today: Day): DocumentContent => {
  const { pupil, review, school, schoolName } = file
  const layout = layoutFor(file.layouts ?? [], pupil.localAuthority ?? school?.localAuthority ?? null)
  const minutes = minutesOf(file, dayOfReview(file, today), calledName(pupil), isOpen(file), layout)
  const kind = typeOfReview(minutes)
  const blocks = ended([...meeting(minutes), ...inOrder(minutes)])
  const when = review.meetingDate ? writtenDay(review.meetingDate) : 'meeting not set'
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
