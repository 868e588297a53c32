import { numberingXml, settingsXml } from '../word/parts.ts'
import { stylesXml, usualPoints } from '../word/styles.ts'
import type { Design } from './design.ts'
import { ourPage } from './pageSetup.ts'

/** Ours, where the school has no template and no logo. */
export const plainDesign: Design = {
  styleIds: {},
  styles: stylesXml,
  points: usualPoints,
  numbering: numberingXml,
  bullets: null,
  settings: settingsXml,
  page: ourPage,
  headers: [],
  footers: [],
  firstPageDiffers: false,
  beside: [],
  pictures: [],
  says: { name: false, ways: false },
}
