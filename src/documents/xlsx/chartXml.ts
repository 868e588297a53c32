import { absolute, type Area, type Chart, plain, quotedSheet, type Series, type Sheet } from './model.ts'
import { formats } from './styles.ts'
import { cellText, declaration, element, relationships, xml } from './xml.ts'

const chartNs = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
const drawingNs = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const placeNs = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing'

/** Told apart in grey too: dark, pale, mid, each with its own name in the legend. */
const colours = ['1F3864', '9DB4D6', '5B7FB5', 'C9A227', '7A7A7A', 'B04A3A'] as const
const lineColour = '8E1B1B'
const ink = '1F2937'

const val = (name: string, value: string | number | boolean) => element(name, { val: value })
const solid = (rgb: string) => `<a:solidFill><a:srgbClr val="${rgb}"/></a:solidFill>`
const words = (text: string, size: number, bold: boolean) =>
  `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${Number(bold)}">${solid(ink)}</a:defRPr></a:pPr>` +
  `<a:r><a:rPr lang="en-GB" sz="${size}" b="${Number(bold)}">${solid(ink)}</a:rPr><a:t>${xml(text)}</a:t></a:r></a:p></c:rich></c:tx>`
const titleXml = (text: string, size: number, bold: boolean) =>
  `<c:title>${words(text, size, bold)}<c:overlay val="0"/></c:title>`

const cellsOf = (sheet: Sheet, { row, column, rows, columns }: Area) =>
  Array.from({ length: rows * columns }, (_, at) =>
    plain(sheet.rows[row + Math.floor(at / columns)]?.cells[column + (at % columns)] ?? null),
  )

const pointsXml = (values: readonly unknown[]) =>
  val('c:ptCount', values.length) +
  values
    .map((value, at) =>
      value === null || value === '' ? '' : `<c:pt idx="${at}"><c:v>${cellText(String(value))}</c:v></c:pt>`,
    )
    .join('')
const refXml = (sheet: Sheet, area: Area) =>
  `<c:f>${xml(`${quotedSheet(sheet.name)}!${absolute(area)}`)}</c:f>`

const seriesXml = (chart: Chart, sheet: Sheet, series: Series, at: number): string => {
  const asLine = series.line === true || chart.kind === 'line'
  const colour = series.line ? lineColour : colours[at % colours.length]!
  const values = cellsOf(sheet, series.values).map((value) => (typeof value === 'number' ? value : null))
  return element(
    'c:ser',
    {},
    val('c:idx', at) +
      val('c:order', at) +
      `<c:tx><c:v>${xml(series.name)}</c:v></c:tx>` +
      (asLine
        ? `<c:spPr><a:ln w="28575" cap="rnd">${solid(colour)}${series.line ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln></c:spPr>` +
          (series.line
            ? '<c:marker><c:symbol val="none"/></c:marker>'
            : `<c:marker><c:symbol val="${['circle', 'square', 'diamond', 'triangle'][at % 4]}"/><c:size val="7"/></c:marker>`)
        : `<c:spPr>${solid(colour)}</c:spPr><c:invertIfNegative val="0"/>`) +
      `<c:cat><c:strRef>${refXml(sheet, chart.labels)}<c:strCache>${pointsXml(cellsOf(sheet, chart.labels))}</c:strCache></c:strRef></c:cat>` +
      `<c:val><c:numRef>${refXml(sheet, series.values)}<c:numCache><c:formatCode>${xml(formats[chart.format])}</c:formatCode>${pointsXml(values)}</c:numCache></c:numRef></c:val>` +
      (asLine ? val('c:smooth', false) : ''),
  )
}

