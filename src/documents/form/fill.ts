import type { ReviewFile } from '../reviewFile.ts'
import { xmlText } from '../word/xmlText.ts'
import { type Fact, facts } from './facts.ts'
import type { Form, FormField, FormTable, Room } from './fields.ts'
import { listFact } from './listFacts.ts'
import type { Mapping } from './propose.ts'
import { type Splice, spliced } from './splice.ts'
import { childOf, type Element } from './tree.ts'
import { codesOfOption } from './options.ts'
import { unwrapped } from './cells.ts'

export type FilledForm = {
  /** The document’s text with the answers in it. */
  readonly xml: string
  /** Fields whose fact says nothing yet. */
  readonly empty: readonly FormField[]
  /** Texts beyond what the form takes: written whole all the same, so that nothing is lost unseen. */
  readonly tooLong: readonly { readonly field: FormField; readonly length: number; readonly most: number }[]
  /** Fields that offer choices, none of which is what the record says. */
  readonly noChoice: readonly { readonly field: FormField; readonly said: string }[]
}

/** Where the tags of this document’s own namespace are called something else than `w:`. */
const prefixOf = (root: string) =>
  (/<(\w+:)?document[\s>]/.exec(root)?.[1] ?? 'w:').replace(/^undefined$/, '')

type Writer = {
  /** Runs that say a text, with the looks of the paragraph or run that they join. */
  readonly runs: (text: string, looks: string) => string
  readonly tag: (name: string) => string
  readonly xml: string
}

