import { expect, test } from 'vitest'
import { exampleDocument } from '../../src/documents/design/example.ts'
import type { Design } from '../../src/documents/design/design.ts'
import { designFromLogo } from '../../src/documents/design/fromLogo.ts'
import { designFromTemplate } from '../../src/documents/design/fromTemplate.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { addresseeOf } from '../../src/documents/letters/addressees.ts'
import { batchOf, mergedLetters } from '../../src/documents/letters/letters.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import {
  offerOnPaper,
  acknowledgementOnPaper,
  familyLettersOnPaper,
  servicesOnPaper,
} from '../documents/everyPaper.ts'
import { leadingOnPaper } from '../documents/leadingOnPaper.ts'
import { fullFile } from '../documents/madeUpReview.ts'
import { german, letterhead, png, strict } from '../documents/templates.ts'
import {
  hasLibreOffice,
  hasValidator,
  type Made,
  notConverted,
  onDisk,
  validatorFindings,
} from './programs.ts'

const today = '2026-03-10'
const school = 'Oakfield Primary School'
const design = (read: { readonly design: Design } | { readonly complaint: string }): Design => {
  if ('complaint' in read) throw new Error(read.complaint)
  return read.design
}
const looks: readonly (readonly [string, Design])[] = [
  ['letterhead', design(designFromTemplate(letterhead(), school))],
  ['german', design(designFromTemplate(german(), school))],
  ['strict', design(designFromTemplate(strict(), school))],
  ['logo', design(designFromLogo(png(600, 200), school))],
]
const file = fullFile({ yearGroup: '9' }, { type: 'phaseTransfer' })
const people = file.contributors.slice(0, 3).map((one) => addresseeOf(one, file, today))
const contents = [
  ['minutes', reviewMinutes(file, today)],
  ['letters', mergedLetters(batchOf('invitation', file, people, today))],
  ['offer', offerOnPaper()],
  ['services', servicesOnPaper()],
  ...leadingOnPaper(),
  ['letters to families', familyLettersOnPaper()],
  ['an acknowledgement of a complaint', acknowledgementOnPaper()],
  ['example', exampleDocument(school, 'Confidential: about nobody', today)],
] as const
const all: Made[] = looks.flatMap(([look, made]) =>
  contents.map(([name, content]) => ({ name: `${look}-${name}.docx`, bytes: docxOf(content, made) })),
)

test('our own checker finds nothing in documents in the look of a school', () => {
  expect(all.flatMap(({ name, bytes }) => lintDocx(bytes).map((fault) => `${name}: ${fault}`))).toEqual([])
})

test.runIf(hasValidator)(
  'Microsoft’s validator finds nothing in documents in the look of a school',
  async () => {
    expect(await validatorFindings(onDisk(all))).toEqual([])
  },
  240_000,
)

test.runIf(hasLibreOffice)(
  'LibreOffice opens documents in the look of a school',
  () => {
    expect(notConverted(onDisk(all))).toEqual([])
  },
  240_000,
)
