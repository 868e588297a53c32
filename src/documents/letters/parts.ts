import { inWords, t } from '../../words/t.ts'
import { counted } from '../../domain/counted.ts'
import { calledName, fullName } from '../../domain/records/pupil.ts'
import { contributorRoles, type Contributor } from '../../domain/records/contributor.ts'
import type { Stored } from '../../domain/record.ts'
import type { Block, Run } from '../blocks.ts'
import { adulthoodDue } from '../../domain/rules/reviewDates.ts'
import { bind } from '../bind.ts'
import { facts, heading, joinedNames, lower, note, paragraph, strong, text } from '../minutes/parts.ts'
import { contributorPlaces, contributorsInOrder, reviewPlace } from '../reviewPlaces.ts'
import { isNamed } from './addressees.ts'
import { fullDay, letterDay, weekday, type Writing } from './letter.ts'
import { waysTo } from './waysTo.ts'

export { facts, heading, joinedNames, lower, note, paragraph, strong, text }

export const list = (...items: string[]): Block => ({
  is: 'list',
  items: items.map((words) => [text(words)]),
})
export const calledIn = ({ file }: Writing): string => calledName(file.pupil)
export const bornIn = ({ file }: Writing): string =>
  t`${fullName(file.pupil)}, born ${letterDay(file.pupil.dateOfBirth)}`
export const schoolIn = ({ file }: Writing): string => file.school?.name ?? file.schoolName
export const authorityIn = ({ file }: Writing): string =>
  file.pupil.localAuthority ?? file.school?.localAuthority ?? t`The local authority`
export const isFamily = ({ to }: Pick<Writing, 'to'>): boolean => to.as !== 'professional'
/** In a letter to the young person the plan is theirs. */
export const isTheirs = ({ to }: Pick<Writing, 'to'>): boolean => to.as === 'youngPerson' || to.as === 'child'

const field = (
  { file, bound }: Writing,
  name: 'meetingDate' | 'meetingTime' | 'place' | 'mode',
  none: string,
) => {
  const run = bind(reviewPlace(file), name, none)
  return bound || !('bound' in run) ? run : text(run.bound.text || run.bound.placeholder)
}

/** When, where and with whom. */
export const meetingFacts = (writing: Writing): Block => {
  const { review, school } = writing.file
  const day = review.meetingDate
  const rows: [string, readonly Run[] | string | null][] = [
    [t`Date`, [...(day ? [text(`${weekday(day)} `)] : []), field(writing, 'meetingDate', t`Date to be set`)]],
    [
      t`Time`,
      [
        field(writing, 'meetingTime', t`Time to be set`),
        ...(school?.meetingMinutes
          ? [text(`, ${t`for about ${counted(school.meetingMinutes, 'minute')}`}`)]
          : []),
      ],
    ],
    [
      t`Place`,
      [
        field(writing, 'place', t`Place to be set`),
        ...(review.mode ? [text(' ('), field(writing, 'mode', ''), text(')')] : []),
      ],
    ],
    [t`Led by`, review.chair],
  ]
  return facts(t`The meeting: date, time and place`, [t`The meeting`, t`Details`], rows)
}

/** By when this person's advice is wanted: as their own row has it, and read back into it; else the given day. */
export const adviceDue = ({ file, to }: Writing, otherwise: string): Run[] => {
  const place = contributorPlaces(file).find(({ key }) => key === to.key)
  const day = place?.record?.['adviceDue'] as string | null | undefined
  return place && day ? [text(`${weekday(day)} `), bind(place, 'adviceDue')] : [text(otherwise)]
}

/** The advice that is here, each with its title, its author and the day on which it came. */
export const adviceHere = ({ file }: Writing): string[] =>
  contributorsInOrder(file)
    .filter(({ adviceReceived }) => adviceReceived)
    .map(
      (one) =>
        t`${one.adviceTitle ?? t`Advice of the ${lower(inWords(contributorRoles[one.role]))}`}, ${one.name}, received ${letterDay(one.adviceReceived!)}`,
    )

/**
 * What this review looks at beside the plan: the next school where a move between phases comes, and from Year 9 the
 * years after school. Sources: SEND Regulations 2014, regulations 18 and 20(6).
 */
export const looksAtToo = (writing: Writing): Block[] => {
  const { review, pupil } = writing.file
  const own = writing.to.as === 'youngPerson'
  const next = review.type === 'phaseTransfer'
  const adult = adulthoodDue(pupil.yearGroup, pupil.dateOfBirth, review.meetingDate ?? writing.today)
  const school = t`which school or college comes next`
  const life = own
    ? t`getting ready for your adult life: study and work, where you live, friends, health`
    : t`preparing for adult life: study and work, living independently, friends and community, health`
  if (next && adult) return [paragraph(text(t`This review also looks at ${school}; and at ${life}.`))]
  return next || adult ? [paragraph(text(t`This review also looks at ${next ? school : life}.`))] : []
}

/** What the letter can't say yet: a gap in it is better filled before it goes. */
export const gapsIn = ({ review, school }: Writing['file']): string[] => [
  ...(review.meetingDate ? [] : [t`the date`]),
  ...(review.meetingTime ? [] : [t`the time`]),
  ...(review.place ? [] : [t`the place`]),
  ...(school?.telephone || school?.email ? [] : [t`how to reach the school (School, Settings)`]),
]

const person = (one: Stored<Contributor>) =>
  isNamed(one)
    ? `${one.name}, ${lower(inWords(contributorRoles[one.role]))}${one.organisation ? ` (${one.organisation})` : ''}`
    : `${inWords(contributorRoles[one.role])}${one.organisation ? ` (${one.organisation})` : ''}`

/** Everybody else who is asked: professionals by name, the family as such, so that no letter says where somebody is. */
export const othersAsked = ({ file, to }: Writing): Block[] => {
  const others = contributorsInOrder(file).filter(({ key }) => key !== to.key)
  const family = others.filter(({ role }) => role === 'parent' || role === 'youngPerson')
  const rest = others.filter((one) => !family.includes(one)).map(person)
  const all = [
    ...(family.length > 0
      ? [to.as === 'professional' ? t`${calledName(file.pupil)} and family` : t`Your family`]
      : []),
    ...rest,
  ]
  return all.length === 0 ? [] : [paragraph(strong(`${t`Also invited`}: `), text(`${all.join('; ')}.`))]
}

/** Whom to ask, at the end of each letter. */
export const contactLine = ({ file }: { readonly file: Pick<Writing['file'], 'school'> }): string => {
  const { school } = file
  const ways = waysTo(school)
  const who = school?.senco ?? t`the SENCO`
  return ways === ''
    ? t`If anything is unclear, please ask ${who} at the school.`
    : t`If anything is unclear, please ask ${who}: ${ways}.`
}

export const otherFormats = (): string =>
  t`Would you like this letter in another language, in large print or read to you, or an interpreter at the meeting? Please tell us: it costs you nothing.`
export const independentAdvice = (): string =>
  t`Free, independent advice for families: your local SENDIASS; the council’s Local Offer says how to reach it.`

/** Must and should are different: only what the law asks for is called law. */
export const lawNote = (strength: 'must' | 'should', says: string, source: string): Block =>
  note(`${strength === 'must' ? t`The law` : t`Statutory guidance`}: ${says} (${source}).`)

export { fullDay }
