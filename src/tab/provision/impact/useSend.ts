import { useCallback, useMemo } from 'react'
import { subgroupSteps } from '../../../domain/rules/analysisSubgroups.ts'
import { useInSteps } from '../../../ui/useInSteps.ts'
import type { Asked } from './asked.ts'
import type { Given, useMeasured } from './useAnalyses.ts'

type Names = ReturnType<typeof useMeasured>['names']

/** Pupils with SEND and without, while they are asked for; null until they are reckoned. */
export const useSend = (
  { view, tool: asked }: Asked,
  { scores, tools }: Given,
  { pupils }: Names,
  fewest: number,
) => {
  const own = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { tool } of scores) counts.set(tool, (counts.get(tool) ?? 0) + 1)
    const used = tools
      .filter(({ key }) => counts.has(key))
      .toSorted((a, b) => counts.get(b.key)! - counts.get(a.key)!)
    return { tools: used, tool: used.find(({ key }) => key === asked) ?? used[0] }
  }, [scores, tools, asked])
  const { tool } = own
  const make = useCallback(
    function* () {
      return view === 'send' && tool ? yield* subgroupSteps(scores, pupils, tool, fewest) : []
    },
    [view, scores, pupils, tool, fewest],
  )
  const { value, done } = useInSteps(make)
  return useMemo(() => (value && done ? { ...own, results: value } : null), [own, value, done])
}
