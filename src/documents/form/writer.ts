import { xmlText } from '../word/xmlText.ts'
import type { Room } from './fields.ts'
import type { Splice } from './splice.ts'
import { childOf, type Element } from './tree.ts'

/** A change inside a text element: letters from `from` to `to` give way to `xml`, which stands in a `t`. */
export type TextChange = {
  readonly at: Element
  readonly from: number
  readonly to: number
  readonly xml: string
}

export type Change = Splice | TextChange

const isText = (change: Change): change is TextChange => 'at' in change

/** Writes into one part of the package, in that part's own words for Word's elements. */
export type Writer = {
  /** Runs that say a text, with the looks of the paragraph or run that they join. */
  readonly runs: (text: string, looks: string) => string
  readonly tag: (name: string) => string
  readonly xml: string
}

/** Where the tags of this part's own namespace are called something else than `w:`. */
const prefixOf = (xml: string) =>
  (/<(\w+:)?(?:document|hdr|ftr)[\s>]/.exec(xml)?.[1] ?? 'w:').replace(/^undefined$/, '')

export const writerOf = (xml: string): Writer => {
  const prefix = prefixOf(xml)
  const tag = (name: string) => `${prefix}${name}`
  const say = (line: string) =>
    line
      .split('\t')
      .map((part) => `<${tag('t')} xml:space="preserve">${xmlText(part)}</${tag('t')}>`)
      .join(`<${tag('tab')}/>`)
  return {
    xml,
    tag,
    runs: (text, looks) =>
      text === ''
        ? ''
        : `<${tag('r')}>${looks}${text
            .split('\n')
            .map(say)
            .join(`<${tag('br')}/>`)}</${tag('r')}>`,
  }
}

/** An element as it stands in the part; '' for none. */
export const source = (xml: string, element: Element | undefined): string =>
  element ? xml.slice(element.start, element.end) : ''

/** What an element is called in this part, prefix and all. */
export const nameIn = (xml: string, element: Element): string =>
  /^<([^\s/>]+)/.exec(xml.slice(element.start, element.opened))![1]!

/** What a run at the end of a paragraph looks like: as its mark does, without what only a mark can have. */
const looksOf = ({ xml }: Writer, paragraph: Element): string => {
  const mark = childOf(paragraph, 'pPr', 'rPr')
  if (!mark) return ''
  const kept = mark.children.filter(
    ({ name }) => !['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'vanish', 'specVanish'].includes(name),
  )
  if (kept.length === 0) return ''
  const name = nameIn(xml, mark)
  return `<${name}>${kept.map((each) => source(xml, each)).join('')}</${name}>`
}

/** Puts something before the end of an element; one that closes itself is opened for it. */
export const atEnd = ({ xml }: Writer, element: Element, inside: string): Splice => {
  if (element.closing !== element.opened || element.end !== element.opened)
    return { from: element.closing, to: element.closing, text: inside }
  return { from: element.opened - 2, to: element.opened, text: `>${inside}</${nameIn(xml, element)}>` }
}

export const intoParagraph = (writer: Writer, paragraph: Element, text: string): Splice =>
  atEnd(writer, paragraph, writer.runs(text, looksOf(writer, paragraph)))

/** Puts words in place of letters; `xml`: already as XML. A tab that draws a line gives way to them wholly. */
export const inText = ({ tag }: Writer, { at, from, to }: Room, xml: string): Change =>
  at.name === 't'
    ? { at, from, to, xml }
    : {
        from: at.start,
        to: at.end,
        text: xml === '' ? '' : `<${tag('t')} xml:space="preserve">${xml}</${tag('t')}>`,
      }

/** All changes as splices: those within one text element together, for there may be several. */
export const splicesOf = ({ xml }: Writer, changes: readonly Change[]): Splice[] => {
  const texts = new Map<Element, TextChange[]>()
  for (const change of changes)
    if (isText(change)) texts.set(change.at, [...(texts.get(change.at) ?? []), change])
  const ofTexts = [...texts].map(([at, own]): Splice => {
    const open = xml.slice(at.start, at.opened)
    const start = /xml:space=/.test(open) ? open : `${open.slice(0, -1)} xml:space="preserve">`
    let inside = ''
    let done = 0
    for (const { from, to, xml: put } of own.toSorted((a, b) => a.from - b.from)) {
      if (from < done) throw new Error('Two changes of a form meet in one text.')
      inside += xmlText(at.text.slice(done, from)) + put
      done = to
    }
    return {
      from: at.start,
      to: at.end,
      text: `${start}${inside}${xmlText(at.text.slice(done))}</${nameIn(xml, at)}>`,
    }
  })
  return [...changes.filter((change): change is Splice => !isText(change)), ...ofTexts]
}
