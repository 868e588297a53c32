import type { Json, JsonObject } from './json.ts'
import { badArgument } from './refusal.ts'

// Each reads one property of a definition: blank takes the default, another JSON type is a 400.

export const flag = (value: Json | undefined): boolean => {
  if (value !== undefined && value !== null && typeof value !== 'boolean') throw badArgument()
  return value === true
}

export const textOr = (value: Json | undefined, otherwise: string): string => {
  if (value === undefined || value === null) return otherwise
  if (typeof value !== 'string') throw badArgument()
  return value
}

export const wholeOr = (value: Json | undefined, otherwise: number): number => {
  if (value === undefined || value === null) return otherwise
  if (!Number.isInteger(value)) throw badArgument()
  return value as number
}

export const numberIn = (given: JsonObject, key: string): JsonObject => {
  const value = given[key]
  if (value === undefined || value === null) return {}
  if (typeof value !== 'number') throw badArgument()
  return { [key]: value }
}

export const oneOf = (value: Json | undefined, choices: readonly string[]): string => {
  const found = choices.find((each) => each === (value ?? choices[0]))
  if (found === undefined) throw badArgument()
  return found
}
