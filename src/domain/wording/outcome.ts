import { daysIn } from '../rules/wrongChildText.ts'
import type { Beside, Missing } from './types.ts'
import type { Word } from './text.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What one can see or hear somebody do. */
const observable = set(`
  say says said write writes read reads spell spells count counts add adds subtract recall recalls name names list lists
  label labels point points ask asks answer answers tell tells retell describe describes explain explains follow follows
  complete completes finish finishes use uses choose chooses pick order orders pay pays cook cooks buy cross
  walk walks travel travels run ride climb climbs hop jump throw catch dress dresses undress tie ties zip button wash
  washes brush eat eats drink drinks sleep toilet toileting sit sits stay stays remain join joins share shares wait waits
  turn turns greet greets initiate initiates request requests sign signs type types draw draws cut cuts copy copies
  match matches sort sorts identify identifies recognise recognises solve solves measure calculate attend
  attends arrive arrives enter enters leave leaves move moves sequence blend blends segment play plays speak speaks
  talk talks listen listens respond responds hold holds carry pack packs organise organises plan plans transfer swim
  ask express expresses
`)
const sequenceWords = set('step steps part word words key')

/** Whether a text says how one would see it: a figure, or something that can be seen to be done. */
export const hasMeasure = (words: readonly Word[]): boolean =>
  words.some(
    (word, at) =>
      observable.has(word.folded) ||
      (word.number &&
        !isYear(word) &&
        !/^(?:ks|stage|year|y|section|by)$/.test(words[at - 1]?.folded ?? '')) ||
      (word.folded === 'without' &&
        /^(?:prompt|prompts|prompting|help|support|adult|reminders)$/.test(words[at + 1]?.folded ?? '')) ||
      (word.folded === 'independently' && sequenceWords.has(words[at + 1]?.folded ?? '')),
  )

const isYear = ({ folded }: Word): boolean => /^(?:19|20)\d\d$/.test(folded)
const months = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
)
const periods = set('term terms year years month months week weeks stage ks ks1 ks2 ks3 ks4 ks5 half review')
const before = set('by until before within in after from')

/** Whether a text says by when. */
export const hasDate = (text: string, words: readonly Word[]): boolean =>
  words.some((word, at) => {
    const near = words.slice(at + 1, at + 8)
    if (
      isYear(word) ||
      (months.has(word.folded) &&
        word.capital &&
        (before.has(words[at - 1]?.folded ?? '') ||
          words[at - 1]?.number ||
          words[at + 1]?.number ||
          near.length === 0))
    )
      return true
    if (word.folded === 'by' || word.folded === 'before' || word.folded === 'until')
      return near.some(
        ({ folded, number }) =>
          periods.has(folded) ||
          months.has(folded) ||
          number ||
          /^(?:easter|christmas|summer|spring|autumn|monday|tuesday|wednesday|thursday|friday|tomorrow|transition)$/.test(
            folded,
          ),
      )
    if (word.folded === 'within' || word.folded === 'in' || word.folded === 'next' || word.folded === 'this')
      return (
        near.slice(0, 3).some(({ folded }) => periods.has(folded)) &&
        (word.folded !== 'in' || words[at + 1]?.number === true)
      )
    if (word.folded === 'end') return near.slice(0, 6).some(({ folded }) => periods.has(folded))
    return /^(?:today|tomorrow|monday|tuesday|wednesday|thursday|friday)$/.test(word.folded)
  }) || daysIn(text).length > 0

/** Whether a text says where it starts from. */
const hasStart = (words: readonly Word[]): boolean =>
  words.some(
    ({ folded }, at) =>
      /^(?:currently|now|baseline|previously|presently|instead)$/.test(folded) ||
      (folded === 'from' &&
        (words[at + 1]?.number === true ||
          words.slice(at + 1, at + 8).some(({ folded: later }) => later === 'to'))) ||
      (folded === 'rather' && words[at + 1]?.folded === 'than') ||
      (folded === 'at' && /^(?:present|moment)$/.test(words[at + 1]?.folded ?? '')),
  )

/** What an outcome or target leaves out, the fields beside its text counted with it. */
export const missingOfOutcome = (text: string, words: readonly Word[], beside: Beside): Missing[] => [
  ...(beside.measure || hasMeasure(words) ? [] : (['measure'] as const)),
  ...(beside.baseline || hasStart(words) ? [] : (['start'] as const)),
  ...(beside.by || hasDate(text, words) ? [] : (['date'] as const)),
]
