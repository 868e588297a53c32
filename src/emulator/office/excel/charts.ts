import {
  invalidArgument,
  method,
  object,
  objectMethod,
  value,
  writable,
  type HostApi,
  type HostObject,
} from '../hostObject.ts'
import { type BookChart, type BookSheet } from './book.ts'
import type { ExcelModel } from './excelModel.ts'
import { Range, rangeAt } from './range.ts'

type BookSeries = BookChart['series'][number]

/** A host object of one text or switch of a chart. */
const part = (
  name: string,
  member: string,
  since: string,
  of: Record<string, unknown>,
  at: string,
): HostObject => {
  const api: HostApi = { name, members: { [member]: writable(since) } }
  return Object.defineProperty({ api }, member, {
    get: () => of[at],
    set: (given: unknown) => {
      of[at] = given
    },
  }) as HostObject
}

class ChartSeries {
  static readonly api: HostApi = {
    name: 'ChartSeries',
    members: {
      name: writable('ExcelApi 1.1'),
      chartType: writable('ExcelApi 1.7'),
      setValues: method('ExcelApi 1.7'),
      setXAxisValues: method('ExcelApi 1.7'),
    },
  }
  readonly #series: BookSeries
  constructor(series: BookSeries) {
    this.#series = series
  }
  get name(): string {
    return this.#series.name
  }
  set name(name: string) {
    this.#series.name = name
  }
  get chartType(): string {
    return this.#series.kind
  }
  set chartType(kind: string) {
    this.#series.kind = kind
  }
  setValues(range: unknown): void {
    if (!(range instanceof Range)) throw invalidArgument('ChartSeries.setValues')
    this.#series.values = range.address
  }
  setXAxisValues(range: unknown): void {
    if (!(range instanceof Range)) throw invalidArgument('ChartSeries.setXAxisValues')
    this.#series.labels = range.address
  }
}

class ChartSeriesCollection {
  static readonly api: HostApi = {
    name: 'ChartSeriesCollection',
    items: true,
    members: {
      count: value('ExcelApi 1.1'),
      add: objectMethod('ExcelApi 1.7'),
      getItemAt: objectMethod('ExcelApi 1.1'),
    },
  }
  readonly #chart: BookChart
  constructor(chart: BookChart) {
    this.#chart = chart
  }
  get items(): ChartSeries[] {
    return this.#chart.series.map((series) => new ChartSeries(series))
  }
  get count(): number {
    return this.#chart.series.length
  }
  getItemAt(at: number): ChartSeries | null {
    return this.items[at] ?? null
  }
  add(name = ''): ChartSeries {
    const series: BookSeries = { name, kind: this.#chart.kind, values: '', labels: '' }
    this.#chart.series.push(series)
    return new ChartSeries(series)
  }
}

class ChartAxis {
  static readonly api: HostApi = {
    name: 'ChartAxis',
    members: { title: object('ExcelApi 1.1'), numberFormat: writable('ExcelApi 1.8') },
  }
  readonly #chart: BookChart
  constructor(chart: BookChart) {
    this.#chart = chart
  }
  get title(): HostObject {
    return part('ChartAxisTitle', 'text', 'ExcelApi 1.1', this.#chart as never, 'unit')
  }
  get numberFormat(): string {
    return this.#chart.format
  }
  set numberFormat(format: string) {
    this.#chart.format = format
  }
}

class ChartAxes {
  static readonly api: HostApi = { name: 'ChartAxes', members: { valueAxis: object('ExcelApi 1.1') } }
  readonly valueAxis: ChartAxis
  constructor(chart: BookChart) {
    this.valueAxis = new ChartAxis(chart)
  }
}

class Chart {
  static readonly api: HostApi = {
    name: 'Chart',
    members: {
      name: writable('ExcelApi 1.1'),
      chartType: value('ExcelApi 1.7'),
      title: object('ExcelApi 1.1'),
      legend: object('ExcelApi 1.1'),
      axes: object('ExcelApi 1.1'),
      series: object('ExcelApi 1.1'),
      setPosition: method('ExcelApi 1.1'),
      delete: method('ExcelApi 1.1'),
    },
  }
  isDeleted = false
  readonly #model: ExcelModel
  readonly #sheet: BookSheet
  readonly #chart: BookChart
  constructor(model: ExcelModel, sheet: BookSheet, chart: BookChart) {
    this.#model = model
    this.#sheet = sheet
    this.#chart = chart
  }
  get name(): string {
    return this.#chart.name
  }
  set name(name: string) {
    this.#chart.name = name
  }
  get chartType(): string {
    return this.#chart.kind
  }
  get title(): HostObject {
    return part('ChartTitle', 'text', 'ExcelApi 1.1', this.#chart as never, 'title')
  }
  get legend(): HostObject {
    return part('ChartLegend', 'visible', 'ExcelApi 1.1', this.#chart as never, 'legend')
  }
  get axes(): ChartAxes {
    return new ChartAxes(this.#chart)
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.#chart)
  }
  setPosition(from: string | Range, to: string | Range): void {
    const [first, last] = [from, to].map((place) =>
      place instanceof Range ? place : rangeAt(this.#model, this.#sheet, place),
    )
    if (!first || !last) throw invalidArgument('Chart.setPosition')
    this.#chart.at = { ...first.box, bottom: last.box.bottom, right: last.box.right }
  }
  delete(): void {
    this.isDeleted = true
    this.#sheet.charts = this.#sheet.charts.filter((one) => one !== this.#chart)
  }
}

const kinds = ['BarClustered', 'ColumnClustered', 'Line', 'LineMarkers']

/** Excel.ChartCollection of a sheet. Charts are kept while the workbook is open, and neither drawn nor saved. */
export class ChartCollection {
  static readonly api: HostApi = {
    name: 'ChartCollection',
    items: true,
    members: {
      count: value('ExcelApi 1.1'),
      add: objectMethod('ExcelApi 1.1'),
      getItemAt: objectMethod('ExcelApi 1.1'),
    },
  }
  readonly #model: ExcelModel
  readonly #sheet: BookSheet
  readonly #known = new Map<BookChart, Chart>()
  constructor(model: ExcelModel, sheet: BookSheet) {
    this.#model = model
    this.#sheet = sheet
  }
  get items(): Chart[] {
    return this.#sheet.charts.map((chart) => {
      const known = this.#known.get(chart) ?? new Chart(this.#model, this.#sheet, chart)
      this.#known.set(chart, known)
      return known
    })
  }
  get count(): number {
    return this.#sheet.charts.length
  }
  getItemAt(at: number): Chart | null {
    return this.items[at] ?? null
  }
  add(kind: string, source: unknown): Chart {
    if (!kinds.includes(kind) || !(source instanceof Range) || source.sheet !== this.#sheet)
      throw invalidArgument('ChartCollection.add')
    this.#sheet.charts.push({
      name: `Chart ${this.#sheet.charts.length + 1}`,
      kind,
      title: '',
      unit: '',
      format: 'General',
      legend: true,
      at: { top: 0, left: 0, bottom: 14, right: 7 },
      series: [{ name: 'Series1', kind, values: source.address, labels: '' }],
    })
    this.#model.looked()
    return this.items.at(-1)!
  }
}
