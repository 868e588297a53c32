import { below, type Element } from '../form/tree.ts'
import { type Splice, spliced } from '../form/splice.ts'
import { xmlAttribute } from '../word/xmlText.ts'
import type { PictureLink } from './design.ts'
import { codeOf, isKeptCode, longFields } from './fieldCodes.ts'
import type { Link, Part } from './openTemplate.ts'

/** What is told of a template once, however often it was met. */
export type LeftOut =
  'linkedPictures' | 'strangePictures' | 'objects' | 'charts' | 'links' | 'fields' | 'changes' | 'altText'

/** What the stories of one template share while they are read. */
export type Reading = {
  readonly schoolName: string
  /** The name in our package of a picture in the template's; null for what is no picture that can go along. */
  pictureFor(target: string): string | null
  readonly told: Set<LeftOut>
  /** Numbers for drawings, of their own in the whole document. */
  drawing(): number
}

/** A header or footer as it can go into any document: nothing in it leads out of the file. */
export type Story = {
  readonly xml: string
  readonly pictures: readonly PictureLink[]
  readonly text: string
  readonly numbered: boolean
}

const removed: Readonly<Record<string, LeftOut | null>> = {
  object: 'objects',
  control: 'objects',
  'x:OLEObject': 'objects',
  altChunk: 'objects',
  subDoc: 'objects',
  'x:hlinkClick': 'links',
  'x:hlinkHover': 'links',
  del: 'changes',
  moveFrom: 'changes',
  bookmarkStart: null,
  bookmarkEnd: null,
  commentRangeStart: null,
  commentRangeEnd: null,
  commentReference: null,
  annotationRef: null,
  permStart: null,
  permEnd: null,
  proofErr: null,
  footnoteReference: null,
  endnoteReference: null,
  sdtPr: null,
  sdtEndPr: null,
  smartTagPr: null,
  customXmlPr: null,
  moveFromRangeStart: null,
  moveFromRangeEnd: null,
  moveToRangeStart: null,
  moveToRangeEnd: null,
  lastRenderedPageBreak: null,
}
const unwrapped: Readonly<Record<string, LeftOut | null>> = {
  hyperlink: 'links',
  sdt: null,
  sdtContent: null,
  smartTag: null,
  customXml: null,
  ins: 'changes',
  moveTo: 'changes',
}
/** What a picture is drawn in: it goes as a whole. */
const frames = new Set(['drawing', 'pict'])
/** Drawn from parts of their own that would have to come along. */
const foreign = new Set(['x:chart', 'x:relIds', 'x:contentPart', 'x:wgp3d', 'x:webVideoPr'])

const has = (element: Element, name: string) => [...below(element)].some((one) => one.name === name)

/** Which picture each drawn thing shows, or why it can't go along. */
const pictureOf = (
  element: Element,
  links: ReadonlyMap<string, Link>,
  { pictureFor, told }: Reading,
): string | null => {
  const { embed, link, id } = element.attributes
  const name = element.name === 'x:blip' ? embed : id
  const found = name ? links.get(name) : undefined
  if (!found || found.outside || found.kind !== 'image') {
    told.add(found?.outside || link ? 'linkedPictures' : 'strangePictures')
    return null
  }
  const target = pictureFor(found.target)
  if (target === null) told.add('strangePictures')
  return target
}

