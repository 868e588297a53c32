import { childOf, childrenOf, type Element } from '../form/tree.ts'
import { type Splice, spliced } from '../form/splice.ts'
import { wordNamespace } from '../word/names.ts'
import { darkOf, normalXml, type OwnStyle, ownStyles, scaled, styleXml, usualPoints } from '../word/styles.ts'
import type { Part } from './openTemplate.ts'

export type StyleSheet = {
  readonly xml: string
  readonly ids: Readonly<Record<string, string>>
  readonly points: number
  /** Numbering of the style for lists; null where it has none. */
  readonly listNumbering: boolean
  /** Headings that are too pale to read, each with its contrast to white. */
  readonly pale: readonly { readonly name: string; readonly contrast: number }[]
}

type Known = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly element: Element
}
const val = (element: Element | undefined) => element?.attributes['val']

const knownIn = (tree: Element): Known[] =>
  childrenOf(tree, 'style').map((element) => ({
    id: element.attributes['styleId'] ?? '',
    type: element.attributes['type'] ?? 'paragraph',
    // Built-in styles have English names in every language of Word; other names may follow a comma.
    name: (val(childOf(element, 'name')) ?? '').split(',')[0]!.trim().toLowerCase(),
    element,
  }))

const isDefault = ({ element: { attributes } }: Known) =>
  ['1', 'true', 'on'].includes(attributes['default'] ?? '')

const luminance = (hex: string): number => {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** To white paper; from 4.5 on it can be read well. */
const contrastOf = (hex: string): number => 1.05 / (luminance(hex) + 0.05)

/**
 * The template's styles with those of ours that it lacks, in English. A style of ours is the template's own where it has
 * one of that name: built-in styles are so found in every language of Word, and a school can settle how ours look.
 * `list`: the numbering for our own style of lists.
 */
export const styleSheetOf = (part: Part, list: number): StyleSheet => {
  const { tree, xml } = part
  const known = knownIn(tree)
  const byId = new Map(known.map((one) => [one.id, one]))
  const chain = function* (start: Known | undefined): Generator<Known> {
    for (let one = start, steps = 0; one && steps < 20; steps++) {
      yield one
      one = byId.get(val(childOf(one.element, 'basedOn')) ?? '')
    }
  }
  const inChain = <T>(start: Known | undefined, read: (element: Element) => T | undefined): T | undefined => {
    for (const { element } of chain(start)) {
      const found = read(element)
      if (found !== undefined) return found
    }
    return undefined
  }
  const normal =
    known.find((one) => one.type === 'paragraph' && isDefault(one)) ??
    known.find((one) => one.type === 'paragraph' && one.name === 'normal')
  const defaults = childOf(tree, 'docDefaults', 'rPrDefault', 'rPr')
  const halves = Number(
    inChain(normal, (element) => val(childOf(element, 'rPr', 'sz'))) ?? val(childOf(defaults, 'sz')) ?? 20,
  )
  const points = halves >= 12 && halves <= 56 ? halves / 2 : usualPoints

  const ids: Record<string, string> = { Normal: normal?.id ?? 'Normal' }
  const missing: OwnStyle[] = []
  for (const style of ownStyles) {
    const same = known.filter(({ type }) => type === style.type)
    const found =
      (style.type === 'table' && style.id === 'TableNormal' ? same.find(isDefault) : undefined) ??
      same.find(({ name }) => name === style.name.toLowerCase()) ??
      same.find(({ id, name }) => id === style.id && name === '')
    if (found) {
      ids[style.id] = found.id
      continue
    }
    missing.push(style)
    let id = style.id
    for (let more = 1; byId.has(id); more++) id = `${style.id}${more}`
    ids[style.id] = id
  }

  const colourOf = (id: string) =>
    inChain(byId.get(ids[id] ?? ''), (element) => {
      const colour = val(childOf(element, 'rPr', 'color'))
      return colour && /^[0-9A-F]{6}$/i.test(colour) ? colour : undefined
    })
  const heading = colourOf('Heading1') ?? colourOf('Title')
  const dark = heading && contrastOf(heading) >= 4.5 ? heading.toUpperCase() : darkOf
  const pale = ['Title', 'Heading1', 'Heading2', 'Heading3'].flatMap((id) => {
    const colour = colourOf(id)
    const contrast = colour ? contrastOf(colour) : 21
    return contrast < 4.5 ? [{ name: ownStyles.find((one) => one.id === id)!.name, contrast }] : []
  })

  const namespace = xml.includes(`xmlns:w="${wordNamespace}"`) ? '' : ` xmlns:w="${wordNamespace}"`
  const added = missing
    .map((style) => styleXml(style, { idOf: (id) => ids[id] ?? id, dark, list, inTemplate: true }))
    .map((style) => scaled(style, points))
  if (!normal) added.unshift(normalXml)

  const splices: Splice[] = [...inEnglish(tree, namespace), ...plainlyNamed(tree, xml)]
  splices.push({
    from: tree.closing,
    to: tree.closing,
    text: added.map((style) => style.replace('<w:style ', `<w:style${namespace} `)).join(''),
  })
  const lists = byId.get(ids['ListBullet']!)
  return {
    xml: spliced(xml, splices),
    ids: Object.fromEntries(Object.entries(ids).filter(([ours, theirs]) => ours !== theirs)),
    points,
    listNumbering:
      lists === undefined ||
      inChain(lists, (element) => val(childOf(element, 'pPr', 'numPr', 'numId'))) !== undefined,
    pale,
  }
}

/** A name with others behind a comma is what no style may be called. */
const plainlyNamed = (tree: Element, xml: string): Splice[] =>
  childrenOf(tree, 'style').flatMap((style) => {
    const name = childOf(style, 'name')
    return name && val(name)?.includes(',')
      ? [
          {
            from: name.start,
            to: name.opened,
            text: xml.slice(name.start, name.opened).replace(/,[^"']*/, ''),
          },
        ]
      : []
  })

const english = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'

/** What we write is English, whatever the language of the Word that the template was made in. */
const inEnglish = (tree: Element, namespace: string): Splice[] => {
  const lang = english.replace('<w:lang', `<w:lang${namespace}`)
  const styles = childrenOf(tree, 'style').flatMap((style): Splice[] => {
    const own = childOf(style, 'rPr', 'lang')
    return own ? [{ from: own.start, to: own.end, text: '' }] : []
  })
  const defaults = childOf(tree, 'docDefaults')
  const runs = childOf(defaults, 'rPrDefault', 'rPr')
  const known = childOf(runs, 'lang')
  if (known) return [...styles, { from: known.start, to: known.end, text: lang }]
  if (runs && runs.end > runs.opened) return [...styles, { from: runs.closing, to: runs.closing, text: lang }]
  const whole = `<w:rPrDefault${namespace}><w:rPr>${lang}</w:rPr></w:rPrDefault>`
  const old = childOf(defaults, 'rPrDefault')
  if (old) return [...styles, { from: old.start, to: old.end, text: whole }]
  if (defaults && defaults.end > defaults.opened)
    return [...styles, { from: defaults.opened, to: defaults.opened, text: whole }]
  if (defaults)
    return [
      ...styles,
      { from: defaults.start, to: defaults.end, text: `<w:docDefaults${namespace}>${whole}</w:docDefaults>` },
    ]
  return [
    ...styles,
    { from: tree.opened, to: tree.opened, text: `<w:docDefaults${namespace}>${whole}</w:docDefaults>` },
  ]
}
