/** An element of a CTF; its name is without a prefix and in small letters. */
export type Node = { readonly name: string; text: string; readonly children: Node[] }

const collect = (node: Node, name: string, found: Node[]): Node[] => {
  for (const child of node.children) {
    if (child.name === name) found.push(child)
    else if (child.children.length > 0) collect(child, name, found)
  }
  return found
}

/** The elements of a name anywhere below: versions of CTF nest things differently. */
export const below = (node: Node | undefined, name: string): Node[] =>
  node ? collect(node, name.toLowerCase(), []) : []

export const childOf = (node: Node | undefined, name: string): Node | undefined => {
  const wanted = name.toLowerCase()
  return node?.children.find((child) => child.name === wanted)
}

const firstText = (nodes: readonly Node[]): string => {
  for (const { text } of nodes) if (text.trim() !== '') return text.trim()
  return ''
}

/** The text of the first element below that has one of these names and says something. */
export const textBelow = (node: Node | undefined, ...names: readonly string[]): string => {
  for (const name of names) {
    const text = firstText(below(node, name))
    if (text !== '') return text
  }
  return ''
}

/** The text of a child of one of these names, not of anything deeper. */
export const textIn = (node: Node | undefined, ...names: readonly string[]): string => {
  const wanted = names.map((name) => name.toLowerCase())
  return firstText(node?.children.filter(({ name }) => wanted.includes(name)) ?? [])
}
