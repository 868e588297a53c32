import type { DocumentContent } from '../blocks.ts'
import type { Provenance } from '../provenance.ts'
import { runXml } from './control.ts'
import { declaration, identityNamespace, identityStore, wordNamespace } from './names.ts'
import { xmlAttribute, xmlText } from './xmlText.ts'

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006'

const field = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>` +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

/** Every page: what it is of, page x of y (where the whole file counts as one), and the confidentiality line. */
export const footerXml = (footer: string, width: number, counted = true): string => {
  const [first = '', ...others] = footer.split('\n')
  const right = `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`
  const rule = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="A6A6A6"/></w:pBdr>'
  const page = `<w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r>${field('PAGE')}${counted ? `<w:r><w:t xml:space="preserve"> of </w:t></w:r>${field('NUMPAGES')}` : ''}`
  return (
    `${declaration}<w:ftr xmlns:w="${wordNamespace}"><w:p><w:pPr><w:pStyle w:val="Footer"/>${rule}${right}</w:pPr>` +
    `${runXml(first)}${page}</w:p>` +
    others.map((line) => `<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${runXml(line)}</w:p>`).join('') +
    '</w:ftr>'
  )
}

export const settingsXml =
  `${declaration}<w:settings xmlns:w="${wordNamespace}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'

export const numberingXml =
  `${declaration}<w:numbering xmlns:w="${wordNamespace}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>` +
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>' +
  '<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'

const instant = (made: string) => (made.length === 10 ? `${made}T00:00:00Z` : made)

export const coreXml = (content: DocumentContent): string =>
  `${declaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
  ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${xmlText(content.title)}</dc:title><dc:subject>${xmlText(content.subject)}</dc:subject>` +
  `<dc:creator>${xmlText(content.author)}</dc:creator><dc:language>${content.language}</dc:language>` +
  ['created', 'modified']
    .map(
      (name) =>
        `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant(content.identity.made)}</dcterms:${name}>`,
    )
    .join('') +
  '</cp:coreProperties>'

export const appXml =
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Goldthread</Application></Properties>'

/**
 * Which records the document is of, and what its fields said when they were put there: keys, a date and digests,
 * never anything about the child.
 */
export const identityXml = (
  { kind, keys, made }: DocumentContent['identity'],
  provenance: Provenance | null = null,
): string =>
  `${declaration}<identity xmlns="${identityNamespace}" kind="${xmlAttribute(kind)}" made="${xmlAttribute(made)}"` +
  `${provenance ? ` salt="${xmlAttribute(provenance.salt)}"` : ''}>` +
  Object.entries(keys)
    .map(([name, key]) => `<key name="${xmlAttribute(name)}">${xmlText(key)}</key>`)
    .join('') +
  [...(provenance?.said ?? [])]
    .map(([tag, digest]) => `<said tag="${xmlAttribute(tag)}">${xmlText(digest)}</said>`)
    .join('') +
  '</identity>'

export const identityPropertiesXml =
  `${declaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${identityStore}">` +
  `<ds:schemaRefs><ds:schemaRef ds:uri="${identityNamespace}"/></ds:schemaRefs></ds:datastoreItem>`

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes: Record<string, string> = {
  '/word/document.xml': `${word}.document.main+xml`,
  '/word/styles.xml': `${word}.styles+xml`,
  '/word/settings.xml': `${word}.settings+xml`,
  '/word/numbering.xml': `${word}.numbering+xml`,
  '/word/footer1.xml': `${word}.footer+xml`,
  '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  '/customXml/itemProps1.xml': 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
}
export const contentTypesXml =
  `${declaration}<Types xmlns="${packageNamespace}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  Object.entries(contentTypes)
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>'

/** The parts that another part points to, in order: rId1, rId2 and so on. */
export const relationshipsXml = (to: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packageNamespace}/relationships">` +
  to
    .map(([type, target], at) => {
      const full =
        type === 'core-properties'
          ? `${packageNamespace}/relationships/metadata/${type}`
          : `${relationship}/${type}`
      return `<Relationship Id="rId${at + 1}" Type="${full}" Target="${target}"/>`
    })
    .join('') +
  '</Relationships>'
