import type { Part } from './types.ts'
import type { Stretch, Word } from './text.ts'
import {
  adverbs, amounts, common, continuous, equipment, groupWords, learners, occasions, perUnits, roles, rolePapers,
  sessionWords, subjects, therapies, therapyWords, timeUnits, upkeep, vagueAdults, wholeTimes,
} from './vocabulary.ts' // prettier-ignore

type At = { readonly words: readonly Word[]; readonly at: number; readonly end: number }
const said = ({ words, end }: At, at: number): string => (at >= 0 && at < end ? words[at]!.folded : '')
/** Whether one of these comes within so many words after this one. */
const soon = (here: At, set: ReadonlySet<string>, within: number, from = here.at + 1): boolean => {
  for (let i = from; i < from + within && i < here.end; i++) if (set.has(here.words[i]!.folded)) return true
  return false
}
const numberBefore = (here: At, within: number): boolean => {
  for (let i = here.at - 1; i >= 0 && i >= here.at - within; i--) {
    if (here.words[i]!.number) return true
    if (here.words[i + 1]!.begins) return false
  }
  return false
}

const every = new Set(['each', 'every', 'all', 'any', 'per'])
const lasts = new Set(['in', 'over', 'across', 'during', 'within', 'through', 'each', 'this', 'for'])
const spans = new Set('week weeks month months term terms year half fortnight'.split(' '))
const weekday = /^(?:mon|tues|wednes|thurs|fri)days?$/

const isContinuous = (here: At): boolean => {
  const { words, at } = here
  const now = said(here, at)
  const next = said(here, at + 1)
  return (
    (now === 'throughout' && soon(here, wholeTimes, 5)) ||
    (now === 'full' && next === 'time') ||
    (now === 'at' && next === 'all' && said(here, at + 2) === 'times') ||
    ((now === 'all' || now === 'whole') &&
      (next === 'day' || (next === 'school' && said(here, at + 2) === 'day'))) ||
    continuous.has(now) ||
    // Every lesson, all written work: as often and as long as that is.
    (every.has(now) && now !== 'per' && !numberBefore(here, 1) && soon(here, occasions, 3)) ||
    (/^(?:at|during|over|before|after|for|in|on)$/.test(now) && soon(here, amounts, 4) && !words[at]!.number)
  )
}

const inSubjects = (here: At): boolean =>
  /^lessons?$/.test(said(here, here.at)) && [1, 2, 3].some((back) => subjects.has(said(here, here.at - back)))

const isFrequency = (here: At): boolean => {
  const { words, at } = here
  const now = said(here, at)
  if (adverbs.has(now) || weekday.test(now)) return true
  if (every.has(now) && soon(here, perUnits, 3)) return now !== 'all' || soon(here, perUnits, 2)
  if (now === 'pw' || now === 'pd' || (now === 'p' && /^[wd]$/.test(said(here, at + 1)))) return true
  // Three times a week, 20 minutes per day, 3 sessions/week.
  if (now === 'a' && soon(here, perUnits, 2) && numberBefore(here, 10)) return said(here, at - 1) !== 'half'
  if (words[at]!.slash && perUnits.has(now) && numberBefore(here, 10)) return true
  if ((sessionWords.has(now) || /^lessons?$/.test(now)) && numberBefore(here, 3))
    for (let i = at + 1; i < at + 6 && i < here.end; i++)
      if (lasts.has(words[i]!.folded) && soon(here, spans, 5, i + 1)) return true
  return false
}
const isDuration = (here: At): boolean => {
  const now = said(here, here.at)
  if (!timeUnits.has(now)) return false
  const back = [said(here, here.at - 1), said(here, here.at - 2), said(here, here.at - 3)]
  if (here.words[here.at - 1]?.number || here.words[here.at - 2]?.number) return true
  return /^(?:hour|hourlong|day|morning|afternoon|lesson|period)$/.test(now)
    ? /^(?:a|an|whole|full|half)$/.test(back[0]!) && !(now === 'day' && back[0] === 'a' && back[1] !== 'half')
    : false
}

const isWho = (here: At): boolean => {
  const { words, at } = here
  const now = said(here, at)
  if (roles.has(now))
    return (
      !rolePapers.has(said(here, at + 1)) && !(therapies.has(now) && therapyWords.has(said(here, at + 1)))
    )
  if (/^(?:mr|mrs|ms|miss|dr)$/.test(now)) return words[at + 1]?.capital === true
  if (/^(?:trained|qualified|training|experienced|experience|accredited)$/.test(now))
    return (
      /^(?:in|to|as|by|at|with)$/.test(said(here, at + 1)) &&
      !/^(?:support|work|help|assist)$/.test(said(here, at + 2))
    )
  return false
}

