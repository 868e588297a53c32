import { attr, kids, val } from './dom.ts'
import type { WordFile } from './wordFile.ts'

type Known = { revision: number; styles: Element[]; byId: Map<string, Element>; normal: Element | undefined }
const known = new WeakMap<WordFile, Known>()

const stylesIn = (word: WordFile): Known => {
  const path = word.file.related(word.main, 'styles') ?? ''
  const revision = word.file.revision(path)
  const before = known.get(word)
  if (before?.revision === revision) return before
  const styles = word.file.has(path) ? kids(word.file.tree(path).documentElement, 'style') : []
  const byId = new Map(styles.map((each) => [attr(each, 'styleId') ?? '', each]))
  const normal = styles.find((each) => attr(each, 'type') === 'paragraph' && attr(each, 'default') === '1')
  const now = { revision, styles, byId, normal }
  known.set(word, now)
  return now
}

/** A style by its id; the one that paragraphs without a style have, for null. */
export const styleOf = (word: WordFile, id: string | null): Element | undefined =>
  id === null ? stylesIn(word).normal : stylesIn(word).byId.get(id)

/** Word shows its own styles with a capital: 'heading 1' in the file is 'Heading 1'. */
const shown = (name: string): string =>
  name.replace(
    /^(heading|title|subtitle|header|footer|list)/,
    (word) => word.charAt(0).toUpperCase() + word.slice(1),
  )

/** The name of a style as Word shows it; 'Normal' where the document does not say. */
export const styleNameOf = (word: WordFile, id: string | null): string => {
  const style = styleOf(word, id)
  return style ? shown(val(style, 'name') ?? '') : (id ?? 'Normal')
}

/** The id of a paragraph style by the name that Word shows, whatever its capitals; null when there is none. */
export const styleIdOf = (word: WordFile, name: string): string | null => {
  const wanted = name.toLowerCase()
  const style = stylesIn(word).styles.find(
    (each) => attr(each, 'type') === 'paragraph' && (val(each, 'name') ?? '').toLowerCase() === wanted,
  )
  return style ? attr(style, 'styleId') : null
}

/** Word's built-in name for a style ('Heading1'); 'Other' for a style of the document's own. */
export const builtInOf = (name: string): string =>
  /^(Normal|Heading [1-9]|Title|Subtitle|Quote|Header|Footer|List Paragraph|List Bullet|List Number|Caption|No Spacing)$/.test(
    name,
  )
    ? name.replace(/ /g, '')
    : 'Other'
