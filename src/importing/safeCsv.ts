import Papa from 'papaparse'

/** Excel takes a cell that begins so for a formula; an apostrophe before it makes it text. */
const formulaLike = /^\s*[=+\-@\t\r|%]/

/** A CSV that Excel opens as text: a mark that it is UTF-8, lines ended as there, no cell that is a formula. */
export const safeCsv = (fields: readonly string[], data: readonly (readonly unknown[])[]): string =>
  `\uFEFF${Papa.unparse({ fields: [...fields], data: [...data] }, { escapeFormulae: formulaLike })}\r\n`
