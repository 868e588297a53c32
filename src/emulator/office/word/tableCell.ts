import { value, type HostApi } from '../hostObject.ts'
import { closest } from './dom.ts'
import { partsOf } from './tableParts.ts'

/** Word.TableCell: where a cell stands in its table. */
export class TableCell {
  static readonly api: HostApi = {
    name: 'TableCell',
    tracked: true,
    members: { rowIndex: value('WordApi 1.3'), cellIndex: value('WordApi 1.3') },
  }
  readonly rowIndex: number
  readonly cellIndex: number

  constructor(rowIndex: number, cellIndex: number) {
    this.rowIndex = rowIndex
    this.cellIndex = cellIndex
  }
}

/** The innermost cell around a node; null outside tables. */
export const cellAround = (node: Node): TableCell | null => {
  const cell = closest(node, 'tc')
  const row = cell && closest(cell, 'tr')
  const table = row && closest(row, 'tbl')
  return table ? new TableCell(partsOf(table, 'tr').indexOf(row), partsOf(row, 'tc').indexOf(cell)) : null
}
