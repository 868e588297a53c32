import { t } from '../../words/t.ts'
import type { Trouble } from '../../domain/problem.ts'
import { wordsOf } from '../../ui/words.ts'

/** Why one change was not stored, beside its cell. */
export const troubleWords = (trouble: Trouble): string => {
  if (trouble.code === 'refused') return `${trouble.why}.`.replace(/\.\.$/, '.')
  if (trouble.code === 'changed')
    return t`Somebody changed this record while you looked. What it says now stands above: choose again.`
  const { title, todo } = wordsOf(trouble)
  return `${title}. ${todo}`
}
