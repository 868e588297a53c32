import type { Bound } from '../blocks.ts'
import { cleanText, xmlAttribute, xmlText } from './xmlText.ts'

const breaks = (text: string) =>
  cleanText(text)
    .split(/(\n|\t)/)
    .map((part) =>
      part === '\n'
        ? '<w:br/>'
        : part === '\t'
          ? '<w:tab/>'
          : part && `<w:t xml:space="preserve">${xmlText(part)}</w:t>`,
    )
    .join('')

/** One run of text; each new line is a line break. */
export const runXml = (text: string, style?: string, look = ''): string =>
  text === ''
    ? ''
    : `<w:r>${style ? `<w:rPr><w:rStyle w:val="${style}"/>${look}</w:rPr>` : ''}${breaks(text)}</w:r>`

const types: { [K in Bound['kind']]: (bound: Bound) => string } = {
  line: () => '<w:text/>',
  lines: () => '<w:text w:multiLine="1"/>',
  // No day picker: Word in a browser refuses to replace a document that holds one, and gives it to no program.
  date: () => '<w:text/>',
  // The first choice is the placeholder: choosing it in Word empties the control again.
  choice: ({ options = [], placeholder }) =>
    '<w:dropDownList>' +
    [placeholder, ...options.filter((option) => option !== placeholder)]
      .map(
        (option) => `<w:listItem w:displayText="${xmlAttribute(option)}" w:value="${xmlAttribute(option)}"/>`,
      )
      .join('') +
    '</w:dropDownList>',
}

/** Numbers that Word wants unique in a document, the same each time for the same tag. */
export const controlIds = (): ((tag: string) => number) => {
  const used = new Set<number>()
  return (tag) => {
    let id = 0x811c9dc5
    for (let at = 0; at < tag.length; at++) id = Math.imul(id ^ tag.charCodeAt(at), 0x01000193)
    id &= 0x7fffffff
    while (id === 0 || used.has(id)) id = (id + 1) & 0x7fffffff
    used.add(id)
    return id
  }
}

// LibreOffice forgets a character style in a plain text control; its grey tells a gap from an answer.
const placeholderLook = '<w:color w:val="595959"/>'

/** A content control in the line of text: the only shape that Word keeps alike in paragraphs and in table cells. */
export const controlXml = (bound: Bound, id: number, placeholder = 'PlaceholderText'): string => {
  const empty = cleanText(bound.text) === ''
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${xmlAttribute(bound.title)}"/><w:tag w:val="${xmlAttribute(bound.tag)}"/>` +
    `<w:id w:val="${id}"/>${empty ? '<w:showingPlcHdr/>' : ''}${types[bound.kind](bound)}</w:sdtPr><w:sdtContent>` +
    (empty ? runXml(bound.placeholder, placeholder, placeholderLook) : runXml(bound.text)) +
    '</w:sdtContent></w:sdt>'
  )
}
