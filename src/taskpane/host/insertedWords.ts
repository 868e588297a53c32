import { t } from '../../words/t.ts'
import { boundIn } from '../../documents/boundIn.ts'
import type { DocumentContent } from '../../documents/blocks.ts'
import { documentState } from '../../documents/documentState.ts'
import type { Inserted } from '../../host/word.ts'

const fieldsIn = (count: number) => (count === 1 ? t`1 field` : t`${count} fields`)

/**
 * What became of an insertion, as the document was read right after it: which fields arrived, what was left out, and
 * whether it is marked as a change. `warns` where Read back would not find all of it.
 */
export const insertedWords = (
  { whole, document }: Inserted,
  content: DocumentContent,
): { readonly words: string; readonly warns: boolean } => {
  const wanted = [...boundIn(content).keys()]
  const there = new Set(document.controls.filter(({ deleted }) => !deleted).map(({ tag }) => tag))
  const lost = wanted.filter((tag) => !there.has(tag)).length
  const { tracking } = documentState(document.xml, document.told)
  const said = [
    lost === 0
      ? t`Minutes inserted. Write in the document; Read back brings it into the record.`
      : lost === wanted.length
        ? t`Minutes inserted as plain text: this document keeps no fields, so nothing can be read back from it. Use a new document, or choose File, Info, Convert and insert again.`
        : t`Minutes inserted, but ${fieldsIn(lost)} of ${wanted.length} didn’t come in: Read back will not find them. Insert into a new document instead.`,
    ...(whole ? [] : [t`The footer was left out; Download has it.`]),
    ...(tracking ? [t`Track changes is on: all of it is marked as a change.`] : []),
  ]
  return { words: said.join(' '), warns: lost > 0 }
}
