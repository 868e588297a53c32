import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import type { Field } from '../domain/fields.ts'
import { type AnyRecordType, fieldsOf } from '../domain/record.ts'
import { recordTypes } from '../domain/records/index.ts'
import { countedSayings } from '../words/pluralForms.ts'
import { dataOnScreens } from './dataWords.ts'
import { dataOnPapers, papersForFamilies } from './paperWords.ts'

/** All words of the interface as the code says them: patterns with the file that says them first, and what is counted. */
export type WordList = {
  readonly words: Readonly<Record<string, string>>
  readonly counts: readonly string[]
}

/** Words on a screen that are not said through `t`, so that nobody can translate them. */
export type Unsaid = { readonly file: string; readonly line: number; readonly text: string }

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

const root = fileURLToPath(new URL('../..', import.meta.url))
/** What only the stand-ins and the command line say is not the interface. */
const folders = ['domain', 'ui', 'tab', 'taskpane', 'jobs', 'documents', 'importing'].map(
  (name) => `src/${name}`,
)
const screens = ['src/ui/', 'src/tab/', 'src/taskpane/']

const sourcesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => relative(root, join(root, folder, name)).replaceAll('\\', '/'))
    .sort()

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const each = (node: Node, visit: (node: Node) => void): void => {
  visit(node)
  for (const value of Object.values(node)) {
    if (isNode(value)) each(value, visit)
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) each(item, visit)
  }
}

const nodesOf = (file: string, text: string): Node => {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} can’t be read: ${errors[0]!.message}`)
  return program as unknown as Node
}

type Quasi = { readonly quasis: readonly { readonly value: { readonly cooked: string | null } }[] }

const patternIn = (node: Node): string | null => {
  if (node.type !== 'TaggedTemplateExpression' || (node.tag as Node).name !== 't') return null
  const pieces = (node.quasi as unknown as Quasi).quasis.map(({ value }) => value.cooked ?? '')
  return pieces.reduce((text, piece, at) => `${text}{${at - 1}}${piece}`)
}

const literal = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null

const countedIn = (node: Node): string | null => {
  if (node.type !== 'CallExpression' || (node.callee as Node).name !== 'counted') return null
  const [, one, many] = node.arguments as readonly unknown[]
  const single = literal(one)
  return single === null ? null : `${single}|${literal(many) ?? `${single}s`}`
}

const wordsOfField = (field: Field): string[] => [
  field.label,
  ...(field.help ? [field.help] : []),
  ...('unit' in field && field.unit ? [field.unit] : []),
  ...(field.kind === 'choice' ? Object.values(field.choices) : []),
]

/** What a record type says that is data and no saying of the code: labels, helps, choices, and why it is refused. */
const wordsOfType = (type: AnyRecordType): string[] => [
  type.label,
  ...fieldsOf(type).flatMap(([, field]) => wordsOfField(field)),
  ...(type.rules ?? []).map(({ message }) => message),
]

/** Each saying of these files with the file that says it first, and what they count. */
const saidBy = (files: readonly string[]): { words: Map<string, string>; counts: Set<string> } => {
  const words = new Map<string, string>()
  const counts = new Set<string>()
  for (const file of files) {
    each(nodesOf(file, readFileSync(join(root, file), 'utf8')), (node) => {
      const pattern = patternIn(node)
      if (pattern !== null && !words.has(pattern)) words.set(pattern, file)
      const forms = countedIn(node)
      if (forms !== null) counts.add(forms)
    })
  }
  return { words, counts }
}

const inOrder = (words: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries([...words].sort(([a], [b]) => (a < b ? -1 : 1)))

const listed = (): WordList => {
  const { words, counts } = saidBy(folders.flatMap(sourcesIn))
  const told = (said: string, where: string) => void (words.has(said) || words.set(said, where))
  for (const type of recordTypes) for (const said of wordsOfType(type)) told(said, `record type ${type.name}`)
  for (const [said, where] of Object.entries(sayingsOnPapers())) told(said, where)
  for (const [where, all] of Object.entries(dataOnScreens())) for (const said of all) told(said, where)
  return { words: inOrder(words), counts: [...counts].sort() }
}

const sayingsOnPapers = (): Record<string, string> => {
  const said = new Map<string, string>()
  for (const [where, files] of Object.entries(papersForFamilies))
    for (const words of saidBy(files).words.keys()) if (!said.has(words)) said.set(words, where)
  for (const [where, words] of Object.entries(dataOnPapers))
    for (const one of words) if (!said.has(one)) said.set(one, where)
  return inOrder(said)
}

/**
 * Every saying of a paper for families that is no family’s own: English, and on which papers it stands. What is
 * counted stands with a few numbers, from which the plural forms of a language are taken.
 */
export const paperWords = (): Record<string, string> => {
  const said = new Map(Object.entries(sayingsOnPapers()))
  for (const [where, files] of Object.entries(papersForFamilies))
    for (const forms of saidBy(files).counts)
      for (const one of countedSayings(forms)) if (!said.has(one)) said.set(one, where)
  return inOrder(said)
}

let list: WordList | null = null

/** All words that the product’s own code says through `t` and `counted`. Read once: the code does not change meanwhile. */
export const wordList = (): WordList => (list ??= listed())

/** What is read out or shown of an element besides what stands in it. */
const shownAttributes = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
  'data-label',
])
const worded = (text: string): boolean => /\p{L}{2,}/u.test(text)

const unsaidIn = (node: Node): string | null => {
  if (node.type === 'JSXText') return String(node.value).replace(/&\w+;/g, ' ').trim()
  if (node.type !== 'JSXAttribute' || !shownAttributes.has(String((node.name as Node).name))) return null
  return literal(node.value)
}

/** Words of the screens that stand in the markup as they are. */
export const unsaid = (): Unsaid[] =>
  screens.flatMap(sourcesIn).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const found: Unsaid[] = []
    each(nodesOf(file, text), (node) => {
      const words = unsaidIn(node)
      if (words !== null && worded(words))
        found.push({ file, line: text.slice(0, node.start).split('\n').length, text: words })
    })
    return found
  })
