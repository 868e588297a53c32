import { invalidArgument, method, object, objectMethod, writable, type HostApi } from '../hostObject.ts'
import { type BookSheet, boxFrom } from './book.ts'
import type { ExcelModel } from './excelModel.ts'
import { Range, rangeAt } from './range.ts'

/** Words at the left, in the middle and at the right of every page's foot. */
class HeaderFooter {
  static readonly api: HostApi = {
    name: 'HeaderFooter',
    members: {
      leftFooter: writable('ExcelApi 1.9'),
      centerFooter: writable('ExcelApi 1.9'),
      rightFooter: writable('ExcelApi 1.9'),
    },
  }
  readonly #sheet: BookSheet
  constructor(sheet: BookSheet) {
    this.#sheet = sheet
  }
  get leftFooter(): string {
    return this.#sheet.page.footer.left
  }
  set leftFooter(words: string) {
    this.#sheet.page.footer.left = words
  }
  get centerFooter(): string {
    return this.#sheet.page.footer.centre
  }
  set centerFooter(words: string) {
    this.#sheet.page.footer.centre = words
  }
  get rightFooter(): string {
    return this.#sheet.page.footer.right
  }
  set rightFooter(words: string) {
    this.#sheet.page.footer.right = words
  }
}

class HeaderFooterGroup {
  static readonly api: HostApi = {
    name: 'HeaderFooterGroup',
    members: { defaultForAllPages: object('ExcelApi 1.9') },
  }
  readonly defaultForAllPages: HeaderFooter
  constructor(sheet: BookSheet) {
    this.defaultForAllPages = new HeaderFooter(sheet)
  }
}

/** Excel.PageLayout. */
export class PageLayout {
  static readonly api: HostApi = {
    name: 'PageLayout',
    members: {
      orientation: writable('ExcelApi 1.9'),
      paperSize: writable('ExcelApi 1.9'),
      zoom: writable('ExcelApi 1.9'),
      headersFooters: object('ExcelApi 1.9'),
      setPrintArea: method('ExcelApi 1.9'),
      setPrintTitleRows: method('ExcelApi 1.9'),
    },
  }
  readonly headersFooters: HeaderFooterGroup
  readonly #sheet: BookSheet
  constructor(sheet: BookSheet) {
    this.#sheet = sheet
    this.headersFooters = new HeaderFooterGroup(sheet)
  }
  get orientation(): string {
    return this.#sheet.page.orientation
  }
  set orientation(orientation: string) {
    if (orientation !== 'Portrait' && orientation !== 'Landscape')
      throw invalidArgument('PageLayout.orientation')
    this.#sheet.page.orientation = orientation
  }
  get paperSize(): string {
    return this.#sheet.page.paper
  }
  set paperSize(paper: string) {
    if (!['A3', 'A4', 'A5', 'Letter'].includes(paper)) throw invalidArgument('PageLayout.paperSize')
    this.#sheet.page.paper = paper
  }
  get zoom(): { horizontalFitToPages?: number; scale?: number } {
    const { fitWidth, scale } = this.#sheet.page
    return {
      ...(fitWidth !== undefined && { horizontalFitToPages: fitWidth }),
      ...(scale !== undefined && { scale }),
    }
  }
  set zoom(zoom: { horizontalFitToPages?: number; scale?: number }) {
    const { fitWidth: _, scale: _scale, ...page } = this.#sheet.page
    this.#sheet.page = {
      ...page,
      ...(zoom.horizontalFitToPages !== undefined && { fitWidth: zoom.horizontalFitToPages }),
      ...(zoom.scale !== undefined && { scale: zoom.scale }),
    }
  }
  setPrintArea(area: string | Range): void {
    const box = area instanceof Range ? area.box : boxFrom(area)
    if (!box) throw invalidArgument('PageLayout.setPrintArea')
    this.#sheet.page.area = box
  }
  setPrintTitleRows(rows: string | Range): void {
    const box = rows instanceof Range ? rows.box : boxFrom(rows)
    if (!box) throw invalidArgument('PageLayout.setPrintTitleRows')
    this.#sheet.page.titleRows = [box.top, box.bottom]
  }
}

/** Excel.PageBreak: a page ends above a row. */
class PageBreak {
  static readonly api: HostApi = { name: 'PageBreak', members: { delete: method('ExcelApi 1.9') } }
  readonly #sheet: BookSheet
  readonly #row: number
  constructor(sheet: BookSheet, row: number) {
    this.#sheet = sheet
    this.#row = row
  }
  delete(): void {
    this.#sheet.page.starts = (this.#sheet.page.starts ?? []).filter((row) => row !== this.#row)
  }
}

/** Excel.PageBreakCollection of the breaks between rows. */
export class PageBreakCollection {
  static readonly api: HostApi = {
    name: 'PageBreakCollection',
    items: true,
    members: { add: objectMethod('ExcelApi 1.9'), removePageBreaks: method('ExcelApi 1.9') },
  }
  readonly #model: ExcelModel
  readonly #sheet: BookSheet
  constructor(model: ExcelModel, sheet: BookSheet) {
    this.#model = model
    this.#sheet = sheet
  }
  get items(): PageBreak[] {
    return (this.#sheet.page.starts ?? []).map((row) => new PageBreak(this.#sheet, row))
  }
  add(before: string | Range): PageBreak {
    const range = before instanceof Range ? before : rangeAt(this.#model, this.#sheet, before)
    if (!range || range.box.top === 0) throw invalidArgument('PageBreakCollection.add')
    const starts = new Set([...(this.#sheet.page.starts ?? []), range.box.top])
    this.#sheet.page.starts = [...starts].toSorted((a, b) => a - b)
    return new PageBreak(this.#sheet, range.box.top)
  }
  removePageBreaks(): void {
    delete this.#sheet.page.starts
  }
}