const withoutAttributes = (tag: string, names: RegExp) => tag.replace(names, '')
const withAttribute = (tag: string, name: string, value: string): string => {
  const clean = tag.replace(new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`), '')
  return clean.replace(/(\/?>)$/, (end) => ` ${name}="${xmlAttribute(value)}"${end}`)
}

const decorative =
  '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** The words for a screen reader of a picture or shape that has none. */
const describe = (
  element: Element,
  source: string,
  reading: Reading,
  splices: Splice[],
  frame: Element,
): void => {
  const { start, opened, end, attributes } = element
  const tag = withAttribute(source.slice(start, opened), 'id', String(reading.drawing()))
  if (attributes['descr']?.trim() || has(element, 'x:decorative')) {
    splices.push({ from: start, to: opened, text: tag })
    return
  }
  const selfClosing = source.slice(start, opened).endsWith('/>')
  if (has(frame, 'x:blip')) {
    reading.told.add('altText')
    splices.push({ from: start, to: opened, text: withAttribute(tag, 'descr', `${reading.schoolName} logo`) })
  } else if (selfClosing) {
    // A line or a box that says nothing: a screen reader passes it by.
    const name = /^<([\w:]+)/.exec(tag)![1]!
    splices.push({ from: start, to: end, text: `${tag.replace(/\/>$/, '>')}${decorative}</${name}>` })
  } else {
    splices.push({
      from: start,
      to: opened,
      text: withAttribute(tag, 'descr', `${reading.schoolName} letterhead`),
    })
  }
}

/**
 * What of a header or footer can go into every document: text, pictures that are in the file, and page numbers.
 * Everything else keeps its text and loses what it does. `reading.told` collects what was left out.
 */
export const storyOf = (part: Part, reading: Reading): Story => {
  const { tree, xml } = part
  const links = new Map(part.links.map((link) => [link.id, link]))
  const pictures = new Map<string, string>()
  const splices: Splice[] = []
  const cut = (element: Element) => splices.push({ from: element.start, to: element.end, text: '' })
  const idFor = (target: string): string => {
    const known = [...pictures].find(([, name]) => name === target)?.[0]
    if (known) return known
    const id = `rIdP${pictures.size + 1}`
    pictures.set(id, target)
    return id
  }

  const idle = new Set<Element>()
  let numbered = false
  for (const { marks, code } of longFields(tree)) {
    if (/^(PAGE|NUMPAGES|SECTIONPAGES)$/.test(codeOf(code))) numbered = true
    if (isKeptCode(code)) continue
    if (codeOf(code) !== '') reading.told.add('fields')
    for (const mark of marks) idle.add(mark)
  }

  const stays = (frame: Element): boolean => {
    for (const one of below(frame)) {
      if (foreign.has(one.name)) {
        reading.told.add('charts')
        return false
      }
      if (one.name === 'x:OLEObject') {
        reading.told.add('objects')
        return false
      }
      if (one.name === 'x:blip' || one.name === 'x:imagedata')
        if (pictureOf(one, links, reading) === null) return false
    }
    return true
  }

  const walk = (element: Element, frame: Element | null): void => {
    for (const child of element.children) visit(child, frame)
  }
  const visit = (element: Element, frame: Element | null): void => {
    const { name, attributes, start, opened, closing, end } = element
    const tag = () => xml.slice(start, opened)
    if (Object.hasOwn(removed, name) || idle.has(element) || /Change$/.test(name)) {
      const why = removed[name]
      // Marks of a changed paragraph have no text to lose.
      if (why && !(why === 'changes' && element.children.length === 0)) reading.told.add(why)
      // Where it stood there may have to be a paragraph.
      if (name === 'altChunk')
        splices.push({ from: start, to: end, text: tag().replace(/^<([\w.-]+:)?.*$/s, '<$1p/>') })
      else cut(element)
      return
    }
    if (Object.hasOwn(unwrapped, name) && element.children.length === 0 && name !== 'sdtContent') {
      cut(element)
      return
    }
    if (Object.hasOwn(unwrapped, name)) {
      if (unwrapped[name]) reading.told.add(unwrapped[name])
      splices.push({ from: start, to: opened, text: '' })
      if (end > opened) splices.push({ from: closing, to: end, text: '' })
      walk(element, frame)
      return
    }
    if (name === 'fldSimple') {
      const code = attributes['instr'] ?? ''
      if (/^(PAGE|NUMPAGES|SECTIONPAGES)$/.test(codeOf(code))) numbered = true
      if (isKeptCode(code)) return walk(element, frame)
      reading.told.add('fields')
      splices.push({ from: start, to: opened, text: '' })
      if (end > opened) splices.push({ from: closing, to: end, text: '' })
      return walk(element, frame)
    }
    if (frames.has(name) && !frame) {
      if (!stays(element)) return void cut(element)
      return walk(element, element)
    }
    if (name === 'x:blip' || name === 'x:imagedata') {
      const target = pictureOf(element, links, reading)
      const bare = withoutAttributes(
        tag(),
        /\s[\w-]+:(?:embed|link|id|href|pict|relid)\s*=\s*("[^"]*"|'[^']*')|\s(?:src|href)\s*=\s*("[^"]*"|'[^']*')/g,
      )
      const how = `${name === 'x:blip' ? 'embed' : 'id'}`
      const text = target
        ? bare.replace(
            /(\/?>)$/,
            (close) =>
              ` xmlns:pr="http://schemas.openxmlformats.org/officeDocument/2006/relationships" pr:${how}="${idFor(target)}"${close}`,
          )
        : bare
      splices.push({ from: start, to: opened, text })
      // Other shapes of the same picture (SVG, effects) would need parts of their own.
      for (const child of element.children)
        if (child.name === 'x:extLst') cut(child)
        else visit(child, frame)
      return
    }
    if (name === 'x:docPr' && frame) {
      describe(element, xml, reading, splices, frame)
      for (const child of element.children)
        if (child.name === 'x:hlinkClick' || child.name === 'x:hlinkHover') {
          if (!xml.slice(start, opened).endsWith('/>')) visit(child, frame)
        }
      return
    }
    if (
      name === 'x:shape' &&
      frame?.name === 'pict' &&
      has(element, 'x:imagedata') &&
      !attributes['alt']?.trim()
    ) {
      reading.told.add('altText')
      const plain = withoutAttributes(tag(), /\s(?:[\w-]+:)?(?:href|src)\s*=\s*("[^"]*"|'[^']*')/g)
      splices.push({
        from: start,
        to: opened,
        text: withAttribute(plain, 'alt', `${reading.schoolName} logo`),
      })
      return walk(element, frame)
    }
    if (name.startsWith('x:') && (attributes['href'] !== undefined || attributes['src'] !== undefined)) {
      reading.told.add('links')
      const plain = withoutAttributes(tag(), /\s(?:[\w-]+:)?(?:href|src)\s*=\s*("[^"]*"|'[^']*')/g)
      splices.push({ from: start, to: opened, text: plain })
    }
    walk(element, frame)
  }
  walk(tree, null)

  const clean = withoutStrayLinks(spliced(xml, splices), new Set(pictures.keys()))
  return {
    xml: clean,
    pictures: [...pictures].map(([id, target]) => ({ id, target })),
    text: [...below(tree)]
      .filter(({ name }) => name === 't')
      .map(({ text }) => text)
      .join(' '),
    numbered,
  }
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** XML without links of the part that aren't `kept`: Word would call the file damaged. */
export const withoutStrayLinks = (xml: string, kept: ReadonlySet<string>): string => {
  const prefixes = new Set(
    [...xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)]
      .filter(([, , uri]) => uri === relationships)
      .map(([, prefix]) => prefix!),
  )
  return [...prefixes].reduce(
    (text, prefix) =>
      text.replace(
        new RegExp(`\\s${prefix.replace(/[.]/g, '\\.')}:[\\w]+\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g'),
        (whole, one: string | undefined, two: string | undefined) =>
          kept.has(one ?? two ?? '') ? whole : '',
      ),
    xml,
  )
}
