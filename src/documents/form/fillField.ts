import { xmlText } from '../word/xmlText.ts'
import type { FormField, Room, Spot } from './fields.ts'
import { dayAsDrawn, spread } from './parts.ts'
import { childOf, type Element } from './tree.ts'
import { atEnd, type Change, inText, intoParagraph, nameIn, source, type Writer } from './writer.ts'

/** An answer as it is written: in words, and the day itself where it is one. */
export type Answer = { readonly text: string; readonly day: string | null }

const belowParagraph = (writer: Writer, paragraph: Element, text: string): Change => {
  const p = writer.tag('p')
  return {
    from: paragraph.end,
    to: paragraph.end,
    text: text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => `<${p}>${writer.runs(line, '')}</${p}>`)
      .join(''),
  }
}

/** In place of the line to write on, underlined as it was. */
const intoGap = (writer: Writer, rooms: readonly Room[], text: string): Change[] => {
  const [first, ...others] = rooms
  const { tag } = writer
  const said = text
    .split('\n')
    .map((line) => xmlText(line))
    .join(`</${tag('t')}><${tag('br')}/><${tag('t')} xml:space="preserve">`)
  return [inText(writer, first!, said), ...others.map((room) => inText(writer, room, ''))]
}

/** Everything between two elements’ ends gives way to something else. */
const instead = (element: Element, text: string): Change => ({
  from: element.opened,
  to: element.closing,
  text,
})

const intoControl = (writer: Writer, sdt: Element, text: string): Change[] => {
  const content = childOf(sdt, 'sdtContent')
  if (!content) return []
  const properties = childOf(sdt, 'sdtPr')
  const shows = childOf(properties, 'showingPlcHdr')
  const unmarked: Change[] = shows ? [{ from: shows.start, to: shows.end, text: '' }] : []
  const own = childOf(properties, 'rPr')
  const paragraph = content.children.find(({ name }) => name === 'p')
  const runs = writer.runs(text, source(writer.xml, own))
  if (!paragraph)
    return [
      ...unmarked,
      content.closing === content.opened && content.end === content.opened
        ? atEnd(writer, content, runs)
        : instead(content, runs),
    ]
  const kept = childOf(paragraph, 'pPr')
  return [
    ...unmarked,
    paragraph.end === paragraph.opened
      ? atEnd(writer, paragraph, runs)
      : { from: kept ? kept.end : paragraph.opened, to: paragraph.closing, text: runs },
  ]
}

const intoLegacy = (
  writer: Writer,
  mark: { readonly result: readonly Element[]; readonly last: Element; readonly separated: boolean },
  text: string,
): Change[] => {
  const [first] = mark.result
  const looks = source(writer.xml, childOf(first, 'rPr'))
  const runs = writer.runs(text, looks)
  const { tag } = writer
  const separator = mark.separated
    ? ''
    : `<${tag('r')}><${tag('fldChar')} ${tag('fldCharType')}="separate"/></${tag('r')}>`
  const from = first ? first.start : mark.last.start
  const to = mark.result.at(-1)?.end ?? mark.last.start
  return [{ from, to, text: separator + runs }]
}

const firstText = (element: Element): Element | undefined => {
  for (const child of element.children) {
    if (child.name === 't') return child
    const found = firstText(child)
    if (found) return found
  }
  return undefined
}

