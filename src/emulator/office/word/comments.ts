import { all, attr, drop } from './dom.ts'
import type { WordFile } from './wordFile.ts'

/** Takes out the comments whose place in the text is gone, as Word does with the text that they hang on. */
export const dropLooseComments = (word: WordFile): void => {
  const path = word.file.related(word.main, 'comments')
  if (!path || !word.file.has(path)) return
  const used = new Set(
    word.stories().flatMap(({ root }) => all(root, 'commentReference').map((each) => attr(each, 'id'))),
  )
  const loose = all(word.file.tree(path), 'comment').filter((each) => !used.has(attr(each, 'id')))
  if (loose.length === 0) return
  loose.forEach(drop)
  for (const name of ['commentRangeStart', 'commentRangeEnd'])
    for (const each of all(word.tree, name)) if (!used.has(attr(each, 'id'))) drop(each)
  word.file.change(path)
}
