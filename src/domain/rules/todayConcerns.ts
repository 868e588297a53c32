import { counted } from '../counted.ts'
import type { Stored } from '../record.ts'
import type { Concern } from '../records/concern.ts'
import type { StaffConcern } from '../records/staffConcern.ts'
import type { TeacherAsk } from '../records/teacherAsk.ts'
import { askedAbout, concernState, notTakenUp, tellWhy } from './concern.ts'
import { showDay } from './day.ts'
import { type Context, lineOf, stillHere, verb, whyOf } from './todayParts.ts'
import { nearDay, type WorkLine } from './todayTypes.ts'

const atConcern = (key: string | null) => ({ is: 'concern', key }) as const

/**
 * What waits for the SENCO among concerns: raised by staff and not taken up, answers that are late or all there, a
 * decision of which parents have not been told, the day to look again.
 */
export const concernLines = (
  concerns: readonly Stored<Concern>[],
  asks: readonly Stored<TeacherAsk>[],
  said: readonly Stored<StaffConcern>[],
  context: Context,
): WorkLine[] => {
  const { today, pupils } = context
  const about = { about: 'support', task: { purpose: 'provision', words: 'A concern' } } as const
  const fresh = notTakenUp(said).map((one) =>
    lineOf('school', null, context, {
      ...about,
      id: `concern-new:${one.key}`,
      pupils: one.pupil !== null && pupils.has(one.pupil) ? [one.pupil] : [],
      word: 'New',
      what: 'A member of staff has raised a concern',
      detail: `${nearDay(one.on, today)} · ${one.by}`,
      why: whyOf(
        'Concern',
        'Whoever works with a child may see a need first; the SENCO looks into it',
        'should',
        'SEND Code of Practice 6.14 to 6.20',
        { 'Raised on': showDay(one.on) },
      ),
      next: verb('Look into it', atConcern(null)),
      open: atConcern(null),
    }),
  )
  const own = concerns.flatMap((concern): WorkLine[] => {
    const pupil = pupils.get(concern.pupil)
    if (!pupil || !stillHere(pupil, today)) return []
    const asked = askedAbout(concern, asks, said, today)
    const place = atConcern(concern.key)
    const told = { ...about, pupils: [concern.pupil], open: place }
    const inputs = { 'Raised on': showDay(concern.raisedOn) }
    switch (concernState(concern, asked, today)) {
      case 'asking': {
        const late = asked.filter((one) => one.late)
        const due = late.map(({ ask }) => ask.due!).toSorted()[0]
        return due === undefined
          ? []
          : [
              lineOf('others', due, context, {
                ...told,
                id: `concern-late:${concern.key}`,
                what: `${counted(late.length, 'teacher')} ${late.length === 1 ? 'has' : 'have'} not answered the short questions`,
                detail: late.map(({ ask }) => ask.teacher).join(', '),
                why: whyOf(
                  'Concern',
                  'The day by which they were asked to answer',
                  'local',
                  'Concerns',
                  inputs,
                ),
                next: verb('Remind them', place, false),
              }),
            ]
      }
      case 'raised':
      case 'toDecide':
        return [
          lineOf('school', null, context, {
            ...told,
            id: `concern-decide:${concern.key}`,
            word: asked.length > 0 ? 'Answers are in' : 'Open',
            what: asked.length > 0 ? 'A concern: decide what happens' : 'A concern to look into',
            detail: `raised ${nearDay(concern.raisedOn, today)} by ${concern.raisedBy}`,
            why: whyOf(
              'Concern',
              'The school decides with the parents whether a child has a need',
              'should',
              'SEND Code of Practice 6.38 to 6.41',
              inputs,
            ),
            next: verb(asked.length > 0 ? 'Decide' : 'Look into it', place),
          }),
        ]
      case 'toTell':
        return [
          lineOf('school', concern.decidedOn, context, {
            ...told,
            id: `concern-tell:${concern.key}`,
            when: concern.decidedOn === null ? 'none' : 'week',
            what: 'Tell the parents what was decided about a concern',
            why: tellWhy(concern),
            next: verb('Tell the parents', place),
          }),
        ]
      case 'lookAgain':
        return [
          lineOf('school', concern.lookAgain, context, {
            ...told,
            id: `concern-again:${concern.key}`,
            what: 'Look again at a concern',
            why: whyOf('Concern', 'The day that was settled for another look', 'local', 'Concerns', inputs),
            next: verb('Look again', place),
          }),
        ]
      case 'watching':
      case 'decided':
        return []
    }
  })
  return [...fresh, ...own]
}