/** Ticks a box, whatever it is drawn with. */
export const ticked = (writer: Writer, spot: Spot): Change[] => {
  const { tag, xml } = writer
  if (spot.how === 'paragraph') return [intoParagraph(writer, spot.paragraph, '✓')]
  if (spot.how === 'box')
    return [inText(writer, spot.room, spot.room.to - spot.room.from > 1 ? '[X]' : '\u2612')]
  if (spot.how !== 'mark') return []
  const { mark } = spot
  if (mark.is === 'checkControl') {
    const box = childOf(mark.sdt, 'sdtPr', 'w14:checkbox')!
    const checked = childOf(box, 'w14:checked')
    const state = childOf(box, 'w14:checkedState')
    const code = parseInt(state?.attributes['val'] ?? '2612', 16)
    const sign = String.fromCodePoint(code > 31 && code <= 0xffff ? code : 0x2612)
    const content = childOf(mark.sdt, 'sdtContent')
    const text = content && firstText(content)
    return [
      ...(checked
        ? [
            {
              from: checked.start,
              to: checked.opened,
              text: xml.slice(checked.start, checked.opened).replace(/(val\s*=\s*["'])[^"']*/, '$11'),
            },
          ]
        : []),
      ...(text ? [inText(writer, { at: text, from: 0, to: text.text.length }, xmlText(sign))] : []),
    ]
  }
  if (mark.is === 'legacyCheck') {
    const box = childOf(mark.data, 'checkBox')!
    const known = childOf(box, 'checked')
    const on = `<${tag('checked')}/>`
    return [known ? { from: known.start, to: known.end, text: on } : atEnd(writer, box, on)]
  }
  if (mark.is === 'symbol') {
    const open = xml.slice(mark.symbol.start, mark.symbol.opened)
    return [
      {
        from: mark.symbol.start,
        to: mark.symbol.opened,
        // Wingdings: a box with a cross in it.
        text: open
          .replace(/(char\s*=\s*["'])[^"']*/, '$1F078')
          .replace(/(font\s*=\s*["'])[^"']*/, '$1Wingdings'),
      },
    ]
  }
  return []
}

/** What stands before a line through the letters in Word's order of looks. */
const beforeStrike = ['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps']

/** Looks of a run with a line through its letters. */
const struckLooks = ({ xml, tag }: Writer, looks: Element | undefined): string => {
  const line = `<${tag('strike')}/>`
  if (!looks) return `<${tag('rPr')}>${line}</${tag('rPr')}>`
  const name = nameIn(xml, looks)
  const kept = looks.children.filter(({ name: each }) => each !== 'strike' && each !== 'dstrike')
  const at = kept.findLastIndex(({ name: each }) => beforeStrike.includes(each)) + 1
  const parts = kept.map((each) => source(xml, each))
  return `<${name}>${[...parts.slice(0, at), line, ...parts.slice(at)].join('')}</${name}>`
}

const runAround = (element: Element): Element | null => {
  for (let at: Element | null = element; at; at = at.parent) if (at.name === 'r') return at
  return null
}

/** Strikes words out: they stay, with a line through them. */
export const struck = (writer: Writer, spot: Spot): Change[] => {
  if (spot.how !== 'word') return []
  const { tag, xml } = writer
  return spot.rooms.flatMap((room): Change[] => {
    const run = room.at.name === 't' ? runAround(room.at) : null
    if (!run) return []
    const looks = childOf(run, 'rPr')
    const [t, r] = [tag('t'), tag('r')]
    const said = `<${t} xml:space="preserve">${xmlText(room.at.text.slice(room.from, room.to))}</${t}>`
    return [
      inText(
        writer,
        room,
        `</${t}></${r}><${r}>${struckLooks(writer, looks)}${said}</${r}><${r}>${source(xml, looks)}<${t} xml:space="preserve">`,
      ),
    ]
  })
}

/** Chooses one of the entries of a list. */
export const chosen = (writer: Writer, { options }: FormField, spot: Spot, at: number): Change[] => {
  if (spot.how !== 'mark') return []
  const { mark } = spot
  if (mark.is === 'control') return intoControl(writer, mark.sdt, options![at]!)
  if (mark.is !== 'legacyList') return []
  const list = childOf(mark.data, 'ddList')!
  const known = childOf(list, 'result')
  const result = `<${writer.tag('result')} ${writer.tag('val')}="${at}"/>`
  return [
    known
      ? { from: known.start, to: known.end, text: result }
      : list.end === list.opened
        ? atEnd(writer, list, result)
        : { from: list.opened, to: list.opened, text: result },
  ]
}

/** Writes an answer at its place; nothing where it can't stand there, such as words in the three cells of a day. */
export const written = (writer: Writer, spot: Spot, { text, day }: Answer): Change[] => {
  switch (spot.how) {
    case 'paragraph':
      return [intoParagraph(writer, spot.paragraph, spot.behind ? ` ${text}` : text)]
    case 'below':
      return [belowParagraph(writer, spot.paragraph, text)]
    case 'gap':
      return intoGap(writer, spot.rooms, spot.day && day ? dayAsDrawn(spot.day, day) : text)
    case 'parts': {
      const said = spread(spot.of, spot.parts, text, day)
      return said
        ? spot.parts.flatMap(({ spot: part }, at) =>
            said[at] === '' ? [] : written(writer, part, { text: said[at]!, day: null }),
          )
        : []
    }
    case 'mark':
      return spot.mark.is === 'control'
        ? intoControl(writer, spot.mark.sdt, text)
        : spot.mark.is === 'legacyText'
          ? intoLegacy(writer, spot.mark, text)
          : []
    case 'box':
    case 'word':
      return []
  }
}
