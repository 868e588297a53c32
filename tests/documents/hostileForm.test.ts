import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readForm } from '../../src/documents/form/formFile.ts'
import { wordNamespace } from '../../src/documents/word/names.ts'

const form = (document: string) => zipSync({ 'word/document.xml': strToU8(document) })
const body = (inside: string) =>
  `<w:document xmlns:w="${wordNamespace}"><w:body>${inside}</w:body></w:document>`
const refused = (document: string) => {
  try {
    readForm(form(document))
    return null
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? 'unknown'
  }
}

test('an authority’s form with entities of its own, or nested without end, is refused before it is read', () => {
  expect(refused(body('<w:p/>'))).toBe(null)
  expect(refused(`<!DOCTYPE d [<!ENTITY a "aaaa">]>${body('<w:p/>')}`)).toBe('unsupported')
  expect(refused(body(`${'<w:p>'.repeat(600)}${'</w:p>'.repeat(600)}`))).toBe('unsupported')
})
