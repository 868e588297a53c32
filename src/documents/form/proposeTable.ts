import { best, phrasesOf } from './bestFit.ts'
import type { FormTable } from './fields.ts'
import { listFacts } from './listFacts.ts'
import type { MappedTable } from './propose.ts'
import { columnLabels, listLabels } from './tableWords.ts'
import { fit, weightsOf, wordsOf } from './words.ts'

const columnGoodEnough = 0.5

const columnWeights = new Map(
  Object.entries(columnLabels).map(([list, columns]) => [list, weightsOf(columns)]),
)
const columnPhrases = new Map(
  Object.entries(columnLabels).map(([list, columns]) => [list, phrasesOf(columns)]),
)
const listPhrases = phrasesOf(listLabels)
const listWeight = weightsOf(listLabels)

/** The actions of this review and of the last have the same columns: only a word such as `last` tells them apart. */
const isOtherTime = (list: string, { context, columns }: FormTable): boolean => {
  if (list !== 'actions' && list !== 'lastActions') return false
  const words = wordsOf([context[0] ?? '', ...columns.map(({ label }) => label)].join(' '))
  return words.has('last') === (list === 'actions')
}

/** Which list a table to fill row by row takes, and which part of it each column; null where its words don’t tell. */
export const proposeTable = (table: FormTable): MappedTable | null => {
  const around = wordsOf(table.context.slice(0, 2).join(' '))
  let found: { mapped: MappedTable; score: number } | null = null
  for (const { id: list } of listFacts) {
    const taken = new Map<string, { column: string; score: number }>()
    for (const { id, label } of table.columns) {
      const each = best(columnPhrases.get(list)!, wordsOf(label), new Set(), columnWeights.get(list)!)
      if (!each || each.score < columnGoodEnough) continue
      const other = taken.get(each.id)
      if (!other || each.score > other.score) taken.set(each.id, { column: id, score: each.score })
    }
    const columns = Object.fromEntries([...taken].map(([name, { column }]) => [column, name]))
    const named = listPhrases.find(([id]) => id === list)![1]
    const heading = Math.max(0, ...named.map((phrase) => fit(phrase, around, new Set(), listWeight)))
    const share = [...taken.values()].reduce((total, { score }) => total + score, 0) / table.columns.length
    const score = share + 0.5 * heading - (isOtherTime(list, table) ? 0.3 : 0)
    if (taken.size > 0 && share + heading >= 0.6 && score > (found?.score ?? 0))
      found = { mapped: { list, columns }, score }
  }
  return found?.mapped ?? null
}
