import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import type { Stored } from '../record.ts'
import type { Concern } from '../records/concern.ts'
import type { StaffConcern } from '../records/staffConcern.ts'
import type { TeacherAsk } from '../records/teacherAsk.ts'
import { askedAbout, concernState, tellWhy } from './concern.ts'
import { namingNobody, notTakenUp, toReply } from './concernSaid.ts'
import { addDays, showDay } from './day.ts'
import { type Context, lineOf, stillHere, verb, whyOf } from './todayParts.ts'
import { nearDay, type WorkLine } from './todayTypes.ts'

const atConcern = (key: string | null) => ({ is: 'concern', key }) as const
const about = { about: 'support', task: { purpose: 'provision', words: 'A concern' } } as const
/** So long after the decision those who raised a concern are told what became of it; later it helps nobody. */
const replyDays = 42

/** What staff raised and nobody has taken up: first whose it is, where it names a child whom no record is matched with. */
const freshLines = (said: readonly Stored<StaffConcern>[], context: Context): WorkLine[] => {
  const { today, pupils } = context
  const nameless = new Set(namingNobody(said))
  const lineFor = (
    one: Stored<StaffConcern>,
    told: Pick<WorkLine, 'id' | 'word' | 'what' | 'why' | 'next'>,
  ) =>
    lineOf('school', null, context, {
      ...about,
      pupils: one.pupil !== null && pupils.has(one.pupil) ? [one.pupil] : [],
      detail: `${nearDay(one.on, today)} · ${one.by}`,
      open: atConcern(null),
      ...told,
    })
  return [
    ...[...nameless].map((one) =>
      lineFor(one, {
        id: `concern-whose:${one.key}`,
        word: t`Whose is it`,
        what: t`A concern from staff is matched with no pupil`,
        why: whyOf(
          t`Concern without a pupil`,
          t`What is said of a child by name alone is in nobody’s record: until it is matched, no request for access and no disposal finds it`,
          'must',
          t`UK GDPR, articles 5(1)(d), 5(1)(e) and 15`,
          { 'Raised on': showDay(one.on) },
        ),
        next: verb(t`Say whose it is`, atConcern(null)),
      }),
    ),
    ...notTakenUp(said)
      .filter((one) => !nameless.has(one))
      .map((one) =>
        lineFor(one, {
          id: `concern-new:${one.key}`,
          word: t`New`,
          what: t`A member of staff has raised a concern`,
          why: whyOf(
            'Concern',
            t`Whoever works with a child may see a need first; the SENCO looks into it`,
            'should',
            t`SEND Code of Practice 6.14 to 6.20`,
            { 'Raised on': showDay(one.on) },
          ),
          next: verb(t`Look into it`, atConcern(null)),
        }),
      ),
  ]
}

/** Those who raised a concern and have not heard what was decided. */
const replyLine = (
  concern: Stored<Concern>,
  said: readonly Stored<StaffConcern>[],
  context: Context,
): WorkLine[] => {
  const { today } = context
  const untold = toReply(concern, said)
  const { decidedOn } = concern
  if (untold.length === 0 || decidedOn === null || decidedOn < addDays(today, -replyDays)) return []
  return [
    lineOf('school', null, context, {
      ...about,
      pupils: [concern.pupil],
      open: atConcern(concern.key),
      id: `concern-reply:${concern.key}`,
      word: t`To be told`,
      what: t`Tell ${untold.length === 1 ? untold[0]!.by : t`${untold.length} members of staff`} what became of a concern`,
      detail: t`decided ${nearDay(decidedOn, today)}`,
      why: whyOf('Concern', t`Whoever raised a concern hears what became of it`, 'recommended', t`Concerns`, {
        'Raised on': showDay(concern.raisedOn),
        'Decided on': showDay(decidedOn),
      }),
      next: verb(t`Tell them`, atConcern(concern.key)),
    }),
  ]
}

/** The next thing to do about one concern. */
const stateLine = (
  concern: Stored<Concern>,
  asks: readonly Stored<TeacherAsk>[],
  said: readonly Stored<StaffConcern>[],
  context: Context,
): WorkLine[] => {
  const { today } = context
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
              what:
                late.length === 1
                  ? t`1 teacher has not answered the short questions`
                  : t`${counted(late.length, 'teacher')} have not answered the short questions`,
              detail: late.map(({ ask }) => ask.teacher).join(', '),
              why: whyOf(
                'Concern',
                t`The day by which they were asked to answer`,
                'local',
                t`Concerns`,
                inputs,
              ),
              next: verb(t`Remind them`, place, false),
            }),
          ]
    }
    case 'raised':
    case 'toDecide':
      return [
        lineOf('school', null, context, {
          ...told,
          id: `concern-decide:${concern.key}`,
          word: asked.length > 0 ? t`Answers are in` : t`Open`,
          what: asked.length > 0 ? t`A concern: decide what happens` : t`A concern to look into`,
          detail: t`raised ${nearDay(concern.raisedOn, today)} by ${concern.raisedBy}`,
          why: whyOf(
            'Concern',
            t`The school decides with the parents whether a child has a need`,
            'should',
            t`SEND Code of Practice 6.38 to 6.41`,
            inputs,
          ),
          next: verb(asked.length > 0 ? t`Decide` : t`Look into it`, place),
        }),
      ]
    case 'toTell':
      return [
        lineOf('school', concern.decidedOn, context, {
          ...told,
          id: `concern-tell:${concern.key}`,
          when: concern.decidedOn === null ? 'none' : 'week',
          what: t`Tell the parents what was decided about a concern`,
          why: tellWhy(concern),
          next: verb(t`Tell the parents`, place),
        }),
      ]
    case 'lookAgain':
      return [
        lineOf('school', concern.lookAgain, context, {
          ...told,
          id: `concern-again:${concern.key}`,
          what: t`Look again at a concern`,
          why: whyOf('Concern', t`The day that was settled for another look`, 'local', t`Concerns`, inputs),
          next: verb(t`Look again`, place),
        }),
      ]
    case 'watching':
    case 'decided':
      return []
  }
}

/**
 * What waits for the SENCO among concerns: raised by staff and not taken up, or about nobody that is known; answers
 * that are late or all there, a decision of which parents or staff have not been told, the day to look again.
 */
export const concernLines = (
  concerns: readonly Stored<Concern>[],
  asks: readonly Stored<TeacherAsk>[],
  said: readonly Stored<StaffConcern>[],
  context: Context,
): WorkLine[] => [
  ...freshLines(said, context),
  ...concerns.flatMap((concern) => {
    const pupil = context.pupils.get(concern.pupil)
    return pupil && stillHere(pupil, context.today)
      ? [...stateLine(concern, asks, said, context), ...replyLine(concern, said, context)]
      : []
  }),
]
