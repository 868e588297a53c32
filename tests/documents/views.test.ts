import { expect, test } from 'vitest'
import { View } from '../../src/domain/records/view.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { emptyFile, keyNumbered, pupilKey, reviewKey, stored } from './madeUpReview.ts'

const words = [
  'i dont like it wen the bell goes\n\nit is to LOUD!!  and "they" <shout> & run',
  '  Nie lubię dzwonka. Chcę więcej piłki nożnej ⚽',
  'We said in March he’d need a laptop.\n\n- it never came\n- nobody rang',
]
const said = (text: string, whose: 'child' | 'parent' | 'other', n: number, more = {}) =>
  stored(
    View,
    {
      pupil: pupilKey,
      review: reviewKey,
      whose,
      words: text,
      gathered: '2026-03-10',
      how: 'meeting',
      ...more,
    },
    keyNumbered(500 + n),
  )
const file = {
  ...emptyFile(),
  views: [
    said(words[0]!, 'child', 1, { question: 'What is hard at school?' }),
    said(words[1]!, 'child', 2, { language: 'Polish', helper: 'Ana Kos' }),
    said(words[2]!, 'parent', 3, { name: 'Grace Khan', relationship: 'Mother' }),
    said('The hearing test is booked.', 'other', 4, { name: 'Dr Abara', topic: 'Health and social care' }),
  ],
}

test('what people said stands in the minutes exactly as it is stored, with who said it and how', () => {
  const content = reviewMinutes(file, '2026-03-11')
  const texts = paragraphsOf(content).map(({ text }) => text)
  for (const { words: exact } of file.views) expect(texts).toContain(exact)
  expect(texts).toContain('At the meeting, 10 Mar 2026, in Polish, helped by Ana Kos')
  expect(texts).toContain('Amira, on “What is hard at school?”:')
  expect(texts).toContain('Grace Khan (Mother):')
})

test('the child’s words stand under the child’s views, a parent’s under the parents’, others’ apart', () => {
  const headings: string[] = []
  const under = new Map<string, string>()
  for (const { is, text } of paragraphsOf(reviewMinutes(file, '2026-03-11'))) {
    if (is === 'heading') headings.push(text)
    under.set(text, headings.at(-1) ?? '')
  }
  expect(file.views.map((view) => under.get(view.words))).toEqual([
    'What Amira said, word for word',
    'What Amira said, word for word',
    'What we said, word for word',
    'What others said',
  ])
})

test('words survive the Word file: read back, nothing differs; reworded in Word, the person is asked', () => {
  const content = reviewMinutes(file, '2026-03-11')
  const document = readDocx(docxOf(content))
  const same = readBack(file, document, '2026-03-11')
  expect(same).toMatchObject({ differences: [] })
  const tag = `vw.${file.views[2]!.key}.words`
  const reworded = {
    ...document,
    controls: document.controls.map((control) =>
      control.tag === tag ? { ...control, text: 'A laptop was promised.' } : control,
    ),
  }
  const found = readBack(file, reworded, '2026-03-11')
  expect(found).toMatchObject({
    differences: [{ tag, document: 'A laptop was promised.', called: 'Grace Khan' }],
  })
})

test('minutes without anything said have no empty headings for it', () => {
  const texts = paragraphsOf(reviewMinutes(emptyFile(), '2026-03-11')).map(({ text }) => text)
  expect(texts.filter((text) => /word for word|What others said/.test(text))).toEqual([])
})
