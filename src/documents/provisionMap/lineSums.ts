import type { Line } from './input.ts'

/** Pence of a line’s whole run; an unfinished one costs nothing yet. */
const penceOf = (line: Line) => line.cost.cost?.perPupilPence ?? 0
export const sumOf = (lines: readonly Line[]) => lines.reduce((total, line) => total + penceOf(line), 0)
export const openOf = (lines: readonly Line[]) => lines.filter((line) => line.cost.missing).length
