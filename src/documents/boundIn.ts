import type { Block, Bound, DocumentContent, Run } from './blocks.ts'

const runsOf: { [K in Block['is']]?: (block: Extract<Block, { is: K }>) => readonly Run[] } = {
  paragraph: ({ runs }) => runs,
  list: ({ items }) => items.flat(),
  table: ({ rows }) => rows.flatMap((cells) => cells.flatMap((cell) => cell.runs)),
}

/** Every bound piece of text in a document, by tag, in reading order. */
export const boundIn = (content: DocumentContent): Map<string, Bound> => {
  const found = new Map<string, Bound>()
  for (const block of content.blocks)
    for (const run of (runsOf[block.is] as ((b: Block) => readonly Run[]) | undefined)?.(block) ?? [])
      if ('bound' in run) found.set(run.bound.tag, run.bound)
  return found
}
