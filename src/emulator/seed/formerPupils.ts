import { AccessRequest } from '../../domain/records/accessRequest.ts'
import { Hold } from '../../domain/records/hold.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { blank } from '../../domain/record.ts'
import type { YearGroup } from '../../domain/rules/codes.ts'
import { addDays, addMonths, type Day } from '../../domain/rules/day.ts'
import { dateOfBirthIn, slotsFor, upnsOf } from './child.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import { namesFor } from './roll.ts'
import type { FormerPupil, Row } from './rows.ts'
import type { Setting } from './setting.ts'
import { makeNeeds, makeOutcomes } from './thread.ts'
import { accessNote, holdReason } from './words/chronologyWords.ts'

/** Of an establishment that nobody on roll came from, so that no number is given twice. */
const establishment = '3311'

const former = (
  setting: Setting,
  upn: ReturnType<typeof upnsOf>,
  {
    left,
    born,
    group,
    archivedReason,
  }: { left: Day; born: Day; group: YearGroup; archivedReason: string | null },
): FormerPupil => {
  const { random } = setting
  const admitted = addMonths(left, -12 * random.whole(2, 5))
  return {
    key: keyOn(random, admitted),
    archivedReason,
    record: blank(Pupil, {
      ...namesFor(setting),
      upn: upn(establishment, Number(born.slice(0, 4)) + 5),
      dateOfBirth: born,
      yearGroup: group,
      status: random.chance(0.25) ? 'E' : 'K',
      statusFrom: admitted,
      admitted,
      left,
    }),
  }
}

/**
 * Those who left: last July with the record still open, in earlier years with it archived, and a few so long ago that
 * somebody has to look whether the record is kept any longer.
 */
export const makeFormerPupils = (given: Setting, random: Random): FormerPupil[] => {
  const setting = { ...given, random }
  const { kind, year } = setting
  const upn = upnsOf()
  const last: YearGroup = kind === 'primary' ? '6' : '11'
  const grown = kind === 'primary' ? 11 : 16
  const bornFor = (leaving: number) => addDays(`${leaving - grown - 1}-09-01`, random.whole(0, 364))
  const leaver = (leaving: number, archivedReason: string | null) =>
    former(setting, upn, { left: `${leaving}-07-21`, born: bornFor(leaving), group: last, archivedReason })
  const moved = (): FormerPupil => {
    const group: YearGroup = kind === 'primary' ? '3' : '8'
    const left = addDays(setting.today, -random.whole(20, 200))
    const born = dateOfBirthIn(setting, group, 0)
    return former(setting, upn, { left, born, group, archivedReason: null })
  }
  return [
    ...Array.from({ length: 5 }, () => leaver(year, null)),
    moved(),
    moved(),
    ...[1, 1, 2, 3].map((ago) => leaver(year - ago, 'Left; the file was passed on to the next school')),
    ...[30, 31, 32].map((age) => leaver(year - age + grown, 'Left; kept for the time that the law asks for')),
  ]
}

/** What is still held about them: needs, and the targets of their last year. */
export const makeFormerThread = (given: Setting, random: Random, pupils: readonly FormerPupil[]) => {
  const setting = { ...given, random }
  const known = pupils.map((pupil): Known => {
    const slots = slotsFor(setting, pupil.record, 'the family')
    const needs = makeNeeds(setting, pupil, slots)
    return { pupil, slots, needs, outcomes: makeOutcomes(setting, pupil, needs, slots) }
  })
  return {
    needs: known.flatMap(({ needs }) => needs),
    outcomes: known.flatMap(({ outcomes }) => outcomes.map(({ key, record }) => ({ key, record }))),
  }
}

/** An appeal that keeps one pupil's record whatever the rules say. */
export const makeHolds = ({ today }: Setting, random: Random, known: readonly Known[]): Row<Hold>[] => {
  const plan = random.pick(known.filter(({ pupil }) => pupil.record.status === 'E'))
  const from = addDays(today, -random.whole(30, 90))
  return [
    {
      key: keyOn(random, from),
      record: blank(Hold, {
        pupil: plan.pupil.key,
        from,
        reason: holdReason,
        by: 'The headteacher',
        lookAgain: addMonths(today, 5),
      }),
    },
  ]
}

/** One request for access that has to be answered soon, and one that was answered. */
export const makeAccessRequests = (
  { today }: Setting,
  random: Random,
  known: readonly Known[],
): Row<AccessRequest>[] => {
  const [asking, answered] = random.some(known, 2)
  const parentOf = ({ slots }: Known) => slots['parent'] ?? null
  const now = addDays(today, -random.whole(9, 16))
  const then = addMonths(today, -7)
  return [
    {
      key: keyOn(random, now),
      record: blank(AccessRequest, {
        pupil: asking!.pupil.key,
        kind: 'subjectAccess',
        received: now,
        how: 'Spoken, then by email',
        from: parentOf(asking!),
        onBehalf: 'parent',
        identityChecked: addDays(now, 1),
        state: 'open',
        note: accessNote,
      }),
    },
    {
      key: keyOn(random, then),
      record: blank(AccessRequest, {
        pupil: answered!.pupil.key,
        kind: 'subjectAccess',
        received: then,
        how: 'Letter',
        from: parentOf(answered!),
        onBehalf: 'parent',
        identityChecked: then,
        state: 'sent',
        sent: addDays(then, 19),
      }),
    },
  ]
}
