import type { Block, Cell, Run } from '../../documents/blocks.ts'

const escaped = (words: string) => words.replace(/[*_`<[\]|\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
const run = (one: Run): string => {
  const words = 'bound' in one ? one.bound.text : one.text
  if (!('strong' in one) || !one.strong) return escaped(words)
  return `**${escaped(words.trim())}**${/\s$/.test(words) ? ' ' : ''}`
}
const runs = (all: readonly Run[]): string => all.map(run).join('')
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const paragraphs = (block: Block): string[] => {
  switch (block.is) {
    case 'title':
      return [`# ${escaped(block.text)}`]
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${escaped(block.text)}`]
    case 'paragraph':
      return [runs(block.runs)]
    case 'list':
      return [block.items.map((item) => `- ${runs(item)}`).join('\n')]
    case 'table':
      return [
        [
          row(block.head.map(escaped)),
          row(block.head.map(() => '---')),
          ...block.rows.map((cells) => row(cells.map((cell: Cell) => runs(cell.runs)))),
        ].join('\n'),
      ]
    default:
      throw new Error(`Markdown has no ${block.is}.`)
  }
}

/** Blocks of words, lists and tables as Markdown. Throws at a block that is for paper alone, such as room to write. */
export const markdownOf = (blocks: readonly Block[]): string => `${blocks.flatMap(paragraphs).join('\n\n')}\n`
