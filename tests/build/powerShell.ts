import { createRequire } from 'node:module'
import { Language, type Node, Parser } from 'web-tree-sitter'

const require = createRequire(import.meta.url)

/** Reads PowerShell as its grammar has it. The tree stands as long as the parser does. */
export const powerShell = async (): Promise<(text: string) => Node> => {
  await Parser.init()
  const parser = new Parser()
  parser.setLanguage(
    await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')),
  )
  return (text) => parser.parse(text)!.rootNode
}

export const every = (node: Node, type: string): Node[] =>
  node.descendantsOfType(type).filter((each) => each !== null)

/** Places that the grammar can't read, each as line and text. */
export const unread = (root: Node): string[] => {
  const found: string[] = []
  const look = (node: Node): void => {
    if (node.isError || node.isMissing)
      found.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`)
    else if (node.hasError) node.children.forEach((child) => child && look(child))
  }
  look(root)
  return found
}

export type Command = { readonly name: string; readonly parameters: readonly string[]; readonly line: number }

/** Every command with the parameters that it is given by name. */
export const commands = (root: Node): Command[] =>
  every(root, 'command').map((node) => ({
    name: node.childForFieldName('command_name')?.text ?? '',
    parameters: (node.childForFieldName('command_elements')?.children ?? []).flatMap((child) =>
      child?.type === 'command_parameter' ? [child.text.replace(/^-/, '').replace(/:$/, '')] : [],
    ),
    line: node.startPosition.row + 1,
  }))
