import { blank } from '../../domain/record.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import { Concern } from '../../domain/records/concern.ts'
import { fullName, type Pupil } from '../../domain/records/pupil.ts'
import { Score } from '../../domain/records/score.ts'
import { StaffConcern } from '../../domain/records/staffConcern.ts'
import { TeacherAsk } from '../../domain/records/teacherAsk.ts'
import { shortQuestions } from '../../domain/rules/concern.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { addressOf } from './classStaffRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'
import * as words from './words/concernWords.ts'

export type ConcernRows = {
  readonly concerns: Row<Concern>[]
  readonly asks: Row<TeacherAsk>[]
  readonly said: Row<StaffConcern>[]
}

/** How each made-up concern stands: how long ago it was raised, how many were asked and have answered, what was decided. */
const stages: readonly {
  readonly ago: number
  readonly asked: number
  readonly answered: number
  readonly decision?: Concern['decision']
  readonly told?: true
  readonly again?: number
}[] = [
  { ago: 1, asked: 0, answered: 0 },
  { ago: 6, asked: 3, answered: 1 },
  { ago: 13, asked: 3, answered: 2 },
  { ago: 16, asked: 2, answered: 2 },
  { ago: 30, asked: 3, answered: 3, decision: 'support' },
  { ago: 48, asked: 2, answered: 2, decision: 'monitor', told: true, again: 20 },
  { ago: 70, asked: 3, answered: 3, decision: 'universal', told: true },
  { ago: 95, asked: 2, answered: 2, decision: 'noAction', told: true },
]

/**
 * Concerns about pupils without SEN status, at every stage; two that staff raised and nobody has taken up, one of them
 * about a child named by hand; and one that was put aside.
 */
export const makeConcerns = (
  { teachers, today }: Setting,
  random: Random,
  pupils: readonly Row<Pupil>[],
): ConcernRows => {
  const free = pupils.filter(({ record }) => record.status === 'N' && record.left === null)
  const chosen = random.some(free, stages.length + 2)
  const made: { concerns: Row<Concern>[]; asks: Row<TeacherAsk>[]; said: Row<StaffConcern>[] } = {
    concerns: [],
    asks: [],
    said: [],
  }
  const answer = (by: string, on: Day, given: Partial<StaffConcern>) => {
    const about = random.pick(words.areas)
    made.said.push({
      key: keyOn(random, on),
      record: blank(StaffConcern, {
        by,
        userPrincipalName: addressOf(by),
        on,
        ...Object.fromEntries(
          shortQuestions.map((question) => [
            question,
            question === about.question
              ? random.pick(['some', 'marked'] as const)
              : random.weighted({ no: 6, some: 2, unknown: 2 }),
          ]),
        ),
        seen: random.pick(about.seen),
        tried: random.chance(0.7) ? random.pick(words.tried) : null,
        strengths: random.chance(0.6) ? random.pick(words.strengths) : null,
        parents: random.chance(0.3) ? random.pick(words.parents) : null,
        ...given,
      }),
    })
  }
  for (const [i, stage] of stages.entries()) {
    const pupil = chosen[i]
    if (!pupil) continue
    const raisedOn = addDays(today, -stage.ago)
    const about = random.pick(words.areas)
    const by = random.pick(teachers)
    const key = keyOn(random, raisedOn)
    const decidedOn = stage.decision ? addDays(raisedOn, 16) : null
    made.concerns.push({
      key,
      record: blank(Concern, {
        pupil: pupil.key,
        raisedOn,
        raisedBy: by,
        from: 'teacher',
        area: about.area,
        what: random.pick(about.seen),
        parentsSpoken: random.chance(0.6) ? addDays(raisedOn, -2) : null,
        screening: stage.decision ? random.pick(words.screening) : null,
        found: stage.decision ? random.pick(words.found) : null,
        decision: stage.decision ?? null,
        decidedOn,
        decidedBy: stage.decision ? 'Helen Marsh' : null,
        reasons: stage.decision ? random.pick(words.reasons) : null,
        lookAgain: stage.again ? addDays(today, stage.again) : null,
        toldOn: stage.told && decidedOn ? addDays(decidedOn, 3) : null,
        toldHow: stage.told ? 'meeting' : null,
      }),
    })
    // The signed-in teacher of the made-up school is asked wherever somebody has not answered yet.
    const others = random.some(
      teachers.filter((name) => name !== 'Priya Nair'),
      stage.asked,
    )
    const asked = stage.answered < stage.asked ? [...others.slice(0, stage.asked - 1), 'Priya Nair'] : others
    for (const [at, teacher] of asked.entries()) {
      const there = at < stage.answered
      const askedOn = addDays(raisedOn, 1)
      const ask = keyOn(random, askedOn)
      made.asks.push({
        key: ask,
        record: blank(TeacherAsk, {
          concern: key,
          pupil: pupil.key,
          pupilName: fullName(pupil.record),
          teacher,
          userPrincipalName: addressOf(teacher),
          subject: pupil.record.className,
          askedOn,
          due: addDays(askedOn, 7),
          state: there ? 'answered' : 'open',
        }),
      })
      if (there) answer(teacher, addDays(askedOn, random.whole(1, 4)), { ask, pupil: pupil.key })
    }
  }
  // Whoever has no profile that staff see was written down by name, and matched by the SENCO when it was looked into.
  const byHand = (key: string): Partial<StaffConcern> => {
    const pupil = chosen.find((one) => one.key === key)!.record
    return { pupil: key, pupilName: [fullName(pupil), pupil.className].filter(Boolean).join(', ') }
  }
  const last = chosen[stages.length]
  if (last)
    answer('Priya Nair', addDays(today, -2), {
      pupil: last.key,
      pupilName: fullName(last.record),
    })
  answer(random.pick(teachers), addDays(today, -4), { pupilName: random.pick(words.namedByHand) })
  // What was raised long enough ago has had its answer: two that were looked into, one of them told so; one put aside.
  for (const [i, { key, record }] of made.concerns.entries()) {
    const told = stages[i]!.told === true
    if (record.decision === 'support' || record.decision === 'universal')
      answer('Priya Nair', record.raisedOn, {
        ...byHand(record.pupil),
        concern: key,
        reply: told ? words.replies.universal : null,
        repliedOn: told ? record.decidedOn : null,
      })
  }
  const before = chosen[stages.length + 1]
  if (before)
    answer('Priya Nair', addDays(today, -20), {
      ...byHand(before.key),
      asideOn: addDays(today, -18),
      asideWhy: 'class',
      reply: words.replies.aside,
      repliedOn: addDays(today, -18),
    })
  return made
}

/** What screening showed where something was decided, as scores with who took them. */
export const makeScreening = (
  random: Random,
  concerns: readonly Row<Concern>[],
  tools: readonly Row<AssessmentTool>[],
): Row<Score>[] => {
  const standardised = tools.find(({ record }) => record.scale === 'standardised')
  return standardised === undefined
    ? []
    : concerns
        .filter(({ record }) => record.decidedOn !== null)
        .map(({ record }) => {
          const day = addDays(record.raisedOn, 9)
          const score = random.whole(78, 96)
          return {
            key: keyOn(random, day),
            record: blank(Score, {
              pupil: record.pupil,
              tool: standardised.key,
              day,
              form: 'A',
              raw: random.whole(14, 30),
              standardised: score,
              low: score - 5,
              high: score + 5,
              testedBy: 'Helen Marsh',
              purpose: 'screen',
            }),
          }
        })
}
