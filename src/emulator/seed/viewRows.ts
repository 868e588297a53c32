import { blank } from '../../domain/record.ts'
import { MeetingPoint } from '../../domain/records/meetingPoint.ts'
import { Phrase } from '../../domain/records/phrase.ts'
import { View } from '../../domain/records/view.ts'
import { WaitingAnswer } from '../../domain/records/waitingAnswer.ts'
import { addDays } from '../../domain/rules/day.ts'
import { keyOn, type Random } from './random.ts'
import type { Held } from './reviewParts.ts'
import type { Row } from './rows.ts'
import { say } from './say.ts'
import type { Setting } from './setting.ts'
import { childSays, otherSays, parentSays, parkedPoints, phrases } from './words/saidWords.ts'

/** What was said for some reviews: by the child on a form, by parents on paper, by others at the meeting. */
export const makeViews = ({ today }: Setting, random: Random, held: readonly Held[]): Row<View>[] =>
  held.flatMap(({ review, known, depth }, at) => {
    const { meetingDate } = review.record
    if (depth === 'planned' || !meetingDate || !random.chance(0.3)) return []
    const about = { pupil: known.pupil.key, review: review.key }
    const before = addDays(meetingDate, -random.whole(16, 30))
    const on = before > today ? today : before
    const one = (record: Partial<View>, day = on): Row<View> => ({
      key: keyOn(random, day),
      record: blank(View, { ...about, gathered: day, ...record }),
    })
    const helped = random.chance(0.2)
    return [
      ...random.some(childSays, 2).map(([question, words]) =>
        one({
          whose: 'child',
          question,
          words: say(random, words, known.slots),
          how: helped ? 'symbols' : 'form',
          helper: helped ? known.pupil.record.keyAdult : null,
          ...(helped ? {} : { source: 'What I think', sourceRow: `answer ${at + 1}`, submitted: on }),
        }),
      ),
      one({
        whose: 'parent',
        name: known.slots['parent'] ?? null,
        words: say(random, random.pick(parentSays), known.slots),
        how: random.pick(['paper', 'conversation', 'letter'] as const),
      }),
      ...(depth === 'held'
        ? [
            one(
              {
                whose: 'school',
                topic: 'What is working',
                words: say(random, random.pick(otherSays), known.slots),
                how: 'meeting',
              },
              meetingDate,
            ),
          ]
        : []),
    ]
  })

export const makePoints = (_: Setting, random: Random, held: readonly Held[]): Row<MeetingPoint>[] =>
  held.flatMap(({ review, depth }) =>
    depth === 'held' && random.chance(0.1)
      ? [
          {
            key: keyOn(random, review.record.meetingDate!),
            record: blank(MeetingPoint, {
              review: review.key,
              text: random.pick(parkedPoints),
              topic: 'Placement and travel',
              state: random.pick(['parked', 'settled'] as const),
            }),
          },
        ]
      : [],
  )

export const makePhrases = ({ year }: Setting, random: Random): Row<Phrase>[] =>
  phrases.map(([heading, text], i) => ({
    key: keyOn(random, `${year}-09-03`),
    record: blank(Phrase, { heading, text, order: (i + 1) * 10 }),
  }))

/** A row of a form that says a first name alone, so that somebody has to say whose it is. */
export const makeWaiting = ({ today, year }: Setting, random: Random): Row<WaitingAnswer>[] => {
  const on = addDays(today, -9) < `${year}-09-01` ? today : addDays(today, -9)
  const said = childSays.slice(1, 3).map(([question, words]) => ({ question, words: say(random, words, {}) }))
  return said.map((one) => ({
    key: keyOn(random, on),
    record: blank(WaitingAnswer, {
      ...one,
      form: 'What I think',
      row: 'answer 41',
      submitted: on,
      saysName: 'Me',
      saysClass: '3',
      whose: 'child',
      gathered: on,
    }),
  }))
}
