import { hasDate } from './outcome.ts'
import { roles } from './vocabulary.ts'
import type { Beside, Missing } from './types.ts'
import type { Word } from './text.ts'

const people = new Set(
  'parent parents mum dad mother father carer carers grandmother head headteacher chair governor officer caseworker la authority nurse gp doctor social inclusion family pastoral tutor lead leader manager'.split(
    ' ',
  ),
)
const nobody = new Set(
  'all school staff everyone everybody someone somebody team we professionals it this'.split(' '),
)
const acts = new Set(['to', 'will', 'is', 'has', 'should'])

/** Whether an action says who does it: a role or a name, then `to` or `will`; or `by Mrs Khan`. */
const hasOwner = (words: readonly Word[]): boolean =>
  words.some((word, at) => {
    const { folded, capital } = word
    const next = words.slice(at + 1, at + 4).map((one) => one.folded)
    if (/^(?:mr|mrs|ms|miss|dr)$/.test(folded)) return words[at + 1]?.capital === true
    if (roles.has(folded) || people.has(folded))
      return (
        next.some((one) => acts.has(one)) || words[at - 1]?.folded === 'by' || words[at - 2]?.folded === 'by'
      )
    // Sam to send the form; S. Ali will phone.
    return (
      capital &&
      folded.length > 1 &&
      !nobody.has(folded) &&
      acts.has(next[0] ?? '') &&
      next[0] !== 'is' &&
      next[0] !== 'has'
    )
  })

/** What an action leaves out, the fields beside its text counted with it. */
export const missingOfAction = (text: string, words: readonly Word[], beside: Beside): Missing[] => [
  ...(beside.owner || hasOwner(words) ? [] : (['owner'] as const)),
  ...(beside.due || hasDate(text, words) ? [] : (['date'] as const)),
]
