import type { Block, DocumentContent, Run } from './blocks.ts'
import type { Workbook } from './xlsx/model.ts'

/** A stretch of a document's text, in reading order; the cells of a row are one, with tabs between them. */
export type TextParagraph = {
  readonly text: string
  readonly is:
    | 'title'
    | 'heading'
    | 'text'
    | 'item'
    | 'row'
    | 'footer'
    | 'note'
    | 'comment'
    /** A diagram, a chart, or the words beside a picture. */
    | 'drawing'
    /** Beside the text: title, subject, keywords and the like of the file. */
    | 'property'
  /** Deleted under tracked changes: not seen, and still in the file. */
  readonly deleted?: true
}

const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => ('bound' in run ? run.bound.text : run.text)).join('')

const paragraphsIn = (block: Block): TextParagraph[] => {
  switch (block.is) {
    case 'title':
      return [
        { text: block.text, is: block.is },
        ...(block.photo ? [{ text: block.photo.alt, is: 'drawing' as const }] : []),
      ]
    case 'heading':
      return [
        { text: block.text, is: block.is },
        ...(block.drawing ? [{ text: block.drawing.alt, is: 'drawing' as const }] : []),
      ]
    case 'paragraph':
      return [{ text: textOf(block.runs), is: 'text' }]
    case 'list':
      return block.items.map((runs) => ({ text: textOf(runs), is: 'item' }))
    case 'table':
      return [block.head, ...block.rows.map((row) => row.map(({ runs }) => textOf(runs)))].map((cells) => ({
        text: cells.join('\t'),
        is: 'row',
      }))
    case 'ask':
      return [
        { text: block.text, is: 'text' },
        ...(block.drawing ? [{ text: block.drawing.alt, is: 'drawing' as const }] : []),
      ]
    case 'pictures':
      return block.drawings.map(({ alt }) => ({ text: alt, is: 'drawing' }))
    case 'room':
    case 'pageBreak':
      return []
  }
}

const isWritten = ({ text }: TextParagraph): boolean => text.trim() !== ''

/** All that a document will say, footer and properties too. */
export const paragraphsOf = ({ title, footer, blocks }: DocumentContent): TextParagraph[] => {
  const written = blocks.flatMap(paragraphsIn)
  const own = written.some(({ is, text }) => is === 'title' && text === title)
  const lines = footer.split('\n').map((text) => ({ text, is: 'footer' as const }))
  return [...(own ? [] : [{ text: title, is: 'title' as const }]), ...written, ...lines].filter(isWritten)
}

/** All the text of a workbook, sheet by sheet and row by row. */
export const paragraphsOfWorkbook = ({ title, sheets }: Workbook): TextParagraph[] =>
  [
    { text: title, is: 'title' as const },
    ...sheets.flatMap(({ name, rows }) => [
      { text: name, is: 'heading' as const },
      ...rows.map(({ cells }) => ({
        text: cells
          .map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell))
          .filter((value) => typeof value === 'string')
          .join('\t'),
        is: 'row' as const,
      })),
    ]),
  ].filter(isWritten)
