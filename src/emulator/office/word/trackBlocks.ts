import { all, before, children, closest, drop, isW, kid, make, makeText } from './dom.ts'
import { isDeletion } from './text.ts'
import type { WordFile } from './wordFile.ts'

type Kind = 'ins' | 'del'

/** One author and time for the whole of a change, with a number of its own for each mark. */
const marks = (word: WordFile): (() => Record<string, string>) => {
  const first = word.revision()
  let next = Number(first['id'])
  return () => ({ ...first, id: String(next++) })
}

const within = (blocks: readonly Element[], name: string): Element[] =>
  blocks.flatMap((block) => [...(isW(block, name) ? [block] : []), ...all(block, name)])

const isMarked = (node: Node, kind: Kind): boolean =>
  kind === 'ins' ? closest(node, 'ins', 'moveTo') !== undefined : isDeletion(node.parentNode ?? node)

/** The mark of a paragraph's end or of a table's row, in the properties of each. */
const markIn = (holder: Element, properties: string, inside: string | null, mark: Element): void => {
  const outer = kid(holder, properties) ?? holder.insertBefore(make(holder, properties), holder.firstChild)
  if (!inside) return void outer.appendChild(mark)
  const place =
    kid(outer, inside) ??
    outer.insertBefore(
      make(outer, inside),
      children(outer).find((each) => isW(each, 'sectPr', 'pPrChange')) ?? null,
    )
  place.insertBefore(mark, place.firstChild)
}

const markAll = (word: WordFile, blocks: readonly Element[], kind: Kind): void => {
  const mark = marks(word)
  for (const run of within(blocks, 'r')) {
    if (isMarked(run, kind) || isMarked(run, 'del')) continue
    if (kind === 'del')
      for (const text of children(run).filter((each) => isW(each, 't'))) {
        before(text, makeText(run, 'delText', text.textContent ?? ''))
        drop(text)
      }
    const around = make(run, kind, mark())
    before(run, around)
    around.appendChild(run)
  }
  for (const paragraph of within(blocks, 'p'))
    if (!closest(paragraph, 'txbxContent')) markIn(paragraph, 'pPr', 'rPr', make(paragraph, kind, mark()))
  for (const row of within(blocks, 'tr')) markIn(row, 'trPr', null, make(row, kind, mark()))
  const name = kind === 'ins' ? 'customXmlInsRange' : 'customXmlDelRange'
  for (const sdt of within(blocks, 'sdt')) {
    const own = mark()
    before(sdt, make(sdt, `${name}Start`, own))
    sdt.parentNode?.insertBefore(make(sdt, `${name}End`, { id: own['id'] ?? '' }), sdt.nextSibling)
  }
}

/** Marks blocks that were just put in, with their tables and controls, as inserted; nothing while nobody tracks. */
export const trackInserted = (word: WordFile, blocks: readonly Element[]): void => {
  if (word.tracking) markAll(word, blocks, 'ins')
}

/** Marks blocks as deleted: they stay until somebody accepts that. */
export const trackDeleted = (word: WordFile, blocks: readonly Element[]): void => markAll(word, blocks, 'del')
