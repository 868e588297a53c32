import type { Element } from './tree.ts'

const most = 60

/** `header1.xml` beside the main part; an address elsewhere or one that climbs out of its folder is none of ours. */
const inWord = /^(?:\/word\/)?([A-Za-z0-9_-]+\.xml)$/

/**
 * The parts that hold what stands at the top and the foot of pages. `relationships`: the tree of those of the main part.
 * Each part once, in the order of their names, so that the same form reads the same each time.
 */
export const marginsOf = (
  relationships: Element | null,
): { readonly headers: readonly string[]; readonly footers: readonly string[] } => {
  const of = (kind: 'header' | 'footer') => {
    const found = (relationships?.children ?? []).flatMap(({ attributes }) => {
      const name = inWord.exec(attributes['Target'] ?? '')?.[1]
      const fits = (attributes['Type'] ?? '').endsWith(`/relationships/${kind}`)
      return fits && name && attributes['TargetMode'] !== 'External' ? [`word/${name}`] : []
    })
    return [...new Set(found)].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).slice(0, most)
  }
  return { headers: of('header'), footers: of('footer') }
}
