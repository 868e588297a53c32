import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { faces, questionDrawings } from '../../src/documents/drawings.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { questionsName, questionsPage } from '../../src/documents/questionsPage.ts'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { questionPages } from '../../src/domain/records/question.ts'
import { type Asked, type QuestionPage, usualQuestions } from '../../src/domain/rules/questions.ts'
import { hasValidator, onDisk, validatorFindings } from '../validity/programs.ts'
import { stored } from './madeUpReview.ts'

const today = '2026-11-20'
const pupil = stored(Pupil, {
  surname: 'Khan',
  forename: 'Amira',
  preferredForename: 'Ami',
  dateOfBirth: '2017-05-12',
  status: 'E',
})
const pages = Object.keys(questionPages) as QuestionPage[]
const every: readonly Asked[] = Object.keys(questionDrawings).map((symbol, at) => ({
  text: `Question <${at}> & "more"`,
  symbol: symbol as keyof typeof questionDrawings,
  answer: (['lines', 'box', 'faces'] as const)[at % 3]!,
}))
const contentOf = (page: QuestionPage, questions = usualQuestions[page]) =>
  questionsPage({ page, questions, pupil, schoolName: 'Oakfield Primary School', today })
const partsOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)

test('each page of questions is a well-made document with every question in order, and a picture has words', async () => {
  const files = pages.map((page) => ({ name: `${page}.docx`, bytes: docxOf(contentOf(page)) }))
  files.push({ name: 'every.docx', bytes: docxOf(contentOf('pictures', every)) })
  for (const { name, bytes } of files) expect(lintDocx(bytes), name).toEqual([])
  const said = readParagraphs(partsOf(files.at(-1)!.bytes)).map(({ text }) => text.trim())
  expect(said.filter((text) => text.startsWith('Question '))).toEqual(every.map(({ text }) => text))
  for (const { alt } of [...Object.values(questionDrawings), ...faces])
    expect(partsOf(files.at(-1)!.bytes)).toContain(`descr="${alt}"`)
  if (hasValidator) expect(await validatorFindings(onDisk(files))).toEqual([])
})

test('a drawing without words, or two of one number, are faults', () => {
  const content = contentOf('pictures')
  const spoilt = content.blocks.map((block) =>
    block.is === 'ask' && block.drawing ? { ...block, drawing: { ...block.drawing, alt: '' } } : block,
  )
  expect(lintDocx(docxOf({ ...content, blocks: spoilt })).join()).toMatch(/no alternative text/)
})

test('what the guard looks through is all that the page says, and only the first name is in it', () => {
  const said = paragraphsOf(contentOf('child')).map(({ text }) => text)
  for (const { text } of usualQuestions.child) expect(said).toContain(text)
  expect(said).toContain('My name: Ami')
  expect(said.join('\n')).not.toMatch(/Khan/)
  expect(questionsName({ pupil, today })).toBe(`AK 2026-11-20 questions ${pupil.key.slice(-6)}.docx`)
})
