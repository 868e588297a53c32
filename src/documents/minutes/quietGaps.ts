import type { Block, Cell, Run } from '../blocks.ts'

const gap = (run: Run, words: string): Run =>
  'bound' in run && run.bound.text === '' ? { bound: { ...run.bound, placeholder: words } } : run
const inCell = (cell: Cell): Cell => ({ ...cell, runs: cell.runs.map((run) => gap(run, '–')) })

/** A finished report asks nobody to write: what is not recorded says so, in tables with a dash. */
export const quietGaps = (block: Block): Block =>
  block.is === 'table'
    ? { ...block, rows: block.rows.map((cells) => cells.map(inCell)) }
    : block.is === 'paragraph'
      ? { ...block, runs: block.runs.map((run) => gap(run, 'Not recorded')) }
      : block
