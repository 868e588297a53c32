import { fileMark } from '../domain/rules/belongings.ts'
import { type Stored } from '../domain/record.ts'
import { calledName, type Pupil } from '../domain/records/pupil.ts'
import type { Day } from '../domain/rules/day.ts'
import { type Asked, type QuestionPage, sheetWords } from '../domain/rules/questions.ts'
import type { Block, DocumentContent } from './blocks.ts'
import { faces, questionDrawings } from './drawings.ts'
import { initialsOf } from './minutesName.ts'

/** A page of questions for one pupil or the parents. */
export type QuestionsPage = {
  readonly page: QuestionPage
  readonly questions: readonly Asked[]
  readonly pupil: Stored<Pupil>
  readonly schoolName: string
  readonly today: Day
}

const large = (page: QuestionPage): { large?: true } => (page === 'pictures' ? { large: true } : {})

const asked = (page: QuestionPage, { text, symbol, answer }: Asked): Block[] => [
  { is: 'ask', text, drawing: symbol && questionDrawings[symbol], ...large(page) },
  answer === 'faces'
    ? { is: 'pictures', drawings: faces, inset: symbol !== null }
    : { is: 'room', as: answer, inset: symbol !== null },
]

/**
 * A page of questions as a Word document to be changed and printed: the same questions and pictures as on the screen,
 * each picture with words for a screen reader. Holds what the pupil is called and no answer.
 */
export const questionsPage = ({
  page,
  questions,
  pupil,
  schoolName,
  today,
}: QuestionsPage): DocumentContent => {
  const words = sheetWords(page, calledName(pupil))
  return {
    // As with minutes: no whole name where folders and searches show it.
    title: `Questions: ${initialsOf(pupil)}`,
    subject: 'What a child or a parent thinks',
    author: schoolName,
    language: 'en-GB',
    footer: schoolName,
    blocks: [
      { is: 'title', text: words.title },
      { is: 'ask', text: words.name, drawing: null, ...large(page) },
      ...questions.flatMap((question) => asked(page, question)),
      { is: 'ask', text: words.foot, drawing: null, ...large(page) },
      { is: 'room', as: 'lines', inset: false },
    ],
    identity: { kind: 'questions', keys: { pupil: pupil.key }, made: today },
  }
}

/** `MK 2026-03-10 questions 9J2K4F.docx`. */
export const questionsName = ({ pupil, today }: Pick<QuestionsPage, 'pupil' | 'today'>): string =>
  `${initialsOf(pupil)} ${today} questions ${fileMark(pupil.key)}.docx`