const axes = val('c:axId', 111111111) + val('c:axId', 222222222)
const textSize = (size: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${solid(ink)}</a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

const axisXml = (chart: Chart): string => {
  const lying = chart.kind === 'bar'
  return (
    element(
      'c:catAx',
      {},
      val('c:axId', 111111111) +
        // Lying bars are read from the top, as their table is.
        `<c:scaling>${val('c:orientation', lying ? 'maxMin' : 'minMax')}</c:scaling>` +
        val('c:delete', false) +
        val('c:axPos', lying ? 'l' : 'b') +
        '<c:numFmt formatCode="General" sourceLinked="0"/>' +
        val('c:majorTickMark', 'none') +
        val('c:minorTickMark', 'none') +
        val('c:tickLblPos', 'low') +
        textSize(900) +
        val('c:crossAx', 222222222) +
        val('c:crosses', 'autoZero') +
        val('c:auto', true) +
        val('c:lblAlgn', 'ctr') +
        val('c:lblOffset', 100) +
        val('c:noMultiLvlLbl', false),
    ) +
    element(
      'c:valAx',
      {},
      val('c:axId', 222222222) +
        `<c:scaling>${val('c:orientation', 'minMax')}</c:scaling>` +
        val('c:delete', false) +
        val('c:axPos', lying ? 'b' : 'l') +
        `<c:majorGridlines><c:spPr><a:ln w="6350">${solid('D9D9D9')}</a:ln></c:spPr></c:majorGridlines>` +
        titleXml(chart.unit, 900, false) +
        `<c:numFmt formatCode="${xml(chart.format === 'money' ? '"£"#,##0' : formats[chart.format])}" sourceLinked="0"/>` +
        val('c:majorTickMark', 'none') +
        val('c:minorTickMark', 'none') +
        val('c:tickLblPos', 'nextTo') +
        textSize(900) +
        val('c:crossAx', 111111111) +
        val('c:crosses', lying ? 'max' : 'autoZero') +
        val('c:crossBetween', 'between'),
    )
  )
}

/** `charts/chartN.xml`: bars, lines, or bars with a line across. Source: ECMA-376 part 1, 21.2. */
export const chartXml = (chart: Chart, sheet: Sheet): string => {
  const numbered = chart.series.map((series, at) => ({ series, at }))
  const lines = numbered.filter(({ series }) => series.line === true || chart.kind === 'line')
  const bars = numbered.filter((one) => !lines.includes(one))
  const all = (some: typeof numbered) =>
    some.map(({ series, at }) => seriesXml(chart, sheet, series, at)).join('')
  const plot =
    (bars.length > 0
      ? element(
          'c:barChart',
          {},
          val('c:barDir', chart.kind === 'bar' ? 'bar' : 'col') +
            val('c:grouping', 'clustered') +
            val('c:varyColors', false) +
            all(bars) +
            val('c:gapWidth', 60) +
            axes,
        )
      : '') +
    (lines.length > 0
      ? element(
          'c:lineChart',
          {},
          val('c:grouping', 'standard') +
            val('c:varyColors', false) +
            all(lines) +
            val('c:marker', true) +
            axes,
        )
      : '')
  return (
    declaration +
    element(
      'c:chartSpace',
      { 'xmlns:c': chartNs, 'xmlns:a': drawingNs, 'xmlns:r': relationships },
      val('c:date1904', false) +
        val('c:lang', 'en-GB') +
        val('c:roundedCorners', false) +
        element(
          'c:chart',
          {},
          titleXml(chart.title, 1200, true) +
            val('c:autoTitleDeleted', false) +
            `<c:plotArea><c:layout/>${plot}${axisXml(chart)}</c:plotArea>` +
            (chart.series.length > 1
              ? `<c:legend>${val('c:legendPos', 'b')}${val('c:overlay', false)}</c:legend>`
              : '') +
            val('c:plotVisOnly', true) +
            val('c:dispBlanksAs', 'gap'),
        ) +
        `<c:spPr>${solid('FFFFFF')}<a:ln w="6350">${solid('BFBFBF')}</a:ln></c:spPr>`,
    )
  )
}

/** `drawings/drawingN.xml`: where each chart lies, its name and its alternative text. Charts are rId1, rId2, …. */
export const drawingXml = (charts: readonly Chart[]): string => {
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`
  const frame = ({ at, title, about }: Chart, index: number) =>
    `<xdr:twoCellAnchor editAs="oneCell">${corner('from', at.column, at.row)}${corner('to', at.column + at.columns, at.row + at.rows)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${element('xdr:cNvPr', { id: index + 2, name: `Chart ${index + 1}: ${title}`, descr: about })}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${chartNs}"><c:chart xmlns:c="${chartNs}" xmlns:r="${relationships}" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  return (
    declaration +
    element('xdr:wsDr', { 'xmlns:xdr': placeNs, 'xmlns:a': drawingNs }, charts.map(frame).join(''))
  )
}
