import type { Row } from './cells.ts'
import type { FormField, FormTable, PartSpot, Spot } from './fields.ts'
import { alike, boxesIn, tablesAlike } from './floating.ts'
import { fieldsInParagraph, type Found } from './inParagraph.ts'
import { allBold, piecesOf, textIn } from './pieces.ts'
import { readTable } from './readTable.ts'
import type { Styles } from './styleNames.ts'
import { longestHeading } from './tableShapes.ts'
import { childOf, type Element } from './tree.ts'
import { isHint } from './wordOptions.ts'

const longestLabel = 160
/** The level of a heading for the eye alone: bold words, or a cell over the whole width. */
const drawnHeading = 7

/**
 * Where blocks stand: in the body, in a cell or box (`label`: a cell with room for its answer elsewhere, so that words
 * with a stroke between are a label), or at the top or foot of every page.
 */
export type Place = 'body' | 'cell' | 'label' | 'margin'

/** A place for any text. */
const asking = (label: string, spot: Spot): Found => ({
  takes: 'text',
  label,
  option: null,
  most: null,
  options: null,
  now: '',
  spot,
})

const isOrIsIn = (element: Element, outer: Element): boolean => {
  for (let at: Element | null = element; at; at = at.parent) if (at === outer) return true
  return false
}

/** Goes through one part of a form from top to bottom and notes what takes an answer. */
export class Reader {
  fields: FormField[] = []
  tables: FormTable[] = []
  /** Boxes that float and are told in two ways that don't agree. */
  unread = 0
  readonly #styles: Styles
  readonly #part: string
  readonly #ids: string
  #heading: string[] = []
  #headings: { level: number; text: string }[] = []

  /** `part`: its name in the package. `ids`: a start for the ids, so that those of several parts differ. */
  constructor(styles: Styles, part: string, ids: string) {
    this.#styles = styles
    this.#part = part
    this.#ids = ids
  }

  get count(): number {
    return this.fields.length + this.tables.length
  }