const isGroup = (here: At): boolean => {
  const { words, at } = here
  const now = said(here, at)
  const next = words[at + 1]
  // `1:1`, `2 to 1`, `one-to-one`; not 9:30.
  if (words[at]!.number && next && at + 1 < here.end) {
    const single = (text: string) => /^(?:\d|one|two|three|four)$/.test(text)
    if (single(now) && next.ratio && single(next.folded)) return true
    if (single(now) && next.folded === 'one' && next.joined && (now === 'one' || now === 'two')) return true
    if (
      single(now) &&
      next.folded === '1' &&
      next.joined &&
      next.from - words[at]!.to === 1 &&
      (now === '1' || now === '2')
    )
      return true
    if (
      single(now) &&
      (next.folded === 'to' || next.folded === '2') &&
      single(said(here, at + 2)) &&
      words[at + 2]!.joined
    )
      return true
    if (soon(here, learners, 3)) return true
  }
  if (groupWords.has(now)) return true
  if (/^groups?$/.test(now) || now === 'size' || now === 'class')
    for (let i = at + 1; i < at + 8 && i < here.end && !words[i]!.begins; i++) {
      if (timeUnits.has(said(here, i + 1)) || said(here, i + 1) === 'times' || said(here, i + 1) === 'x')
        return false
      if (words[i]!.number && said(here, i) !== 'once' && said(here, i) !== 'twice') return true
    }
  if (now === 'whole' && /^(?:class|group)$/.test(said(here, at + 1))) return true
  if (now === 'with' || now === 'alongside')
    return /^(?:a|one|another|two|three)$/.test(said(here, at + 1)) && soon(here, learners, 3)
  return false
}

/** Which parts of provision a stretch of text says, by the grammar of number words, figures and roles. */
export const partsIn = (words: readonly Word[], { first, end }: Stretch): Set<Part> => {
  const parts = new Set<Part>()
  for (let at = first; at < end; at++) {
    const here = { words, at, end }
    if (isContinuous(here) || inSubjects(here)) parts.add('frequency').add('duration')
    if (isFrequency(here)) parts.add('frequency')
    if (isDuration(here)) parts.add('duration')
    if (isWho(here)) parts.add('who')
    if (isGroup(here)) parts.add('group')
    if (isKind(here)) parts.add('type')
  }
  return parts
}

/** A word that says what kind of support it is: neither amount, person, group nor a word that fits any support. */
const isKind = (here: At): boolean => {
  const { words, at } = here
  const word = words[at]!
  const now = word.folded
  return (
    !word.number &&
    now.length > 2 &&
    !common.has(now) &&
    !adverbs.has(now) &&
    !timeUnits.has(now) &&
    !perUnits.has(now) &&
    !roles.has(now) &&
    !(now === 'teaching' && /^assistants?$/.test(said(here, at + 1))) &&
    !vagueAdults.has(now) &&
    !groupWords.has(now) &&
    !learners.has(now) &&
    !weekday.test(now) &&
    // A name at the start, or of a person.
    !(
      word.capital &&
      (word.begins || words[at - 1]?.capital === false) &&
      /^(?:will|has|have|is|needs|requires|receives|should|s)$/.test(said(here, at + 1))
    )
  )
}

const isUpkeep = (words: readonly Word[], first: number, end: number): boolean => {
  for (let at = first; at < end; at++)
    if (
      upkeep.has(words[at]!.folded) &&
      (at <= first + 1 ||
        /^(?:will|to|and|therapist|physiotherapist|senco|teacher)$/.test(words[at - 1]!.folded))
    )
      return true
  return false
}

/** What is asked of a line: a session has all parts; equipment, an adjustment or upkeep has fewer. */
export const partsAsked = (words: readonly Word[], { first, end }: Stretch): readonly Part[] => {
  const has = (set: ReadonlySet<string>) => {
    for (let at = first; at < end; at++) if (set.has(words[at]!.folded)) return true
    return false
  }
  const timed = has(sessionWords)
  if (!timed && has(equipment)) return ['frequency']
  if (isUpkeep(words, first, end)) return ['frequency', 'who']
  return ['type', 'frequency', 'duration', 'who', 'group']
}
