import { defaultParser } from '@odata/parser'
import { Refusal } from './refusal.ts'

export type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith'
export type Literal = { is: 'text' | 'number' | 'boolean' | 'instant'; value: string | number | boolean }
/** One comparison: `fields/Year eq 4` is `{ path: 'fields/Year', operator: 'eq', literal: { is: 'number', value: 4 } }`. */
export type Clause = { path: string; operator: Operator; literal: Literal }

const operators: Readonly<Record<string, Operator>> = {
  EqualsExpression: 'eq',
  NotEqualsExpression: 'ne',
  LesserThanExpression: 'lt',
  GreaterThanExpression: 'gt',
  LesserOrEqualsExpression: 'le',
  GreaterOrEqualsExpression: 'ge',
}

/** What the parser hands back, as far as it is read here. */
type Node = { type: string; raw: string; value: unknown }
type Binary = { left: Node; right: Node }

const invalidFilter = () => new Refusal(400, 'BadRequest', 'Invalid filter clause')

/**
 * The comparisons of a `$filter`, in their order, all of which must hold. Only what SharePoint documents is let
 * through: eq ne lt gt le ge startswith, joined by `and`; everything else that OData knows is refused with 400.
 */
export const readFilter = (text: string): readonly Clause[] => {
  const known = read.get(text)
  if (known) return known
  const clauses = parsed(text)
  if (read.size > 200) read.clear()
  read.set(text, clauses)
  return clauses
}

// The parser is slow, and each page of an answer asks the same.
const read = new Map<string, readonly Clause[]>()

const parsed = (text: string): readonly Clause[] => {
  let tree: Node
  try {
    tree = defaultParser.filter(text) as unknown as Node
  } catch {
    throw invalidFilter()
  }
  return clausesOf(tree)
}

const clausesOf = (node: Node): readonly Clause[] => {
  if (node.type === 'BoolParenExpression') return clausesOf(node.value as Node)
  if (node.type === 'AndExpression') {
    const { left, right } = node.value as Binary
    return [...clausesOf(left), ...clausesOf(right)]
  }
  if (node.type === 'MethodCallExpression') {
    const { method, parameters } = node.value as { method: string; parameters: readonly Node[] }
    const [path, literal] = parameters
    if (method !== 'startswith' || !path || !literal || parameters.length !== 2) throw invalidFilter()
    return [{ path: pathOf(path), operator: 'startswith', literal: literalOf(literal) }]
  }
  const operator = operators[node.type]
  if (!operator) throw invalidFilter()
  const { left, right } = node.value as Binary
  return [{ path: pathOf(left), operator, literal: literalOf(right) }]
}

const pathOf = (node: Node): string => {
  if (node.type !== 'FirstMemberExpression') throw invalidFilter()
  return node.raw.trim()
}

const literalOf = (node: Node): Literal => {
  const { raw } = node
  if (node.type !== 'Literal') throw invalidFilter()
  if (raw.startsWith("'")) return { is: 'text', value: raw.slice(1, -1).replaceAll("''", "'") }
  if (raw === 'true' || raw === 'false') return { is: 'boolean', value: raw === 'true' }
  if (/^\d{4}-\d\d-\d\d/.test(raw)) return { is: 'instant', value: raw }
  if (Number.isFinite(Number(raw))) return { is: 'number', value: Number(raw) }
  throw invalidFilter()
}
