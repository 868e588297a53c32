import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'
import { troubleOf } from '../../domain/problem.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { type OpenDocument, selectText } from '../../host/word.ts'
import { selectField } from '../../host/wordUpdate.ts'
import { wordsOf } from '../../ui/words.ts'
import { otherParts, type OtherPart } from './otherParts.ts'

const show = async (parts: readonly OtherPart[]): Promise<boolean> => {
  for (const { tag } of parts) if (await selectField(tag)) return true
  const { text } = parts.find((part) => part.text.trim() !== '') ?? {}
  return text !== undefined && selectText(text)
}

/** Which parts of a document are of another review, and where they begin. */
export const OtherReviewParts = ({ file, document }: { file: ReviewFile; document: OpenDocument }) => {
  const [missing, setMissing] = useState('')
  const parts = otherParts(file, document)
  if (parts.length === 0) return null
  const named = [...new Set(parts.flatMap(({ label }) => label ?? []))].slice(0, 3)
  const shown = async () => {
    try {
      setMissing(
        (await show(parts)) ? '' : t`Word can’t show it. Look for the part that is about somebody else.`,
      )
    } catch (thrown) {
      setMissing(wordsOf(troubleOf(thrown)).todo)
    }
  }
  return (
    <div>
      <Text block>
        {parts.length === 1 ? t`1 field of it is here` : t`${parts.length} fields of it are here`}
        {named.length > 0 && t`, among them ${named.map((label) => `“${label}”`).join(', ')}`}
        {t`. The first of them shows where it begins.`}
      </Text>
      <Button size="small" onClick={() => void shown()}>{t`Show where it begins`}</Button>
      {missing && (
        <Text block role="status">
          {missing}
        </Text>
      )}
    </div>
  )
}
