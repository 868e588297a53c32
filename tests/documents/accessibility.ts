import { strFromU8, unzipSync } from 'fflate'
import { below, childOf, childrenOf, type Element, treeOf } from '../../src/documents/form/tree.ts'

/* What somebody needs who has a document read aloud, enlarged or in other colours. Read from its XML alone. */

type Part = { readonly name: string; readonly root: Element }
type Doc = {
  readonly body: Element
  readonly styles: Element
  /** The body, headers and footers: all that a person reads. */
  readonly read: readonly Part[]
  readonly parts: Readonly<Record<string, string>>
}
type Rule = (doc: Doc) => string[]

const val = (element: Element | undefined) => element?.attributes['val'] ?? ''
const all = (element: Element, ...names: readonly string[]) =>
  [...below(element)].filter(({ name }) => names.includes(name))
const saidIn = (element: Element) =>
  all(element, 't')
    .map(({ text }) => text)
    .join('')

const styleOf = ({ styles }: Doc, id: string) =>
  childrenOf(styles, 'style').find((style) => style.attributes['styleId'] === id)
const chainOf = (doc: Doc, id: string): Element[] => {
  const chain: Element[] = []
  for (let style = styleOf(doc, id); style && !chain.includes(style);)
    style = (chain.push(style), styleOf(doc, val(childOf(style, 'basedOn'))))
  return chain
}
const paragraphStyle = (doc: Doc, paragraph: Element): Element[] => {
  const normal = childrenOf(doc.styles, 'style').find(
    ({ attributes }) => attributes['type'] === 'paragraph' && attributes['default'] === '1',
  )
  const id = val(childOf(paragraph, 'pPr', 'pStyle')) || (normal?.attributes['styleId'] ?? '')
  return chainOf(doc, id)
}
const nameOf = (style: Element | undefined) => val(childOf(style, 'name'))

/** 0 for the title, 1 to 9 for a heading, null for anything else. */
const levelOf = (doc: Doc, paragraph: Element): number | null => {
  for (const style of paragraphStyle(doc, paragraph)) {
    if (/^title$/i.test(nameOf(style))) return 0
    const level = childOf(style, 'pPr', 'outlineLvl')
    if (level) return Number(val(level)) + 1
  }
  return null
}

/** One start, and no level left out. A file of several letters starts anew with each of them. */
const outline: Rule = (doc) => {
  const found: string[] = []
  let before: number | null = null
  let starts = 0
  for (const paragraph of all(doc.body, 'p')) {
    const level = levelOf(doc, paragraph)
    if (level !== null) {
      if (saidIn(paragraph).trim() === '') found.push('a heading says nothing')
      if (level === 0 || (level === 1 && before === null)) starts++
      if (before === null && level > 1) found.push(`the document starts with a heading of level ${level}`)
      else if (before !== null && level > before + 1)
        found.push(`a heading of level ${level} follows one of level ${before}`)
      before = level
    }
    if (childOf(paragraph, 'pPr', 'sectPr')) {
      if (starts !== 1) found.push(`a part of the file has ${starts} starts`)
      ;[before, starts] = [null, 0]
    }
  }
  return starts === 1 ? found : [...found, `the document has ${starts} starts`]
}

/** A box to write in by hand has no columns to name. */
const isBox = (table: Element) => all(table, 'tc').length === 1

const tables: Rule = ({ read }) =>
  read.flatMap(({ name, root }) =>
    all(root, 'tbl').flatMap((table, at) => {
      const which = `table ${at + 1} of ${name}`
      const rows = childrenOf(table, 'tr')
      const marked = rows.map((row) => childOf(row, 'trPr', 'tblHeader') !== undefined)
      const heads = rows[0] ? childrenOf(rows[0], 'tc').map(saidIn) : []
      return [
        ...(isBox(table) || marked[0] ? [] : [`${which} has no heading row`]),
        ...(marked.lastIndexOf(true) > 0 ? [`${which} marks a heading row below its first`] : []),
        ...(isBox(table) || heads.every((head) => head.trim() !== '')
          ? []
          : [`${which} has a column without a name`]),
        ...(val(childOf(table, 'tblPr', 'tblDescription')).trim() === ''
          ? [`${which} has no description`]
          : []),
        ...(val(childOf(table, 'tblPr', 'tblCaption')).trim() === '' ? [`${which} has no caption`] : []),
        ...(all(table, 'gridSpan', 'vMerge', 'hMerge').length > 0 ? [`${which} has merged cells`] : []),
        ...(rows.some((row) => all(row, 'tbl').length > 0) ? [`${which} has a table in it`] : []),
      ]
    }),
  )

