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

/** What each document says at the foot of its pages. */
export type FootLines = {
  /** The first line tells whose it is, the others that it is confidential. */
  readonly footer: string
  /** Twentieths of a point between the margins. */
  readonly width: number
  /** The whole file counts as one: page x of y. */
  readonly counted: boolean
  readonly style: string
}
/** The foot of a school's own template, which may say some of it already. */
export type OwnFoot = { readonly numbered: boolean; readonly confidential: boolean }

const ruled = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="A6A6A6"/></w:pBdr>'

/** Every page: what it is of, page x of y, and the confidentiality line, as far as the template says none. */
export const footLines = ({ footer, width, counted, style }: FootLines, own: OwnFoot | null): string => {
  const [first = '', ...others] = footer.split('\n')
  const right = own?.numbered ? '' : `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`
  const page = own?.numbered
    ? ''
    : `<w:r><w:tab/><w:t xml:space="preserve">Page </w:t></w:r>${field('PAGE')}${counted ? `<w:r><w:t xml:space="preserve"> of </w:t></w:r>${field('NUMPAGES')}` : ''}`
  const begins = `<w:p><w:pPr><w:pStyle w:val="${style}"/>`
  return (
    `${begins}${own ? '' : ruled}${right}</w:pPr>${runXml(first)}${page}</w:p>` +
    (own?.confidential ? '' : others.map((line) => `${begins}</w:pPr>${runXml(line)}</w:p>`).join(''))
  )
}

export const footerXml = (lines: string): string =>
  `${declaration}<w:ftr xmlns:w="${wordNamespace}">${lines}</w:ftr>`

/** What a template adds to the settings of every document. */
export type OwnSettings = {
  readonly evenDiffers: boolean
  /** Which colours of the theme stand for which: Word's own names. */
  readonly colours: Readonly<Record<string, string>> | null
}
export const settingsWith = ({ evenDiffers, colours }: OwnSettings): string => {
  const mapping = Object.entries(colours ?? {})
    .filter(([name, value]) => /^\w+$/.test(name) && /^\w+$/.test(value))
    .map(([name, value]) => ` w:${name}="${value}"`)
    .join('')
  return (
    `${declaration}<w:settings xmlns:w="${wordNamespace}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
    (evenDiffers ? '<w:evenAndOddHeaders/>' : '') +
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    `<w:themeFontLang w:val="en-GB"/>${mapping && `<w:clrSchemeMapping${mapping}/>`}` +
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  )
}
export const settingsXml = settingsWith({ evenDiffers: false, colours: null })

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
export const headerType = `${word}.header+xml`
export const footerType = `${word}.footer+xml`
const contentTypes: Record<string, string> = {
  '/word/document.xml': `${word}.document.main+xml`,
  '/word/styles.xml': `${word}.styles+xml`,
  '/word/settings.xml': `${word}.settings+xml`,
  '/word/numbering.xml': `${word}.numbering+xml`,
  '/word/footer1.xml': footerType,
  '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  '/docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  '/customXml/itemProps1.xml': 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
}
/** `extensions`: of pictures, by the end of their names; `more`: parts beside those that every document has. */
export const contentTypesWith = (
  extensions: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): string =>
  `${declaration}<Types xmlns="${packageNamespace}/content-types">` +
  Object.entries(extensions)
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
    .join('') +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  Object.entries({ ...contentTypes, ...more })
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('') +
  '</Types>'

/** Relationships by their ids, as Word writes them. */
export const linksXml = (
  to: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string =>
  `${declaration}<Relationships xmlns="${packageNamespace}/relationships">` +
  to
    .map(({ id, type, target }) => {
      const full =
        type === 'core-properties'
          ? `${packageNamespace}/relationships/metadata/${type}`
          : `${relationship}/${type}`
      return `<Relationship Id="${id}" Type="${full}" Target="${target}"/>`
    })
    .join('') +
  '</Relationships>'

/** The parts that another part points to, in order: rId1, rId2 and so on. */
export const relationshipsXml = (to: readonly (readonly [type: string, target: string])[]): string =>
  linksXml(to.map(([type, target], at) => ({ id: `rId${at + 1}`, type, target })))
