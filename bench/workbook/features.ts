import { strFromU8, unzipSync } from 'fflate'

export type Features = {
  readonly table: boolean
  readonly list: boolean
  readonly conditionalFormats: number
  /** Of the cells below the headings, how many have a fill, a rule or an alignment; in per cent. */
  readonly styled: number
}

/** What a writer really put into a small file: read from its XML, not from what its makers say. */
export const featuresOf = (file: Uint8Array): Features => {
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  const partOf = (name: RegExp) => parts.find(([path]) => name.test(path))?.[1] ?? ''
  const sheet = partOf(/worksheets\/sheet\d*\.xml$/)
  const looks = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(partOf(/styles\.xml$/))?.[1] ?? ''
  const shown = [...looks.matchAll(/<xf\b([^>]*?)(\/>|>)/g)].map(
    ([, attributes = '', end]) => end === '>' || /(fillId|borderId)="[1-9]/.test(attributes),
  )
  const cells = [...sheet.matchAll(/<c r="[A-Z]+(\d+)"([^>]*)/g)].filter(([, row]) => Number(row) > 1)
  const styled = cells.filter(([, , rest = '']) => shown[Number(/ s="(\d+)"/.exec(rest)?.[1] ?? 0)])
  return {
    table: partOf(/tables\/table\d*\.xml$/).includes('<tableColumn'),
    list: sheet.includes('<dataValidation '),
    conditionalFormats: sheet.split('<cfRule').length - 1,
    styled: Math.round((100 * styled.length) / cells.length),
  }
}