const drawings: Rule = ({ read }) =>
  read.flatMap(({ name, root }) =>
    all(root, 'drawing', 'pict').flatMap((drawing) => {
      const told =
        [...below(drawing)].find(({ attributes }) => 'descr' in attributes)?.attributes['descr'] ?? ''
      if (told.trim() === '') return [`a drawing of ${name} has no words`]
      return /\.(?:png|jpe?g|svg|emf)$/i.test(told)
        ? [`a drawing of ${name} is told by its file: ${told}`]
        : []
    }),
  )

const language: Rule = ({ styles, parts, read }) => {
  const usual = childOf(styles, 'docDefaults', 'rPrDefault', 'rPr', 'lang')
  const settings = treeOf(parts['word/settings.xml'] ?? '<none/>')
  const others = read.flatMap(({ root }) => all(root, 'lang')).filter((lang) => !/^en-GB$/.test(val(lang)))
  return [
    ...(val(usual) === 'en-GB' ? [] : ['the document’s language is not set']),
    ...(val(childOf(settings, 'themeFontLang')) === 'en-GB' ? [] : ['the settings name no language']),
    ...(/<dc:language>en-GB<\/dc:language>/.test(parts['docProps/core.xml'] ?? '')
      ? []
      : ['the properties name no language']),
    ...(others.length > 0 ? ['words are marked as of another language'] : []),
  ]
}

const title: Rule = ({ parts }) =>
  /<dc:title>\s*[^<\s][^<]*<\/dc:title>/.test(parts['docProps/core.xml'] ?? '')
    ? []
    : ['the document has no title']

/** Room to write by hand, whose lines are borders; the paragraph that a cell with nothing in it has to have. */
const mayBeEmpty = (doc: Doc, paragraph: Element) =>
  paragraphStyle(doc, paragraph).some((style) => nameOf(style) === 'Answer Line') ||
  (paragraph.parent?.name === 'tc' && childrenOf(paragraph.parent, 'p').length === 1)

const spacing: Rule = (doc) =>
  doc.read.flatMap(({ name, root }) => [
    ...all(root, 'p').flatMap((paragraph) =>
      saidIn(paragraph).trim() === '' &&
      all(paragraph, 'drawing', 'instrText').length === 0 &&
      !mayBeEmpty(doc, paragraph)
        ? [`a paragraph of ${name} is empty`]
        : [],
    ),
    ...all(root, 'p').flatMap((paragraph) => {
      const marks = all(paragraph, 't', 'br', 'tab').map((each) =>
        each.name === 't' ? each.text : each.name === 'br' ? '\n' : '\t',
      )
      return /\n\s*\n\s*\n|\t\t\t| {4}/.test(marks.join(''))
        ? [`${name} makes room with blanks or breaks`]
        : []
    }),
  ])

const hex = (colour: string) => (/^[0-9a-f]{6}$/i.test(colour) ? colour : null)
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
/** Source: Web Content Accessibility Guidelines 2.2, contrast ratio. */
const contrast = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05)
}
const least = 4.5

const first = <T>(values: readonly (T | null | undefined)[]): T | null =>
  values.find((each) => each != null) ?? null
const around = (element: Element, name: string): Element | undefined => {
  for (let at: Element | null = element; at; at = at.parent) if (at.name === name) return at
  return undefined
}
const colourIn = (properties: Element | undefined) => hex(val(childOf(properties, 'color')))
const fillIn = (properties: Element | undefined) => hex(childOf(properties, 'shd')?.attributes['fill'] ?? '')

/** What a table's style adds to the cell that a run stands in. */
const ofTable = (doc: Doc, run: Element): Element[] => {
  const cell = around(run, 'tc')
  const row = cell && around(cell, 'tr')
  const table = row && around(row, 'tbl')
  if (!cell || !row || !table) return []
  const style = chainOf(doc, val(childOf(table, 'tblPr', 'tblStyle')))
  const parts = [
    ...(childrenOf(table, 'tr')[0] === row ? ['firstRow'] : []),
    ...(childrenOf(row, 'tc')[0] === cell ? ['firstCol'] : []),
  ]
  return style.flatMap((each) => [
    ...parts.flatMap((part) =>
      childrenOf(each, 'tblStylePr').filter(({ attributes }) => attributes['type'] === part),
    ),
    each,
  ])
}

