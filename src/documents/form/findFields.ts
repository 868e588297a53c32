import type { Form, FormField, FormTable, Spot } from './fields.ts'
import { type Cell, type Row, rowsOf, unwrapped } from './cells.ts'
import { fieldsInParagraph, type Found } from './inParagraph.ts'
import { allBold, piecesOf, textIn } from './pieces.ts'
import type { Styles } from './styleNames.ts'
import { childOf, type Element } from './tree.ts'

const longestLabel = 160
const longestHeading = 120
/** The level of a heading for the eye alone: bold words, or a cell over the whole width. */
const drawnHeading = 7

/** A row that only counts: `1`, `2.`, `(c)`. */
const ordinal = /^\(?(?:\d{1,2}|[a-z])[.)]?$/i

/** A letter of a plan’s section in a cell of its own; what it is called stands in the next. */
const planLetter = /^(?:section )?(?:[A-GIJK]|H[12])$/i

const free = (text: string) => text === '' || ordinal.test(text)

/** An answer that a cell of a grid is ticked for. */
const tickWords =
  /^(?:yes|no|y|n|n\/a|not applicable|tick|✓|amend|no change|change|unchanged|achieved|partly|partially|not achieved|met|not met)$/i

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

class Reader {
  readonly fields: FormField[] = []
  readonly tables: FormTable[] = []
  readonly #styles: Styles
  readonly #part: string
  #heading: string[] = []
  #headings: { level: number; text: string }[] = []

  constructor(styles: Styles, part: string) {
    this.#styles = styles
    this.#part = part
  }

