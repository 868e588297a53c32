import { type Parts, fileFor, withImports } from './weigh.ts'

/** A page, and what it fetches in steps: each step is needed before the next. */
export type Steps = {
  readonly name: string
  readonly steps: readonly (readonly string[])[]
  /** It only keeps others' files free of what it doesn't need: what it alone fetches is not joined. */
  readonly apart?: true
}

/** Modules that go into one file, in the order in which they are to be claimed. */
export type Joined = { readonly name: string; readonly modules: ReadonlySet<string> }

/**
 * Which modules can share a file because exactly the same pages need them at exactly the same step: nobody then fetches
 * a byte that they don't use, and one file packs better than thirty. `parts` is a build in which nothing is joined yet.
 * What is only needed later stays as it is. What others build on comes first.
 */
export const joinedParts = (parts: Parts, pages: readonly Steps[]): Joined[] => {
  const reached = pages.map(({ steps }) => {
    const wanted: string[] = []
    return steps.map((step) => {
      wanted.push(...step.map((source) => fileFor(parts, source)))
      return withImports(parts, wanted)
    })
  })
  const groups = new Map<string, { order: number; modules: Set<string> }>()
  for (const [file, { modules }] of Object.entries(parts)) {
    const at = reached.map((steps) => steps.findIndex((files) => files.has(file)))
    if (at.every((step, index) => step < 0 || pages[index]!.apart)) continue
    const name = pages
      .flatMap((page, index) => (at[index]! < 0 ? [] : [`${page.name}${at[index]! + 1}`]))
      .join('-')
    // What a file imports is needed no later than the file itself on every page, and so sums up to no more.
    const order = at.reduce((sum, step, index) => sum + (step < 0 ? pages[index]!.steps.length : step), 0)
    const group = groups.get(name) ?? { order, modules: new Set() }
    for (const { name: module } of modules) if (!module.endsWith('.html')) group.modules.add(module)
    groups.set(name, group)
  }
  return [...groups]
    .toSorted(([, a], [, b]) => a.order - b.order)
    .map(([name, { modules }]) => ({ name, modules }))
}
