import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { readControls, type ReadDocument } from '../../src/documents/readControls.ts'
import { readDocx } from '../../src/documents/readDocx.ts'

/** A document as Word would hold it open: its main part, and what its own part says. */
export type Opened = { readonly xml: string; readonly own: Pick<ReadDocument, 'identity' | 'provenance'> }

export const opened = (content: DocumentContent): Opened => {
  const bytes = docxOf(content)
  const { identity, provenance = null } = readDocx(bytes)
  return { xml: strFromU8(unzipSync(bytes)['word/document.xml']!), own: { identity, provenance } }
}
export const asRead = ({ xml, own }: Opened): ReadDocument => ({ ...readControls(xml), ...own })

const controlOf = (tag: string) =>
  new RegExp(
    `<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:tag w:val="${tag}"/>.*?</w:sdtPr><w:sdtContent>(.*?)</w:sdtContent></w:sdt>`,
  )

/** The control of a tag as it stands, whole. */
export const controlIn = (xml: string, tag: string): string => {
  const found = controlOf(tag).exec(xml)
  if (!found) throw new Error(`no control ${tag}`)
  return found[0]
}
/** What a person did within a control: its inside put anew, as Word leaves it. */
export const inside = (file: Opened, tag: string, put: (before: string) => string): Opened => {
  const whole = controlIn(file.xml, tag)
  const before = controlOf(tag).exec(whole)![1]!
  const after = whole
    .replace('<w:showingPlcHdr/>', '')
    .replace(/<w:sdtContent>.*<\/w:sdtContent>/, () => `<w:sdtContent>${put(before)}</w:sdtContent>`)
  expect(after).not.toBe(whole)
  return { ...file, xml: file.xml.replace(whole, () => after) }
}
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
export const typed = (file: Opened, tag: string, text: string): Opened =>
  inside(file, tag, () => (text === '' ? '' : run(text)))
