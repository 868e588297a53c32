import type { Block, Bound, DocumentContent, Run } from '../../src/documents/blocks.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { crowdedFile } from '../../tests/documents/crowdedReview.ts'

/** The minutes that every generator writes: 12 outcomes, 20 people, 40 actions. `of`: which of many such reviews. */
export const minutesNumbered = (of: number): DocumentContent => reviewMinutes(crowdedFile(of), '2026-03-10')

const plainText = ({ text, placeholder }: Bound) => (text === '' ? placeholder : text)
const mapRuns = (block: Block, change: (run: Run) => Run): Block => {
  switch (block.is) {
    case 'paragraph':
      return { ...block, runs: block.runs.map(change) }
    case 'list':
      return { ...block, items: block.items.map((runs) => runs.map(change)) }
    case 'table':
      return {
        ...block,
        rows: block.rows.map((cells) => cells.map((cell) => ({ ...cell, runs: cell.runs.map(change) }))),
      }
    default:
      return block
  }
}

/** The same words without a single control, which no peer can write. */
export const withoutControls = (content: DocumentContent): DocumentContent => ({
  ...content,
  blocks: content.blocks.map((block) =>
    mapRuns(block, (run) => ('bound' in run ? { text: plainText(run.bound) } : run)),
  ),
})

/** The same document as a template: `{f0}`, `{f1}` … where a fact stands, and the facts by those names. */
export const asTemplate = (content: DocumentContent) => {
  const facts: Record<string, string> = {}
  let at = 0
  const template: DocumentContent = {
    ...content,
    blocks: content.blocks.map((block) =>
      mapRuns(block, (run) => {
        if (!('bound' in run)) return run
        const name = `f${at++}`
        facts[name] = plainText(run.bound)
        return { text: `{${name}}` }
      }),
    ),
  }
  return { template, facts }
}