  #add({ alias = '', ...found }: Found, context: readonly string[]) {
    const words = [...new Set([...context, ...this.#heading, alias])].filter(
      (each) => each !== '' && each !== found.label,
    )
    this.fields.push({
      ...found,
      label: found.label.slice(0, longestLabel),
      id: `${this.#part}f${this.fields.length + 1}`,
      context: words,
    })
  }

  /** The blocks of a body or a cell, from top to bottom. `label`: of what stands there without a label of its own. */
  blocks(container: Element, label: string, context: readonly string[], top: boolean): void {
    const blocks = container.children.flatMap((child) =>
      child.name === 'sdt' && !isSmall(child) ? (childOf(child, 'sdtContent')?.children ?? []) : [child],
    )
    let last = label
    for (let at = 0; at < blocks.length; at++) {
      const block = blocks[at]!
      if (block.name === 'tbl') {
        this.#table(block, last, context)
        last = label
      } else if (block.name === 'sdt') {
        for (const found of fieldsInParagraph(block, controlAlone(block)))
          this.#add({ ...found, label: last || found.alias || '' }, context)
      } else if (block.name === 'p') {
        const heard = this.#paragraph(block, blocks.slice(at + 1), last, context, top)
        if (heard !== null) last = heard
      }
    }
  }

  /** Answers what its words are a label for; null where it has none. */
  #paragraph(
    paragraph: Element,
    after: readonly Element[],
    last: string,
    context: readonly string[],
    top: boolean,
  ): string | null {
    const pieces = piecesOf(paragraph, this.#styles.hasLeaders(paragraph))
    const found = fieldsInParagraph(paragraph, pieces)
    const text = textIn(paragraph)
    if (found.length > 0) {
      for (const field of found) {
        const label = field.label || last || field.alias || field.option || ''
        this.#add(
          { ...field, label, option: label === field.option ? null : field.option },
          field.label && last && field.label !== last ? [last, ...context] : context,
        )
      }
      // Options below one another answer the question above them.
      return found.every(({ takes, label }) => takes === 'tick' && label === '') ? null : ''
    }
    if (text === '') return null
    const level = this.#styles.levelOf(paragraph)
    const heading =
      level ?? (top && allBold(paragraph) && text.length <= longestHeading ? drawnHeading : null)
    const next = after.find((block) => ['p', 'tbl', 'sdt'].includes(block.name))
    const isRoom = next?.name === 'p' && isEmpty(next)
    const asksNext = isRoom || (next?.name === 'p' && this.#answersAbove(next))
    if (heading !== null && top && (level !== null || !asksNext)) this.#enter(heading, text)
    if (isRoom && (top ? heading !== null || /[?:]$/.test(text) : true)) {
      this.#add(asking(text, { how: 'paragraph', paragraph: next, behind: false }), context)
      return text
    }
    // Bold words with guidance under them at the very start are the form's own name.
    const isName =
      level === null && this.#headings.every(({ text: each, level: at }) => at === 0 || each === text)
    if (top && heading !== null && heading > 0 && !isName && this.#hasNothingBelow(after, level !== null)) {
      const guidance = guidanceIn(after, (block) => this.#styles.levelOf(block) !== null || allBold(block))
      this.#add(asking(text, { how: 'below', paragraph: guidance.at(-1) ?? paragraph }), context)
    }
    return text
  }

  /** A heading with no room, field, table or smaller heading before the next one: what it asks is written below it. */
  #hasNothingBelow(after: readonly Element[], styled: boolean): boolean {
    let guided = styled
    for (const [at, block] of after.entries()) {
      if (block.name === 'tbl' || block.name === 'sdt') return false
      if (block.name !== 'p') continue
      const pieces = piecesOf(block, this.#styles.hasLeaders(block))
      if (fieldsInParagraph(block, pieces).length > 0) return false
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

  #enter(level: number, text: string) {
    this.#headings = [...this.#headings.filter((each) => each.level < level), { level, text }]
    this.#heading = this.#headings.map((each) => each.text).toReversed()
  }

  #table(table: Element, label: string, context: readonly string[]): void {
    const rows = rowsOf(table)
    let header: Row | null = null
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!
      const next = rows[at + 1]
      if (isHeader(row, next)) {
        header = row
        const empty = emptyBelow(row, rows.slice(at + 1))
        if (empty.length > 0) {
          this.#grid(row, empty, label, context)
          at += empty.length
        }
        continue
      }
      if (header && row.cells.length !== header.cells.length && !covers(header, row)) header = null
      if (row.cells.length === 1 && !row.cells[0]!.blank && isTitle(row.cells[0]!, next)) {
        this.#enter(drawnHeading, row.cells[0]!.text)
        continue
      }
      this.#row(row, rows[at - 1], next, header, label, context)
    }
  }

  #grid(header: Row, rows: readonly Row[], label: string, context: readonly string[]) {
    const id = `${this.#part}t${this.tables.length + 1}`
    this.tables.push({
      id,
      context: [...new Set([label, ...context, ...this.#heading])].filter((each) => each !== ''),
      columns: header.cells.map((cell, at) => ({ id: `${id}c${at + 1}`, label: cell.text })),
      rows: rows.map(({ element, cells }) => ({ row: element, cells: cells.map((cell) => cell.element) })),
    })
  }

  #row(
    row: Row,
    above: Row | undefined,
    below: Row | undefined,
    header: Row | null,
    label: string,
    context: readonly string[],
  ) {
    let left = ''
    const boxes = row.cells.filter(({ element }) => isLoneBox(element)).length
    for (const [at, cell] of row.cells.entries()) {
      const column = header ? columnOver(header, row, at) : ''
      if (cell.goesOn) continue
      if (cell.blank) {
        const up = above?.cells.find((each) => each.column === cell.column && each.span === cell.span)
        const own = left || (up && !up.blank ? up.text : '') || column || label
        const tick = column !== '' && tickWords.test(column)
        this.#add(
          {
            takes: tick ? 'tick' : 'text',
            label: own,
            option: tick ? column : null,
            most: null,
            options: null,
            now: '',
            spot: { how: 'paragraph', paragraph: lastParagraph(cell.element), behind: false },
          },
          column && column !== own ? [column, ...context] : context,
        )
        continue
      }
      const before = this.fields.length + this.tables.length
      if (left && column && isLoneBox(cell.element) && (boxes > 1 || tickWords.test(column))) {
        const paragraph = unwrapped(cell.element, 'p')[0]!
        for (const found of fieldsInParagraph(paragraph, piecesOf(paragraph)))
          this.#add({ ...found, label: left, option: column }, [column, ...context])
        continue
      }
      const around = left || column
      this.blocks(cell.element, around, column && column !== around ? [column, ...context] : context, false)
      const took = this.fields.length + this.tables.length > before
      if (!took && endsOpen(cell, row.cells[at + 1], below))
        this.#add(
          {
            takes: 'text',
            label: cell.text.replace(/:$/, ''),
            option: null,
            most: null,
            options: null,
            now: '',
            spot: { how: 'paragraph', paragraph: lastParagraph(cell.element), behind: true },
          },
          context,
        )
      if (!took) left = planLetter.test(left) ? `${left} ${cell.text}` : cell.text
    }
  }
}

