import type { Review } from '../../domain/records/review.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { say } from './say.ts'
import type { Setting } from './setting.ts'
import type { Dates } from './timeline.ts'
import { wordsFor } from './words/needWords.ts'
import * as words from './words/reviewWords.ts'

/** How much of a review has been said: nothing, what came before the meeting, or all. */
export type Depth = 'planned' | 'papers' | 'held'
export const depthOf = (dates: Dates, today: Day): Depth =>
  dates.stage === 'planning' || dates.stage === 'adviceRequested'
    ? 'planned'
    : dates.stage === 'circulated' || (dates.meetingDate ?? today) >= today
      ? 'papers'
      : 'held'

type Text = Partial<Review>

const practical = ({ random, school, senco, teachers }: Setting, dates: Dates): Text => ({
  meetingTime: dates.meetingDate ? random.pick(['09:15', '10:30', '13:30', '14:00', '15:30']) : null,
  place: dates.meetingDate ? random.pick([school.base, 'Room 4', 'The meeting room', 'The library']) : null,
  mode: dates.meetingDate ? random.pick(['inPerson', 'both', 'both', 'online'] as const) : null,
  chair: senco,
  minuteTaker: random.pick(teachers),
})

const beforeMeeting = (setting: Setting, known: Known): Text => {
  const { random } = setting
  const one = (templates: readonly string[]) => say(random, random.pick(templates), known.slots) || null
  const need = wordsFor(known.needs[0]!.record.type)
  const second = wordsFor((known.needs[1] ?? known.needs[0]!).record.type)
  return {
    childViewsHow: one(words.childViewsHow),
    childGoingWell: random
      .some(words.childGoingWell, 2)
      .map((said) => one([said]))
      .join(' '),
    childHard: `${one(need.hard)} ${random.chance(0.4) ? (one(second.hard) ?? '') : ''}`.trim(),
    childWants: one(need.wants),
    childAspirations: one(words.childAspirations),
    parentViewsHow: one(words.parentViewsHow),
    parentGoingWell: one(words.parentGoingWell),
    parentConcerns: one(second.worries),
    parentWants: one(words.parentWants),
    parentAspirations: one(words.parentAspirations),
    parentQuestions: one(words.parentQuestions),
    attainment: one(words.attainment),
    attendanceComment: one(words.attendanceComment),
    healthUpdate: one(words.healthUpdate),
    healthEvidence: random.chance(0.6)
      ? `Clinic letter, ${showDay(known.pupil.record.planVersion ?? setting.today)}`
      : null,
    socialCareUpdate: one(words.socialCareUpdate),
  }
}

const atMeeting = (setting: Setting, known: Known, dates: Dates, old: boolean): Text => {
  const { random, kind } = setting
  const one = (templates: readonly string[]) => say(random, random.pick(templates), known.slots) || null
  const need = wordsFor(known.needs[0]!.record.type)
  const both = (a: readonly string[], b: readonly string[]) => `${one(a)}\n${one(b)}`
  const recommendation = dates.decision ?? random.pick(['maintain', 'amend', 'amend'] as const)
  const adult =
    kind === 'secondary' &&
    Number(known.pupil.record.yearGroup) >= 9 &&
    !(old && Number(known.pupil.record.yearGroup) === 9)
  return {
    childTookPart: one(words.childTookPart),
    working: both(need.working, words.working),
    notWorking: both(need.notWorking, words.notWorking),
    ...(adult ? adulthood(setting, known) : {}),
    placementSuitable: true,
    placementComment: one(words.placementComment),
    placementPreference: dates.type === 'phaseTransfer' ? one(words.placementPreference) : null,
    transport: one(words.transport),
    budgetExplained: true,
    budgetRequested: random.chance(0.08),
    equipment: one(words.equipment),
    funding:
      (known.pupil.record.topUp ?? 0) > 0
        ? 'The costed provision map is attached; the top-up is used for in-class support.'
        : null,
    recommendation,
    recommendationReasons: one(words.recommendationReasons[recommendation]),
    reassessment: false,
    placementChange: false,
    differences: random.chance(0.25) ? one(words.differences) : null,
  }
}

const adulthood = ({ random }: Setting, known: Known): Text => {
  const one = (templates: readonly string[]) => say(random, random.pick(templates), known.slots)
  const { work, living, community, health, destination, referrals } = words.adulthood
  return {
    adulthoodWork: one(work),
    adulthoodLiving: one(living),
    adulthoodCommunity: one(community),
    adulthoodHealth: one(health),
    adulthoodDestination: one(destination),
    adulthoodReferrals: one(referrals),
  }
}

/** What is written in a review by the stage it has reached. `old` is a review of an earlier year. */
export const reviewText = (setting: Setting, known: Known, dates: Dates, old: boolean): Text => {
  const depth = depthOf(dates, setting.today)
  return {
    ...practical(setting, dates),
    ...(depth === 'planned' ? {} : beforeMeeting(setting, known)),
    ...(depth === 'held' ? atMeeting(setting, known, dates, old) : {}),
  }
}