const writerOf = (xml: string): Writer => {
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

const source = (xml: string, element: Element | undefined) =>
  element ? xml.slice(element.start, element.end) : ''

/** What a run at the end of a paragraph looks like: as its mark does, without what only a mark can have. */
const looksOf = ({ xml }: Writer, paragraph: Element): string => {
  const mark = childOf(paragraph, 'pPr', 'rPr')
  if (!mark) return ''
  const kept = mark.children.filter(
    ({ name }) => !['ins', 'del', 'moveFrom', 'moveTo', 'rPrChange', 'vanish', 'specVanish'].includes(name),
  )
  if (kept.length === 0) return ''
  const name = xml.slice(mark.start + 1, mark.opened - 1).trim()
  return `<${name}>${kept.map((each) => source(xml, each)).join('')}</${name}>`
}

/** Puts something before the end of an element; one that closes itself is opened for it. */
const atEnd = ({ xml }: Writer, element: Element, inside: string): Splice => {
  if (element.closing !== element.opened || element.end !== element.opened)
    return { from: element.closing, to: element.closing, text: inside }
  const name = /^<([^\s/>]+)/.exec(xml.slice(element.start, element.opened))![1]!
  return { from: element.opened - 2, to: element.opened, text: `>${inside}</${name}>` }
}

const intoParagraph = (writer: Writer, paragraph: Element, text: string): Splice =>
  atEnd(writer, paragraph, writer.runs(text, looksOf(writer, paragraph)))

const belowParagraph = (writer: Writer, paragraph: Element, text: string): Splice => {
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

const inText = ({ xml }: Writer, { at, from, to }: Room, text: string): Splice => {
  if (at.name !== 't') return { from: at.start, to: at.end, text }
  const open = xml.slice(at.start, at.opened)
  const start = /xml:space=/.test(open) ? open : `${open.slice(0, -1)} xml:space="preserve">`
  const name = open.match(/^<([^\s/>]+)/)![1]!
  const kept = (part: string) => xmlText(part)
  return {
    from: at.start,
    to: at.end,
    text: `${start}${kept(at.text.slice(0, from))}${text}${kept(at.text.slice(to))}</${name}>`,
  }
}

/** In place of the line to write on, underlined as it was. */
const intoGap = (writer: Writer, rooms: readonly Room[], text: string): Splice[] => {
  const [first, ...others] = rooms
  const { tag } = writer
  const said = text
    .split('\n')
    .map((line) => xmlText(line))
    .join(`</${tag('t')}><${tag('br')}/><${tag('t')} xml:space="preserve">`)
  const start =
    first!.at.name === 't'
      ? inText(writer, first!, said)
      : { ...inText(writer, first!, ''), text: `<${tag('t')} xml:space="preserve">${said}</${tag('t')}>` }
  return [start, ...others.map((room) => inText(writer, room, ''))]
}

/** Everything between two elements’ ends gives way to something else. */
const instead = (element: Element, text: string): Splice => ({
  from: element.opened,
  to: element.closing,
  text,
})

const intoControl = (writer: Writer, sdt: Element, text: string): Splice[] => {
  const content = childOf(sdt, 'sdtContent')
  if (!content) return []
  const properties = childOf(sdt, 'sdtPr')
  const shows = childOf(properties, 'showingPlcHdr')
  const unmarked: Splice[] = shows ? [{ from: shows.start, to: shows.end, text: '' }] : []
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
): Splice[] => {
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

/** Ticks a box, whatever it is drawn with. */
const ticked = (writer: Writer, field: FormField): Splice[] => {
  const { spot } = field
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
    const sign = String.fromCodePoint(parseInt(state?.attributes['val'] ?? '2612', 16))
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
      ...(text ? [inText(writer, { at: text, from: 0, to: text.text.length }, sign)] : []),
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

const firstText = (element: Element): Element | undefined => {
  for (const child of element.children) {
    if (child.name === 't') return child
    const found = firstText(child)
    if (found) return found
  }
  return undefined
}

const chosen = (writer: Writer, field: FormField, at: number): Splice[] => {
  if (field.spot.how !== 'mark') return []
  const { mark } = field.spot
  if (mark.is === 'control') return intoControl(writer, mark.sdt, field.options![at]!)
  if (mark.is !== 'legacyList') return []
  const list = childOf(mark.data, 'ddList')!
  const known = childOf(list, 'result')
  const result = `<${writer.tag('result')} ${writer.tag('val')}="${at}"/>`
  return [
    known
      ? { from: known.start, to: known.end, text: result }
      : { from: list.opened, to: list.opened, text: result },
  ]
}

const written = (writer: Writer, { spot }: FormField, text: string): Splice[] => {
  switch (spot.how) {
    case 'paragraph':
      return [intoParagraph(writer, spot.paragraph, spot.behind ? ` ${text}` : text)]
    case 'below':
      return [belowParagraph(writer, spot.paragraph, text)]
    case 'gap':
      return intoGap(writer, spot.rooms, text)
    case 'box':
      return []
    case 'mark':
      return spot.mark.is === 'control'
        ? intoControl(writer, spot.mark.sdt, text)
        : spot.mark.is === 'legacyText'
          ? intoLegacy(writer, spot.mark, text)
          : []
  }
}

const intoCell = (writer: Writer, cell: Element, text: string): Splice[] => {
  const paragraph = unwrapped(cell, 'p').at(-1)
  return paragraph && text !== '' ? [intoParagraph(writer, paragraph, text)] : []
}

/** Fills the empty rows, then puts copies of the last one below it for what is left. */
const filledTable = (
  writer: Writer,
  table: FormTable,
  rows: readonly Readonly<Record<string, string>>[],
  columns: Readonly<Record<string, string>>,
): Splice[] => {
  const texts = rows.map((row) =>
    table.columns.map(({ id }) => (columns[id] === undefined ? '' : (row[columns[id]] ?? ''))),
  )
  const here = table.rows.flatMap(({ cells }, at) =>
    at < texts.length ? cells.flatMap((cell, column) => intoCell(writer, cell, texts[at]![column]!)) : [],
  )
  const last = table.rows.at(-1)
  if (!last || texts.length <= table.rows.length) return here
  const { start, end } = last.row
  const copies = texts.slice(table.rows.length).map((row) => {
    const inside = last.cells.flatMap((cell, column) => intoCell(writer, cell, row[column]!))
    const moved = inside.map(({ from, to, text }) => ({ from: from - start, to: to - start, text }))
    return withoutIds(spliced(writer.xml.slice(start, end), moved))
  })
  return [...here, { from: end, to: end, text: copies.join('') }]
}

/** Word gives each paragraph and row a number of its own: a copy has to do without. */
const withoutIds = (xml: string) => xml.replace(/\s\w+:(?:paraId|textId)="[^"]*"/g, '')

const inFigures = 'dd/mm/yyyy'.length

/** What a fact says, a day in figures where the place has no room for its month in letters. */
export const fitting = (fact: Fact, file: ReviewFile, today: string, most: number | null): string => {
  const text = fact.text(file, today)
  const day =
    fact.isDay && most !== null && text.length > most && most >= inFigures ? fact.code(file, today) : null
  return day ? day.split('-').toReversed().join('/') : text
}

/**
 * Fills a form for one review. Everything in the form stays as it was to the letter, but the places that are filled.
 * Text beyond a field's limit is written whole and told; an answer that none of a field's choices means is left and told.
 */
export const fillForm = (
  xml: string,
  form: Form,
  mapping: Mapping,
  file: ReviewFile,
  today: string,
  limits: Readonly<Record<string, number>> = {},
): FilledForm => {
  const writer = writerOf(xml)
  const splices: Splice[] = []
  const empty: FormField[] = []
  const tooLong: FilledForm['tooLong'][number][] = []
  const noChoice: FilledForm['noChoice'][number][] = []
  for (const field of form.fields) {
    const mapped = mapping.fields[field.id]
    const fact = mapped && facts.get(mapped.fact)
    if (!fact) continue
    const most = limits[field.id] ?? field.most
    const text = fitting(fact, file, today, most)
    if (field.takes === 'tick') {
      const code = fact.code(file, today)
      if (code !== null && code === mapped.code) splices.push(...ticked(writer, field))
      else if (code === null) empty.push(field)
      continue
    }
    if (text === '') {
      empty.push(field)
      continue
    }
    if (field.takes === 'list') {
      const at = codesOfOption(mapped.fact, field.options ?? []).indexOf(fact.code(file, today) ?? '')
      if (at < 0) noChoice.push({ field, said: text })
      else splices.push(...chosen(writer, field, at))
      continue
    }
    if (most !== null && text.length > most) tooLong.push({ field, length: text.length, most })
    splices.push(...written(writer, field, text))
  }
  for (const table of form.tables) {
    const mapped = mapping.tables[table.id]
    const list = mapped && listFact(mapped.list)
    if (list) splices.push(...filledTable(writer, table, list.rows(file, today), mapped.columns))
  }
  return { xml: spliced(xml, splices), empty, tooLong, noChoice }
}
