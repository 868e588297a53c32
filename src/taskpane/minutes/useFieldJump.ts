import { t } from '../../words/t.ts'
import { useState } from 'react'
import { troubleOf } from '../../domain/problem.ts'
import { selectText } from '../../host/word.ts'
import { selectField } from '../../host/wordUpdate.ts'
import { wordsOf } from '../../ui/words.ts'

/** Selects a field of the open document by its tag; where this Word gives none, by its words. */
export const useFieldJump = () => {
  const [missing, setMissing] = useState<string | null>(null)
  const to = async (tag: string, text: string | null) => {
    try {
      const found = (await selectField(tag)) || (text ? await selectText(text) : false)
      setMissing(found ? null : t`This Word can’t lead to that field. Look for it in the document.`)
    } catch (thrown) {
      const { title, todo } = wordsOf(troubleOf(thrown))
      setMissing(`${title}. ${todo}`)
    }
  }
  return { missing, to }
}
