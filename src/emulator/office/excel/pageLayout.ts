import { invalidArgument, method, object, writable, type HostApi } from '../hostObject.ts'
import { type BookSheet, boxFrom } from './book.ts'
import { Range } from './range.ts'

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
