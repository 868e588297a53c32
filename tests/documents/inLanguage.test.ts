import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { paperWords } from '../../src/cli/wordList.ts'
import type { Block, DocumentContent } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { inLanguage } from '../../src/documents/inLanguage.ts'
import { addresseeOf } from '../../src/documents/letters/addressees.ts'
import { batchOf, mergedLetters, type PlainKind } from '../../src/documents/letters/letters.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { pseudoWords } from '../../src/words/pseudo.ts'
import type { Translation } from '../../src/words/translation.ts'
import { everyPaper } from './everyPaper.ts'
import { fullFile } from './madeUpReview.ts'

const polish: Translation = {
  tag: 'pl',
  name: 'Polish',
  by: 'Anna Nowak',
  on: '2026-11-20',
  words: {
    'Yours sincerely': 'Z poważaniem',
    'Dear {0}': 'Szanowna Pani / Szanowny Panie {0}',
    Invitation: 'Zaproszenie',
    February: 'lutego',
    Date: 'Data',
    'The fixed words of this paper were translated into {0} for the school by {1} on {2}. What people wrote, names and dates stand as they were recorded.':
      'Stałe słowa przetłumaczył(a) {1} ({0}), {2}.',
  },
}
const whole = (tag: string): Translation => ({
  ...polish,
  tag,
  words: Object.fromEntries(Object.keys(paperWords()).map((english) => [english, pseudoWords(english)])),
})
const file = fullFile({}, { meetingDate: '2026-03-10' })
const letter = (kind: PlainKind = 'invitation'): DocumentContent =>
  mergedLetters(
    batchOf(
      kind,
      file,
      file.contributors
        .filter(({ role }) => role === 'parent')
        .map((one) => addresseeOf(one, file, '2026-02-10')),
      '2026-02-10',
    ),
  )
const said = (content: DocumentContent) =>
  paragraphsOf(content)
    .map(({ text }) => text)
    .join('\n')
const partOf = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!)
const headings = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.is === 'heading' ? [block.text] : block.is === 'table' ? block.head.filter(Boolean) : [],
  )

describe('a paper in the school’s own translation', () => {
  it('says what is translated, the rest in English, and that it was translated, in both languages', () => {
    const made = inLanguage(polish)(letter)
    expect(said(made)).toContain('Z poważaniem')
    expect(said(made)).toContain('10 lutego 2026')
    expect(said(made)).toMatch(/Szanowna Pani \/ Szanowny Panie \S/)
    expect(said(made)).toContain('If anything is unclear, please ask')
    expect(said(made)).toContain('Stałe słowa przetłumaczył(a) Anna Nowak (Polish), 20 lis 2026.')
    expect(said(made)).toMatch(/translated into Polish for the school by Anna Nowak on 20 Nov 2026\./)
    expect(said(made)).toMatch(/Sayings that are not translated and stand in English: \d+\./)
    expect(made.title).toMatch(/^Zaproszenie: /)
  })

  it('is as ever where no language is chosen, and after one was', () => {
    const before = letter()
    expect(inLanguage(null)(letter)).toEqual(before)
    inLanguage(polish)(letter)
    expect(letter()).toEqual(before)
  })

  it('is text: nothing in it reads back as English would', () => {
    expect(JSON.stringify(letter())).toContain('"bound"')
    expect(JSON.stringify(inLanguage(polish)(letter))).not.toContain('"bound"')
  })

  it('can be translated whole: every fixed word of a family’s papers is in the list', () => {
    const kinds = ['profile', 'supportPlan', 'reviewSummary', 'yearSummary']
    const papers = everyPaper().flatMap(([name, made], at) =>
      kinds.includes(made.identity.kind) ? [{ name, content: () => everyPaper()[at]![1] }] : [],
    )
    expect(papers.length).toBeGreaterThan(3)
    const letters = (['invitation', 'papers', 'report'] as const).map((kind) => ({
      name: kind,
      content: () => letter(kind),
    }))
    for (const { name, content } of [...papers, ...letters]) {
      const made = inLanguage(whole('cy'))(content)
      expect(said(made), name).not.toContain('not translated and stand')

      expect(
        headings(made.blocks).filter((words) => !words.includes('~')),
        name,
      ).toEqual([])
    }
  })

  it('has its language and direction in Word, and is sound there', () => {
    const bytes = docxOf(inLanguage(polish)(letter))
    expect(partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="pl-PL"')
    expect(partOf(bytes, 'docProps/core.xml')).toContain('<dc:language>pl</dc:language>')
    expect(partOf(bytes, 'word/document.xml')).not.toContain('<w:bidi/>')
    expect(lintDocx(bytes)).toEqual([])
    const urdu = docxOf(inLanguage(whole('ur'))(letter))
    expect(partOf(urdu, 'word/styles.xml')).toContain(
      '<w:rtl/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ur-PK"/>',
    )
    const body = partOf(urdu, 'word/document.xml')
    expect(body.match(/<w:bidi\/>/g)!.length).toBe(body.match(/<w:p>/g)!.length + 1)
    expect(body).toContain('<w:bidiVisual/>')
    expect(lintDocx(urdu)).toEqual([])
  })
})
