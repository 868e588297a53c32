import { beforeAll, expect, test } from 'vitest'
import { chaseAdvice } from '../../src/documents/letters/chaseAdvice.ts'
import { chaseAssessment } from '../../src/documents/letters/chaseAssessment.ts'
import { chaseDecision } from '../../src/documents/letters/chaseDecision.ts'
import { chaseFinalPlan } from '../../src/documents/letters/chaseFinalPlan.ts'
import { chaseNotice } from '../../src/documents/letters/chaseNotice.ts'
import { addresseeOf, authorityOf, sorted } from '../../src/documents/letters/addressees.ts'
import type { LetterBody, LetterKind } from '../../src/documents/letters/letter.ts'
import {
  batchOf,
  letterName,
  mergedLetters,
  type PlainKind,
  singleLetters,
} from '../../src/documents/letters/letters.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { fullName } from '../../src/domain/records/pupil.ts'
import { isFileOf } from '../../src/domain/rules/belongings.ts'
import { circulateBy, decisionBy, finalBy, noticeBy } from '../../src/domain/rules/reviewDates.ts'
import { assessDecisionBy } from '../../src/domain/rules/needsAssessment.ts'
import { gatherReview } from '../../src/ui/gatherReview.ts'
import { generatedRecords } from './generated.ts'
import {
  hasLibreOffice,
  hasValidator,
  type Made,
  notConverted,
  onDisk,
  validatorFindings,
} from './programs.ts'

const today = '2026-11-20'
const schools = [
  ['primary', generatedRecords('primary', 11, today)],
  ['secondary', generatedRecords('secondary', 12, today)],
] as const
const plain: readonly PlainKind[] = ['invitation', 'advice', 'papers', 'report']
const owed = (due: ReturnType<typeof decisionBy>) => ({ due, before: ['2026-11-02', '2026-11-12'] })
const chases: readonly (readonly [LetterKind, LetterBody])[] = [
  ['chaseAdvice', chaseAdvice(owed(circulateBy('2026-11-10')))],
  ['chaseDecision', chaseDecision(owed(decisionBy('2026-09-10')))],
  ['chaseNotice', chaseNotice(owed(noticeBy('2026-09-10')))],
  ['chaseFinal', chaseFinalPlan(owed(finalBy('2026-07-10', '2026-08-01')))],
  [
    'chaseAssessment',
    chaseAssessment({
      ...owed(assessDecisionBy('2026-09-10')),
      step: 'Decision to assess',
      requested: '2026-09-10',
      reference: 'EHC/123',
    }),
  ],
]

type Letter = Made & {
  readonly pupil: string
  readonly text: string
  /** Grown-ups of this review, some of whom have the name of a child of the school. */
  readonly adults: readonly string[]
  readonly kind: string
}
const all: Letter[] = []
const names = new Map<string, string[]>()

beforeAll(async () => {
  for (const [school, { generated, records }] of schools) {
    names.set(
      school,
      generated.Pupil.map(({ record }) => fullName(record as Parameters<typeof fullName>[0])),
    )
    for (const { key } of generated.Review.slice(0, 12)) {
      const file = await gatherReview(records, key, { schoolName: school, today })
      const people = sorted(
        file.contributors.map((one) => addresseeOf(one, file, today)),
        new Set(file.contributors.map((one) => one.key)),
      ).ready
      const batches = [
        ...plain.map((kind) => batchOf(kind, file, people, today)),
        ...chases.map(([kind, body]) => ({
          kind,
          file,
          today,
          letters: [{ to: authorityOf(file, today), body }],
        })),
      ]
      for (const batch of batches) {
        const contents = [mergedLetters(batch), ...singleLetters(batch).map(({ content }) => content)]
        for (const [at, content] of contents.entries()) {
          const name = letterName(batch, at)
          expect(isFileOf(name, [file.review.key]), name).toBe(true)
          expect(name).not.toContain(file.pupil.surname)
          all.push({
            name: `${school} ${name}`,
            bytes: docxOf(content),
            pupil: fullName(file.pupil),
            adults: [...file.contributors, ...file.contacts].map((one) => one.name),
            kind: `${school} ${batch.kind} ${at === 0 ? 'together' : 'each'}`,
            text: paragraphsOf(content)
              .map(({ text }) => text)
              .join('\n'),
          })
        }
      }
    }
  }
}, 240_000)

test('our own checker finds nothing in any letter, in files of one and of many', () => {
  expect(all.length).toBeGreaterThan(400)
  expect(all.flatMap(({ name, bytes }) => lintDocx(bytes).map((fault) => `${name}: ${fault}`))).toEqual([])
}, 240_000)

test('a letter says whose it is and never the name of another child', () => {
  for (const { name, text, pupil, adults } of all) {
    const others = names
      .get(name.split(' ')[0]!)!
      .filter((one) => one !== pupil && !adults.includes(one) && text.includes(one))
    expect(others, name).toEqual([])
    expect(text).not.toMatch(/undefined|null|NaN|\[object/)
  }
})

/** One of each kind and shape of the secondary school, where letters go to young people too. */
const some = () =>
  all.filter(
    ({ kind }, at) => kind.startsWith('secondary') && all.findIndex((one) => one.kind === kind) === at,
  )
test.runIf(hasValidator)(
  'Microsoft’s validator finds nothing in letters of every kind',
  async () => {
    expect(await validatorFindings(onDisk(some()))).toEqual([])
  },
  240_000,
)
test.runIf(hasLibreOffice)(
  'LibreOffice opens letters of every kind',
  () => {
    expect(notConverted(onDisk(some()))).toEqual([])
  },
  240_000,
)
