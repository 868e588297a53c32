import type { Clause, Operator } from './filter.ts'
import { comparable } from './found.ts'
import type { Json } from './json.ts'
import { Refusal } from './refusal.ts'
import type { Column } from './world.ts'

/**
 * Whether a value answers a clause, in SharePoint's way: text without regard to case, a blank only for `ne`,
 * yes/no columns rightly only by 1 and 0 (`eq true` gives the opposite rows, sp-dev-docs #5594), and a lookup
 * asked by its text not filtered at all (graph-docs #2351).
 */
export const matches = (column: Column, clause: Clause, value: Json): boolean => {
  const { operator, literal } = clause
  switch (column.kind) {
    case 'text':
    case 'note':
    case 'choice':
      if (literal.is !== 'text') throw invalid()
      return comparedText(operator, value, String(literal.value))
    case 'number':
      if (literal.is !== 'number' || operator === 'startswith') throw invalid()
      return compared(operator, value as number | null, literal.value as number)
    case 'boolean':
      return yesNo(operator, literal, value === true)
    case 'dateTime':
    case 'dateOnly':
      return compared(operator, value === null ? null : Date.parse(String(value)), moment(clause))
    case 'person':
    case 'lookup':
      if (!clause.path.endsWith('LookupId')) return true
      return compared(operator, value as number | null, Number(literal.value))
    default:
      throw invalid()
  }
}

const invalid = () => new Refusal(400, 'BadRequest', 'Invalid filter clause')

const comparedText = (operator: Operator, value: Json, asked: string): boolean => {
  const like = operator === 'startswith' ? (text: string) => text.toLowerCase() : comparable
  return compared(operator, value === null ? null : like(String(value)), like(asked))
}

const moment = ({ operator, literal }: Clause): number => {
  const at = Date.parse(String(literal.value))
  if ((literal.is !== 'text' && literal.is !== 'instant') || operator === 'startswith' || Number.isNaN(at))
    throw invalid()
  return at
}

const yesNo = (operator: Operator, literal: Clause['literal'], value: boolean): boolean => {
  if (operator !== 'eq' && operator !== 'ne') throw invalid()
  if (literal.value === 1 || literal.value === 0)
    return (value === (literal.value === 1)) === (operator === 'eq')
  const word = String(literal.value).toLowerCase()
  if (word !== 'true' && word !== 'false') throw invalid()
  return (value === (word === 'true')) !== (operator === 'eq')
}

const compared = <T extends string | number>(operator: Operator, value: T | null, asked: T): boolean => {
  if (value === null) return operator === 'ne'
  switch (operator) {
    case 'eq':
      return value === asked
    case 'ne':
      return value !== asked
    case 'lt':
      return value < asked
    case 'gt':
      return value > asked
    case 'le':
      return value <= asked
    case 'ge':
      return value >= asked
    case 'startswith':
      return String(value).startsWith(String(asked))
  }
}
