import { expect, test } from 'vitest'
import { documentState } from '../../src/documents/documentState.ts'

const flat = (settings: string, main = '') =>
  `<pkg:package><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body>${main}</w:body></w:document></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/settings.xml"><pkg:xmlData><w:settings>${settings}</w:settings></pkg:xmlData></pkg:part></pkg:package>`

test('a usual document has nothing to say, nor has one of which Word gives no settings', () => {
  const nothing = {
    restricted: null,
    locked: false,
    readOnlyFile: false,
    tracking: false,
    changes: false,
    comments: 0,
    compatibleWith: null,
  }
  expect(documentState(flat(''))).toEqual(nothing)
  expect(documentState('<pkg:package/>')).toEqual(nothing)
})

test('a protection that is not enforced is none, and what Word says now goes before what the settings say', () => {
  const forms = (enforced: string) =>
    flat(`<w:documentProtection w:edit="forms" w:enforcement="${enforced}"/>`)
  expect(documentState(forms('0')).restricted).toBeNull()
  expect(documentState(forms('1')).restricted).toBe('formsOnly')
  expect(documentState(forms('1'), { protection: 'NoProtection' }).restricted).toBeNull()
  expect(documentState(flat(''), { protection: 'AllowOnlyReading' }).restricted).toBe('readOnly')
  expect(documentState(flat(''), { protection: 'AllowOnlyRevisions' }).restricted).toBeNull()
  expect(documentState(flat(''), { final: true }).restricted).toBe('final')
  expect(documentState(flat('<w:trackRevisions/>'), { tracking: false }).tracking).toBe(false)
})

test('what is written in a document is no setting of it', () => {
  const typed = 'documentProtection w:edit="readOnly" w:enforcement="1" &lt;w:ins &gt; trackRevisions'
  expect(documentState(flat('', `<w:p><w:r><w:t>${typed}</w:t></w:r></w:p>`))).toMatchObject({
    restricted: null,
    changes: false,
    tracking: false,
  })
})

test('an old document is known by its name, by Word, or by its settings', () => {
  const mode = (value: number) =>
    flat(
      `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/></w:compat>`,
    )
  expect(documentState(mode(15)).compatibleWith).toBeNull()
  expect(documentState(mode(14)).compatibleWith).toBe('Word 2010')
  expect(documentState(mode(14), { compatibility: 'Current' }).compatibleWith).toBeNull()
  expect(documentState(mode(15), { address: 'C:\\Reviews\\Old minutes.DOC' }).compatibleWith).toBe('.doc')
  expect(documentState(mode(15), { address: 'https://x/Minutes.docx?web=1' }).compatibleWith).toBeNull()
})
