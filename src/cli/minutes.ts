import { reviewMinutes } from '../documents/reviewMinutes.ts'
import { londonDay } from '../domain/rules/day.ts'
import { docxFor } from '../ui/design.ts'
import { gatherReview } from '../ui/gatherReview.ts'
import { writeOut } from './files.ts'
import { findReview } from './findPupil.ts'
import type { Command } from './command.ts'
import { type Asked, needed } from './options.ts'
import { openSchools } from './openSchools.ts'

/** `minutes`: the same gathering and the same builder as the task pane's Insert. */
export const minutes: Command = async (asked: Asked, { log, print }) => {
  const [pupil, out] = [needed(asked, 'pupil'), needed(asked, 'out')]
  const opened = await openSchools(asked.given, log)
  try {
    const { at, review } = await findReview(opened.schools, pupil, asked.given['review'])
    const today = londonDay(new Date())
    const file = await gatherReview(at.connection.records, review.key, { schoolName: at.school.name, today })
    await writeOut(out, await docxFor({ ...at.connection, school: at.school }, reviewMinutes(file, today)))
    print(`${out}: minutes of review ${review.key}, ${at.school.name}`)
    return 0
  } finally {
    await opened.close()
  }
}
