import type { AnyRecordType } from '../domain/record.ts'
import { columnsOf, definitionOf } from './columns.ts'

/** A record type's list with every column and index, as POST /sites/{id}/lists takes it. */
export const listDefinition = (type: AnyRecordType) => ({
  displayName: type.list,
  description: type.about,
  columns: columnsOf(type).map(definitionOf),
  list: { template: 'genericList' },
})
