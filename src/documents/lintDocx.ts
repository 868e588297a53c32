import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string }

/** The whole of a part as a tree of prefixed names, as our own writer uses them. */
const treeOf = (xml: string): Element => {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: { ...attributes } as Record<string, string>,
      children: [],
      text: '',
    }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void (open.at(-1)!.text += text))
  parser.write(xml).close()
  return root.children[0] ?? root
}

const within = (element: Element): Element[] => element.children.flatMap((child) => [child, ...within(child)])
const named = (element: Element, name: string) => within(element).filter((child) => child.name === name)
const child = (element: Element | undefined, name: string) => element?.children.find((c) => c.name === name)
const val = (element: Element | undefined) => element?.attributes['w:val'] ?? ''
const saidIn = (element: Element) =>
  named(element, 'w:t')
    .map((t) => t.text)
    .join('')

type Document = { body: Element; styles: Element; parts: Record<string, Uint8Array> }
type Rule = (document: Document) => string[]

const controlTypes = [
  'w:text',
  'w:richText',
  'w:date',
  'w:dropDownList',
  'w:comboBox',
  'w:picture',
  'w:docPartObj',
  'w:docPartList',
  'w:citation',
  'w:group',
  'w:bibliography',
  'w:equation',
  'w14:checkbox',
  'w15:repeatingSection',
]

const repeated = (all: readonly string[]) => [...new Set(all.filter((one, at) => all.indexOf(one) !== at))]

const controls: Rule = ({ body }) => {
  const all = named(body, 'w:sdtPr')
  return [
    ...repeated(all.map((pr) => val(child(pr, 'w:id')))).map((id) => `two controls have the id ${id}`),
    ...all.flatMap((pr) => {
      const tag = val(child(pr, 'w:tag'))
      const types = pr.children.filter(({ name }) => controlTypes.includes(name))
      return [
        ...(types.length > 1 ? [`control ${tag} has ${types.length} kinds`] : []),
        ...(tag.length > 64 ? [`the tag ${tag.slice(0, 20)}… is longer than 64 characters`] : []),
        ...(val(child(pr, 'w:alias')).length > 64
          ? [`the title of control ${tag} is longer than 64 characters`]
          : []),
      ]
    }),
  ]
}

/** A field's box must be met once: a second one would be read back against the first. */
const tags: Rule = ({ body }) =>
  repeated(named(body, 'w:tag').map(val)).map((tag) => `two controls have the tag ${tag}`)

const bindings: Rule = ({ body, parts }) => {
  const stores = Object.entries(parts)
    .filter(([name]) => /^customXml\/itemProps\d+\.xml$/.test(name))
    .map(([, bytes]) => treeOf(strFromU8(bytes)).attributes['ds:itemID'])
  return named(body, 'w:dataBinding')
    .filter((binding) => !stores.includes(binding.attributes['w:storeItemID']))
    .map(
      (binding) => `a control is bound to ${binding.attributes['w:storeItemID']}, which is not in the file`,
    )
}

const cells: Rule = ({ body }) =>
  named(body, 'w:tc').flatMap((tc) =>
    tc.children.at(-1)?.name === 'w:p' ? [] : ['a table cell does not end in a paragraph'],
  )

const grids: Rule = ({ body }) =>
  named(body, 'w:tbl').flatMap((table, at) => {
    const grid = child(table, 'w:tblGrid')?.children.length ?? 0
    return table.children
      .filter(({ name }) => name === 'w:tr')
      .flatMap((row, rowAt) => {
        const wide = row.children
          .filter(({ name }) => name === 'w:tc')
          .reduce((sum, tc) => sum + Number(val(child(child(tc, 'w:tcPr'), 'w:gridSpan')) || 1), 0)
        return wide === grid
          ? []
          : [`row ${rowAt + 1} of table ${at + 1} has ${wide} cells for ${grid} columns`]
      })
  })

const styles: Rule = ({ body, styles: sheet }) => {
  const known = new Set(named(sheet, 'w:style').map((style) => style.attributes['w:styleId']))
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => named(body, name).map(val))
  return [...new Set(used)].filter((id) => !known.has(id)).map((id) => `the style ${id} is not defined`)
}

/** What a screen reader needs. */
const tables: Rule = ({ body }) =>
  named(body, 'w:tbl').flatMap((table, at) => [
    // One cell is a box to write in: it has no columns to name.
    ...(named(table, 'w:tblHeader').length === 0 && named(table, 'w:tc').length > 1
      ? [`table ${at + 1} has no heading row`]
      : []),
    ...(val(named(table, 'w:tblDescription')[0]) === '' ? [`table ${at + 1} has no alternative text`] : []),
  ])

const headings: Rule = ({ body }) => {
  let before = 0
  return named(body, 'w:pStyle').flatMap((style) => {
    const level = Number(/^Heading(\d)$/.exec(val(style))?.[1] ?? 0)
    if (level === 0) return []
    const skipped = level > before + 1
    before = level
    return skipped ? [`a heading of level ${level} comes without one of level ${level - 1}`] : []
  })
}

const drawings: Rule = ({ body }) => {
  const all = named(body, 'wp:docPr').map(({ attributes }) => attributes)
  return [
    ...all.filter(({ descr }) => !descr).map(({ id }) => `drawing ${id} has no alternative text`),
    ...repeated(all.map(({ id }) => id ?? '')).map((id) => `two drawings have the id ${id}`),
  ]
}

/** A line to write on by hand, or a paragraph of drawings. */
const isFilled = (paragraph: Element) =>
  named(paragraph, 'w:pStyle').some((style) => val(style) === 'AnswerLine') ||
  named(paragraph, 'w:drawing').length > 0

const spacing: Rule = ({ body }) =>
  body.children.flatMap((block, at) => [
    ...(block.name === 'w:p' && saidIn(block) === '' && !isFilled(block)
      ? [`paragraph ${at + 1} is empty`]
      : []),
    ...(block.name === 'w:tbl' && body.children[at + 1]?.name === 'w:tbl'
      ? [`tables touch at block ${at + 1}`]
      : []),
    ...(block.name === 'w:tbl' && body.children[at + 1]?.name === 'w:sectPr'
      ? ['the document ends in a table']
      : []),
  ])

const language: Rule = ({ styles: sheet, parts }) => [
  ...(named(sheet, 'w:lang').some((lang) => val(lang) !== '') ? [] : ['the document says no language']),
  ...(parts['docProps/core.xml'] && /<dc:title>[^<]+<\/dc:title>/.test(strFromU8(parts['docProps/core.xml']))
    ? []
    : ['the document has no title']),
]

const rules: readonly Rule[] = [
  controls,
  tags,
  bindings,
  cells,
  grids,
  styles,
  tables,
  drawings,
  headings,
  spacing,
  language,
]

/**
 * Faults of a .docx that Microsoft's validator lets through and Word repairs or refuses, and what a screen reader
 * would miss. None is an empty list. For files of our own making.
 */
export const lintDocx = (bytes: Uint8Array): string[] => {
  const parts = unzipSync(bytes)
  const part = (name: string) => treeOf(strFromU8(parts[name] ?? new Uint8Array()))
  const document = part('word/document.xml')
  const body = child(document, 'w:body') ?? document
  return rules.flatMap((rule) => rule({ body, styles: part('word/styles.xml'), parts }))
}