const looksOf = (doc: Doc, run: Element): { text: string; back: string } => {
  const paragraph = around(run, 'p')!
  const own = childOf(run, 'rPr')
  const character = chainOf(doc, val(childOf(own, 'rStyle')))
  const styles = paragraphStyle(doc, paragraph)
  const table = ofTable(doc, run)
  const cell = around(run, 'tc')
  return {
    text:
      first([
        colourIn(own),
        ...[...character, ...styles, ...table].map((style) => colourIn(childOf(style, 'rPr'))),
        colourIn(childOf(doc.styles, 'docDefaults', 'rPrDefault', 'rPr')),
      ]) ?? '000000',
    back:
      first([
        fillIn(own),
        ...character.map((style) => fillIn(childOf(style, 'rPr'))),
        fillIn(childOf(paragraph, 'pPr')),
        ...styles.map((style) => fillIn(childOf(style, 'pPr'))),
        fillIn(childOf(cell, 'tcPr')),
        ...table.map((style) => fillIn(childOf(style, 'tcPr'))),
      ]) ?? 'FFFFFF',
  }
}

const colours: Rule = (doc) => {
  const weak = doc.read.flatMap(({ name, root }) =>
    all(root, 'r')
      .filter((run) => saidIn(run).trim() !== '')
      .map((run) => looksOf(doc, run))
      .filter(({ text, back }) => contrast(text, back) < least)
      .map(({ text, back }) => `${text} on ${back} in ${name} has too little contrast`),
  )
  return [...new Set(weak)]
}

/** Its brackets, and that Word knows it for what it is, tell of an invitation to write as well as its grey. */
const isInvitation = (doc: Doc, run: Element) =>
  nameOf(styleOf(doc, val(childOf(run, 'rPr', 'rStyle')))) === 'Placeholder Text' &&
  childOf(around(run, 'sdt'), 'sdtPr', 'showingPlcHdr') !== undefined &&
  /^\[.*\]$/s.test(saidIn(run))

/** A colour set by hand on some words is a meaning that only the eye gets; a style of its own has a name for it. */
const colourAlone: Rule = (doc) =>
  doc.read.flatMap(({ name, root }) => [
    ...all(root, 'rPr')
      .filter(({ parent }) => parent?.name === 'r' && !isInvitation(doc, parent))
      .filter((looks) => childOf(looks, 'color') || childOf(looks, 'highlight') || childOf(looks, 'shd'))
      .map(() => `words of ${name} are told apart by colour alone`),
    ...all(root, 'tcPr')
      .filter((looks) => childOf(looks, 'shd'))
      .map(() => `a cell of ${name} is told apart by colour alone`),
  ])

const bullet = /^\s*(?:[•·▪◦‣*]|[-–—]\s|\(?\d{1,2}[.)]\s+\S)/
const lists: Rule = (doc) =>
  doc.read.flatMap(({ name, root }) => {
    const drawn = all(root, 'p').filter((paragraph) => bullet.test(saidIn(paragraph)))
    const inRow = (paragraph: Element, step: 1 | -1) => {
      const beside = paragraph.parent!.children
      return drawn.includes(beside[beside.indexOf(paragraph) + step]!)
    }
    return drawn
      .filter((paragraph) => levelOf(doc, paragraph) === null)
      .filter(
        (paragraph) => /^\s*[•·▪◦‣]/.test(saidIn(paragraph)) || inRow(paragraph, 1) || inRow(paragraph, -1),
      )
      .filter(
        (paragraph) =>
          !childOf(paragraph, 'pPr', 'numPr') &&
          !paragraphStyle(doc, paragraph).some((style) => childOf(style, 'pPr', 'numPr')),
      )
      .map((paragraph) => `a list of ${name} is only drawn: ${saidIn(paragraph).slice(0, 20)}`)
  })

const links: Rule = ({ read }) =>
  read.flatMap(({ name, root }) =>
    all(root, 'hyperlink')
      .map((link) => saidIn(link).trim())
      .filter(
        (said) =>
          said === '' || /^(?:https?:|www\.)|^(?:here|click here|link|more|read more|this page)$/i.test(said),
      )
      .map((said) => `a link of ${name} says only “${said}”`),
  )

const rules: readonly Rule[] = [
  outline,
  tables,
  drawings,
  language,
  title,
  spacing,
  colours,
  colourAlone,
  lists,
  links,
]

/** What keeps a document from being read by everybody; none is an empty list. For documents of our own making. */
export const barriersIn = (bytes: Uint8Array): string[] => {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, part]) => [name, strFromU8(part)]),
  )
  const read = Object.keys(parts)
    .filter((name) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name))
    .map((name) => ({ name, root: treeOf(parts[name]!) }))
  const document = read.find(({ name }) => name === 'word/document.xml')!.root
  const doc = { body: childOf(document, 'body')!, styles: treeOf(parts['word/styles.xml']!), read, parts }
  return [...new Set(rules.flatMap((rule) => rule(doc)))]
}
