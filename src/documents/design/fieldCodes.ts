import { below, type Element } from '../form/tree.ts'

/** Fields that draw nothing from outside the document and are right in every document. */
const kept: ReadonlySet<string> = new Set([
  ...['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION', 'DATE', 'TIME', 'PRINTDATE', 'SAVEDATE', 'CREATEDATE'],
  ...['STYLEREF', 'TITLE', 'SUBJECT', '='],
])
export const codeOf = (instruction: string): string =>
  (/^\s*(=|[A-Za-z]+)/.exec(instruction)?.[1] ?? '').toUpperCase()
export const isKeptCode = (instruction: string): boolean => kept.has(codeOf(instruction))

type Field = { readonly marks: Element[]; code: string; separated: boolean }

/** The fields of a story in their long form: the elements that mark each, and its code. */
export const longFields = (story: Element): Field[] => {
  const done: Field[] = []
  const open: Field[] = []
  for (const element of below(story)) {
    if (element.name === 'fldChar') {
      const kind = element.attributes['fldCharType']
      if (kind === 'begin') open.push({ marks: [element], code: '', separated: false })
      else open.at(-1)?.marks.push(element)
      if (kind === 'separate' && open.length > 0) open.at(-1)!.separated = true
      if (kind === 'end' && open.length > 0) done.push(open.pop()!)
    }
    if (element.name === 'instrText') {
      const field = open.at(-1)
      field?.marks.push(element)
      if (field && !field.separated) field.code += element.text
    }
  }
  return [...done, ...open]
}
