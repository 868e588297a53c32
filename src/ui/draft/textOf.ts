import { type Field, type Parsed, parse, show, type Value } from '../../domain/fields.ts'

/** A value as text that `parse` reads again: a choice by its code, a day as 2026-03-10. */
export const textOf = (field: Field, value: Value): string => {
  if (value === null) return ''
  return typeof value === 'string' ? value : show(field, value)
}

/** What such a text says, or what is wrong with it. */
export const readBack = (field: Field, text: string): Parsed => parse(field, text)