const isEmpty = (paragraph: Element) =>
  piecesOf(paragraph).text.trim() === '' && !paragraph.children.some(({ name }) => name === 'sdt')

const lastParagraph = (cell: Element): Element => unwrapped(cell, 'p').at(-1)!

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

/** A cell with one box to tick in it and no words: what it stands for are the words above and beside it. */
const isLoneBox = (cell: Element): boolean => {
  const paragraphs = unwrapped(cell, 'p')
  if (paragraphs.length !== 1 || unwrapped(cell, 'tbl').length > 0) return false
  const found = fieldsInParagraph(paragraphs[0]!, piecesOf(paragraphs[0]!))
  return (
    found.length === 1 && found[0]!.takes === 'tick' && found[0]!.label === '' && found[0]!.option === null
  )
}

/** Under each name of a column there is a cell, and a name over several columns stands over all of theirs. */
const covers = (header: Row, row: Row): boolean =>
  row.cells.length >= header.cells.length &&
  header.cells.every(({ column }) => row.cells.some((cell) => cell.column === column))

const columnOver = (header: Row, row: Row, at: number): string => {
  if (header.cells.length === row.cells.length) return header.cells[at]!.text
  const { column } = row.cells[at]!
  return header.cells.find((each) => each.column <= column && column < each.column + each.span)?.text ?? ''
}

const takesAnswer = (cell: Element): boolean =>
  cell.children.some((child) =>
    child.name === 'p'
      ? fieldsInParagraph(child, piecesOf(child)).length > 0
      : child.name === 'sdt' || takesAnswer(child),
  )

/** Names of columns: every cell says something, and the row below has room under them. */
const isHeader = (row: Row, next: Row | undefined): boolean =>
  row.cells.length > 1 &&
  !row.cells.some(({ element }) => takesAnswer(element)) &&
  row.cells.every(({ blank, text }, at) => !blank || (at === 0 && text === '')) &&
  row.cells.slice(1).every(({ text }) => text !== '' && text.length <= 80) &&
  next !== undefined &&
  (next.cells.length === row.cells.length
    ? next.cells.every((cell, at) => cell.column === row.cells[at]!.column)
    : row.cells.some(({ span }) => span > 1) && covers(row, next)) &&
  next.cells.some(({ blank, element }) => blank || isLoneBox(element)) &&
  !(row.cells.length % 2 === 0 && row.cells.every(({ text }, at) => at % 2 === 1 || /:$/.test(text)))

/** Rows of one kind with nothing in them but numbers. */
const emptyBelow = (header: Row, rows: readonly Row[]): Row[] => {
  const end = rows.findIndex(
    (row) =>
      row.cells.length !== header.cells.length ||
      !row.cells.every(({ blank, text }, at) => blank || (at === 0 && free(text))),
  )
  return end < 0 ? [...rows] : rows.slice(0, end)
}

const isShaded = (cell: Element): boolean => {
  const fill = childOf(cell, 'tcPr', 'shd')?.attributes['fill'] ?? 'auto'
  return !/^(?:auto|ffffff)$/i.test(fill)
}

/** A cell over the whole width that names what follows. */
const isTitle = (cell: Cell, next: Row | undefined): boolean =>
  cell.text.length <= longestHeading &&
  !/[?:]$/.test(cell.text) &&
  unwrapped(cell.element, 'p').length === 1 &&
  piecesOf(unwrapped(cell.element, 'p')[0]!).marks.length === 0 &&
  next !== undefined &&
  (next.cells.length > 1 || isShaded(cell.element))

/** A cell that asks and leaves no other room to answer. */
const endsOpen = (cell: Cell, next: Cell | undefined, below: Row | undefined): boolean =>
  /[:?]$/.test(cell.text) &&
  !(next?.blank ?? false) &&
  !(
    below?.cells.some((each) => each.column === cell.column && each.blank && each.span === cell.span) ?? false
  ) &&
  !(next !== undefined && !/[:?]$/.test(next.text))

/**
 * The places of a form that take an answer: empty cells beside or under a label, gaps drawn by underscores, dots or
 * underlined blanks, content controls, legacy form fields, boxes to tick, tables to fill row by row, and headings
 * with room below. `part`: a start for the ids, so that those of several parts differ.
 */
export const findFields = (root: Element, styles: Styles, part = ''): Form => {
  const reader = new Reader(styles, part)
  reader.blocks(childOf(root, 'body') ?? root, '', [], true)
  return { fields: reader.fields, tables: reader.tables }
}
