import { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { Profile } from '../../domain/records/profile.ts'
import { blank } from '../../domain/record.ts'
import { addDays, addMonths, latest } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import { say } from './say.ts'
import type { Setting } from './setting.ts'
import { entries } from './words/chronologyWords.ts'
import * as words from './words/profileWords.ts'

/** One-page profiles for most of those with SEND; a few have one of last year too. */
export const makeProfiles = (setting: Setting, random: Random, known: readonly Known[]): Row<Profile>[] =>
  known.flatMap(({ pupil, slots, needs }) => {
    if (!random.chance(pupil.record.status === 'E' ? 1 : 0.72)) return []
    const own = words.profileWordsFor(needs[0]!.record.type)
    const made = (from: string): Row<Profile> => ({
      key: keyOn(random, from),
      record: blank(Profile, {
        pupil: pupil.key,
        from,
        goodAt: say(random, random.pick(words.goodAt), slots),
        important: say(random, random.pick(words.important), slots),
        helps: say(random, random.pick(own.helps), slots),
        avoid: say(random, random.pick(own.avoid), slots),
        strategies: say(random, random.pick(own.strategies), slots),
        communication: own.communication,
        strengths: own.strengths,
        triggers: own.triggers,
        equipment: own.equipment,
        exams: own.exams,
        madeWith: say(random, random.pick(words.madeWith), slots),
        pupilAgreed: true,
        parentAgreed: slots['parent'] ?? null,
        staffAgreed: slots['adult'] ?? null,
        reviewOn: addMonths(from, 12),
      }),
    })
    const now = addDays(setting.today, -random.whole(9, 340))
    return random.chance(0.15) ? [made(addMonths(now, -12)), made(now)] : [made(now)]
  })

/** What happened between reviews, written down later than it happened as often as not. */
export const makeChronology = (
  setting: Setting,
  random: Random,
  known: readonly Known[],
): Row<ChronologyEntry>[] =>
  known.flatMap(({ pupil, slots }) => {
    const since = latest(pupil.record.admitted ?? addDays(setting.today, -700), addDays(setting.today, -700))
    const count = pupil.record.status === 'E' ? random.whole(4, 8) : random.whole(1, 4)
    return random.some(entries, count).map(({ kind, text, source, thirdParty }) => {
      const happenedOn = latest(since, addDays(setting.today, -random.whole(1, 690)))
      return {
        key: keyOn(random, happenedOn),
        record: blank(ChronologyEntry, {
          pupil: pupil.key,
          happenedOn,
          kind,
          text: say(random, text, slots),
          source: source && say(random, source, slots),
          thirdParty: thirdParty ?? false,
        }),
      }
    })
  })
