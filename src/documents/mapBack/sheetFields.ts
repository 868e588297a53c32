import type { Field, Value } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { mapFields } from '../provisionMap/mapColumns.ts'

/** A field of a line of support that a row of the map holds and sends back. */
export type SheetField = (typeof mapFields)[keyof typeof mapFields]
export const sheetFields: readonly SheetField[] = Object.values(mapFields)

export const fieldOfLine = (field: SheetField): Field => fieldOf(Allocation, field)
export const headingOf = (field: SheetField): string => fieldOfLine(field).label

/**
 * A value as two sides are compared: a day as `2026-09-07`, money in whole pence, a choice by its code, a number as it
 * stands, nothing as ''.
 */
export const sameText = (value: Value | undefined): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value.replace(/\r\n?/g, '\n').trim()
      : String(value)
