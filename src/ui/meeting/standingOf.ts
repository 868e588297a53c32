import { t } from '../../words/t.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Day } from '../../domain/rules/day.ts'
import type { AgendaPart, Unanswered } from '../../domain/rules/meetingAgenda.ts'
import { fillingOf, isBlock } from '../review/blocks.ts'

/** How a part of the meeting stands: something is asked and unanswered; nothing has to be said and nothing was; done. */
export type Standing = 'open' | 'quiet' | 'done'

const maySayNothing = new Set<AgendaPart>(['working', 'attainment', 'changes', 'actions'])

export const standingWords: Record<Standing, string> = {
  open: t`something open`,
  quiet: t`nothing here yet`,
  done: t`nothing open`,
}

export const standingOf = (
  file: ReviewFile,
  part: AgendaPart,
  missing: readonly Unanswered[],
  today: Day,
): Standing => {
  if (missing.some((one) => one.part === part)) return 'open'
  // Nothing has to be said here; a tick would tell that something was.
  const silent =
    part === 'close'
      ? file.review.meetingEnded === null
      : isBlock(part) && maySayNothing.has(part) && fillingOf(file, part, today) === 'empty'
  return silent ? 'quiet' : 'done'
}
