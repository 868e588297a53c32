/** An element of a CTF, its name without a prefix. */
export type Node = { readonly name: string; text: string; readonly children: Node[] }

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
export const childrenOf = (node: Node | undefined, name: string): Node[] =>
  node?.children.filter((child) => same(child.name, name)) ?? []

/** The elements of a name anywhere below: versions of CTF nest things differently. */
export const below = (node: Node | undefined, name: string): Node[] =>
  node?.children.flatMap((child) => (same(child.name, name) ? [child] : below(child, name))) ?? []

/** The text of the first element below that has one of these names and says something. */
export const textBelow = (node: Node | undefined, ...names: readonly string[]): string =>
  names
    .flatMap((name) => below(node, name))
    .map(({ text }) => text.trim())
    .find((text) => text !== '') ?? ''

/** The text of a child of one of these names, not of anything deeper. */
export const textIn = (node: Node | undefined, ...names: readonly string[]): string =>
  names
    .flatMap((name) => childrenOf(node, name))
    .map(({ text }) => text.trim())
    .find((text) => text !== '') ?? ''
