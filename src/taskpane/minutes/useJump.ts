import { t } from '../../words/t.ts'
import { useState } from 'react'
import { troubleOf } from '../../domain/problem.ts'
import type { Finding } from '../../domain/rules/wrongChild.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { selectText } from '../../host/word.ts'
import { wordsOf } from '../../ui/words.ts'

const outside: readonly TextParagraph['is'][] = ['footer', 'note', 'comment', 'drawing', 'property']

/** Which of the pieces that read alike in the body this one is, counting from 0. */
export const whichOf = (
  { paragraph, from, to }: Pick<Finding, 'paragraph' | 'from' | 'to'>,
  paragraphs: readonly TextParagraph[],
): number => {
  const { text } = paragraphs[paragraph]!
  const wanted = text.slice(from, to).toLowerCase()
  const before = paragraphs
    .slice(0, paragraph)
    .filter(({ is, deleted }) => !deleted && !outside.includes(is))
    .map((one) => one.text)
  return [...before, text.slice(0, from)].reduce(
    (sum, one) => sum + one.toLowerCase().split(wanted).length - 1,
    0,
  )
}

/** Selects what was found in the open document, or says where else it is. */
export const useJump = () => {
  const [missing, setMissing] = useState<string | null>(null)
  const failed = (thrown: unknown) => {
    const { title, todo } = wordsOf(troubleOf(thrown))
    setMissing(`${title}. ${todo}`)
  }
  const to = async (
    finding: Pick<Finding, 'paragraph' | 'from' | 'to'>,
    paragraphs: readonly TextParagraph[],
  ) => {
    const { is, deleted, text } = paragraphs[finding.paragraph]!
    if (deleted)
      return setMissing(t`It was deleted under Track changes. Accept that change in Word, and it is gone.`)
    if (is === 'property')
      return setMissing(t`It is in the properties of the file: change it in Word under File, Info.`)
    if (is === 'drawing')
      return setMissing(
        t`It is in a diagram, a chart, or the words beside a picture (Edit alt text in Word).`,
      )
    if (outside.includes(is))
      return setMissing(t`It is outside the body: look at the header, footer, notes and comments in Word.`)
    try {
      const found = await selectText(text.slice(finding.from, finding.to), whichOf(finding, paragraphs))
      return setMissing(
        found
          ? null
          : t`It isn’t in the open document, but in the record, from which the file is made. Mend it in Teams, then check again.`,
      )
    } catch (thrown) {
      return failed(thrown)
    }
  }
  const gone = () => setMissing(t`These words aren’t in the open document any more. Read it back again.`)
  return { missing, to, gone, failed }
}
