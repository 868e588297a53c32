import type { Budget } from './pages.ts'

/** A built file. `source`: the module it was made for, if it was made for one. */
export type Part = {
  readonly source: string | null
  readonly imports: readonly string[]
  readonly bytes: number
  readonly modules: readonly { readonly name: string; readonly length: number }[]
}
export type Parts = Readonly<Record<string, Part>>

export type Weight = {
  readonly bytes: number
  /** Packages and own files that weigh most, before they are packed. */
  readonly heaviest: readonly { readonly name: string; readonly length: number }[]
}
export type Weighed = { readonly budget: Budget; readonly firstPaint: Weight; readonly usable: Weight }

const shown = 12

/** A package as one, an own file by its path. */
const nameOf = (module: string): string =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module.replace(/^.*?\/(?=src\/)/, '')

/** The file made for a source or for the entry of a package. */
export const fileFor = (parts: Parts, wanted: string): string => {
  const isWanted = (source: string) =>
    wanted.startsWith('@') ? source.includes(`/node_modules/${wanted}/`) : source.endsWith(`/${wanted}`)
  const found = Object.entries(parts).filter(([, { source }]) => source !== null && isWanted(source))
  // Of a package also parts of its own may be fetched later: what is wanted is its front door.
  const [file] = found.find(([, { source }]) => /\/index\.m?js$/.test(source!)) ?? found[0] ?? []
  // What others need too lies in a part of no single source.
  const holding = Object.entries(parts).find(([, { modules }]) => modules.some(({ name }) => isWanted(name)))
  if (file ?? holding) return file ?? holding![0]
  throw new Error(
    `Nothing in the build was made for ${wanted}: scripts/budgets/pages.ts names a source that is fetched by import().`,
  )
}

/** The files and all that they import at once. */
export const withImports = (parts: Parts, files: readonly string[]): Set<string> => {
  const all = new Set<string>()
  const add = (file: string) => {
    if (all.has(file) || !parts[file]) return
    all.add(file)
    parts[file].imports.forEach(add)
  }
  files.forEach(add)
  return all
}

const weightOf = (parts: Parts, files: ReadonlySet<string>): Weight => {
  const lengths = new Map<string, number>()
  let bytes = 0
  for (const file of files) {
    bytes += parts[file]!.bytes
    for (const { name, length } of parts[file]!.modules)
      lengths.set(nameOf(name), (lengths.get(nameOf(name)) ?? 0) + length)
  }
  const heaviest = [...lengths].map(([name, length]) => ({ name, length }))
  return { bytes, heaviest: heaviest.toSorted((a, b) => b.length - a.length).slice(0, shown) }
}

/** What a page weighs at first paint and until it can be used. Throws where a source of its budget isn't built. */
export const weighed = (parts: Parts, budget: Budget): Weighed => {
  const page = fileFor(parts, budget.page)
  const needed = [...budget.asking, ...budget.needed].map((wanted) => fileFor(parts, wanted))
  return {
    budget,
    firstPaint: weightOf(parts, withImports(parts, [page])),
    usable: weightOf(parts, withImports(parts, [page, ...needed])),
  }
}
