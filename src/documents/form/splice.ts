/** Text put in place of what stands between two places. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string }

/** All of them at once, in any order. Throws where two would change the same place: that is a fault of ours. */
export const spliced = (source: string, splices: readonly Splice[]): string => {
  const inOrder = splices
    .map((splice, at) => ({ ...splice, at }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to || a.at - b.at)
  let done = 0
  let result = ''
  for (const { from, to, text } of inOrder) {
    if (from < done || to < from) throw new Error('Two changes of a form meet in one place.')
    result += source.slice(done, from) + text
    done = to
  }
  return result + source.slice(done)
}