  add({ alias = '', ...found }: Found, context: readonly string[]): void {
    const words = [...new Set([...context, ...this.#heading, alias])].filter(
      (each) => each !== '' && each !== found.label,
    )
    this.fields.push({
      ...found,
      label: found.label.slice(0, longestLabel),
      id: `${this.#ids}f${this.fields.length + 1}`,
      context: words,
      part: this.#part,
    })
  }

  addTable(header: Row, rows: readonly Row[], label: string, context: readonly string[]): void {
    const id = `${this.#ids}t${this.tables.length + 1}`
    this.tables.push({
      id,
      context: [...new Set([label, ...context, ...this.#heading])].filter((each) => each !== ''),
      columns: header.cells.map((cell, at) => ({ id: `${id}c${at + 1}`, label: cell.text })),
      rows: rows.map(({ element, cells }) => ({ row: element, cells: cells.map((cell) => cell.element) })),
      part: this.#part,
    })
  }

  /**
   * Lets the last place go on here, where it ends in `before` (a cell, or a paragraph). Whether it did: a mark or a box
   * doesn't go on.
   */
  goOn(spot: PartSpot['spot'], before: Element): boolean {
    const last = this.fields.at(-1)
    if (!last || last.takes !== 'text') return false
    const parts: readonly PartSpot[] | null =
      last.spot.how === 'parts' && last.spot.of === 'lines'
        ? last.spot.parts
        : (last.spot.how === 'paragraph' && !last.spot.behind) || (last.spot.how === 'gap' && !last.spot.day)
          ? [{ takes: 'line', spot: last.spot }]
          : null
    if (!parts || !isOrIsIn(parts.at(-1)!.spot.paragraph, before)) return false
    this.fields[this.fields.length - 1] = {
      ...last,
      spot: { how: 'parts', of: 'lines', parts: [...parts, { takes: 'line', spot }] },
    }
    return true
  }

  /** The blocks of a body or a cell, from top to bottom. `label`: of what stands there without a label of its own. */
  blocks(container: Element, label: string, context: readonly string[], place: Place): void {
    const blocks = container.children.flatMap((child) =>
      child.name === 'sdt' && !isSmall(child) ? (childOf(child, 'sdtContent')?.children ?? []) : [child],
    )
    let last = label
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at]!
      if (block.name === 'tbl') {
        readTable(this, block, last, context)
        last = label
      } else if (block.name === 'sdt') {
        for (const found of fieldsInParagraph(block, controlAlone(block)))
          this.add({ ...found, label: last || found.alias || '' }, context)
      } else if (block.name === 'p') {
        const heard = this.#paragraph(block, blocks[at - 1], blocks.slice(at + 1), last, context, place)
        if (heard !== null) last = heard
      }
      if (block.name !== 'tbl') this.#floating(block, context)
    }
  }

  /** Answers what its words are a label for; null where it has none. */
  #paragraph(
    paragraph: Element,
    above: Element | undefined,
    after: readonly Element[],
    last: string,
    context: readonly string[],
    place: Place,
  ): string | null {
    const top = place === 'body'
    const pieces = piecesOf(paragraph, this.#styles.hasLeaders(paragraph))
    const next = after.find((block) => ['p', 'tbl', 'sdt'].includes(block.name))
    const told = next?.name === 'p' && isHint(textIn(next))
    const found = fieldsInParagraph(paragraph, pieces, told ? 'told' : place === 'label' ? 'no' : 'plain')
    const text = textIn(paragraph)
    const [only] = found
    // Only a line to write on: the answer above goes on here.
    if (only && found.length === 1 && only.spot.how === 'gap' && !only.spot.day && text === cleanGap(text))
      if (only.label === '' && above?.name === 'p' && this.goOn(only.spot, above)) return null
    const named = found.filter(({ spot, label }) => spot.how !== 'word' || label || last)
    if (named.length > 0) {
      for (const field of named) {
        const label = field.label || last || field.alias || field.option || ''
        this.add(
          { ...field, label, option: label === field.option ? null : field.option },
          field.label && last && field.label !== last ? [last, ...context] : context,
        )
      }
      // Options below one another answer the question above them.
      return found.every(({ takes, label }) => takes === 'tick' && label === '') ? null : ''
    }
    if (text === '' || isHint(text)) return null
    const level = this.#styles.levelOf(paragraph)
    const heading =
      level ?? (top && allBold(paragraph) && text.length <= longestHeading ? drawnHeading : null)
    const isRoom = next?.name === 'p' && isEmpty(next)
    const asksNext = isRoom || (next?.name === 'p' && this.#answersAbove(next))
    if (heading !== null && top && (level !== null || !asksNext)) this.#enterAt(heading, text)
    const asks = place === 'cell' || place === 'label' || /[?:]$/.test(text) || (top && heading !== null)
    if (isRoom && heading !== 0 && asks) {
      this.add(asking(text, { how: 'paragraph', paragraph: next, behind: false }), context)
      return text
    }
    // Bold words with guidance under them at the very start are the form's own name.
    const isName =
      level === null && this.#headings.every(({ text: each, level: at }) => at === 0 || each === text)
    if (top && heading !== null && heading > 0 && !isName && this.#hasNothingBelow(after, level !== null)) {
      const guidance = guidanceIn(after, (block) => this.#styles.levelOf(block) !== null || allBold(block))
      this.add(asking(text, { how: 'below', paragraph: guidance.at(-1) ?? paragraph }), context)
    }
    return text
  }

  /** Boxes that float over the page and hang on this block: each is told once or twice, and filled as often. */
  #floating(block: Element, context: readonly string[]): void {
    for (const { inside, again } of boxesIn(block)) {
      const [fields, tables] = [this.fields.length, this.tables.length]
      this.blocks(inside, '', context, 'cell')
      if (!again) continue
      const twin = new Reader(this.#styles, this.#part, this.#ids)
      twin.#heading = this.#heading
      twin.#headings = this.#headings
      twin.blocks(again, '', context, 'cell')
      const [own, own2] = [this.fields.slice(fields), this.tables.slice(tables)]
      if (alike(own, twin.fields) && tablesAlike(own2, twin.tables)) {
        this.fields.splice(
          fields,
          own.length,
          ...own.map((field, at) => ({ ...field, twin: twin.fields[at]!.spot })),
        )
        this.tables.splice(
          tables,
          own2.length,
          ...own2.map((table, at) => ({ ...table, twin: twin.tables[at]!.rows })),
        )
      } else {
        this.fields.length = fields
        this.tables.length = tables
        this.unread++
      }
    }
  }

  /** A heading with no room, field, table or smaller heading before the next one: what it asks is written below it. */
  #hasNothingBelow(after: readonly Element[], styled: boolean): boolean {
    let guided = styled
    for (const [at, block] of after.entries()) {
      if (block.name === 'tbl' || block.name === 'sdt') return false
      if (block.name !== 'p') continue
      if (boxesIn(block).length > 0) return false
      const pieces = piecesOf(block, this.#styles.hasLeaders(block))
      if (fieldsInParagraph(block, pieces, 'plain').length > 0) return false
      const text = textIn(block)
      if (text === '') return false
      const level = this.#styles.levelOf(block) ?? (allBold(block) ? drawnHeading : null)
      const own = this.#headings.at(-1)?.level ?? 0
      if (level !== null) return guided && level <= own
      guided = true
      const next = after[at + 1]
      if (/[?:]$/.test(text) && next && (next.name === 'tbl' || (next.name === 'p' && isEmpty(next))))
        return false
    }
    return guided
  }

  /** Whether a paragraph is room for an answer to the one above it. */
  #answersAbove(paragraph: Element): boolean {
    const found = fieldsInParagraph(paragraph, piecesOf(paragraph, this.#styles.hasLeaders(paragraph)))
    return found.length > 0 && found.every(({ label, option }) => label === '' && option === null)
  }

  /** Words that name what follows, without a style of Word's that says so. */
  enter(text: string): void {
    this.#enterAt(drawnHeading, text)
  }

  #enterAt(level: number, text: string) {
    this.#headings = [...this.#headings.filter((each) => each.level < level), { level, text }]
    this.#heading = this.#headings.map((each) => each.text).toReversed()
  }
}

/** What a line says beside room to write on. */
const cleanGap = (text: string) => text.replace(/[^_\u2017\uFF3F.\u2026\s]/g, '')

const isEmpty = (paragraph: Element) =>
  piecesOf(paragraph).text.trim() === '' &&
  !paragraph.children.some(({ name }) => name === 'sdt') &&
  boxesIn(paragraph).length === 0

/** A control around one paragraph or a few is one field; one around tables and headings is only a frame. */
const isSmall = (sdt: Element) => {
  const content = childOf(sdt, 'sdtContent')
  return (
    content !== undefined &&
    content.children.every(({ name }) => name === 'p') &&
    content.children.length <= 3
  )
}

const controlAlone = (sdt: Element) =>
  ({
    text: '\uFFFC',
    letters: [{ char: '\uFFFC', at: sdt, index: 0 }],
    marks: [{ is: 'control', sdt }],
  }) as const

const guidanceIn = (after: readonly Element[], stops: (block: Element) => boolean): Element[] => {
  const found: Element[] = []
  for (const block of after) {
    if (block.name !== 'p' || stops(block)) break
    found.push(block)
  }
  return found
}
