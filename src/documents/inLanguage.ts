import { type Day, showDay } from '../domain/rules/day.ts'
import { saidIn } from '../words/spoken.ts'
import { inWords, t } from '../words/t.ts'
import { isRightToLeft, languageOfTranslation, type Translation } from '../words/translation.ts'
import type { Block, DocumentContent, Run } from './blocks.ts'
import { paragraphsOf } from './paragraphs.ts'

/** Makes a paper in some language; English where nothing is chosen. */
export type Say = (make: () => DocumentContent) => DocumentContent

/** What is bound reads back in English: in another language it is text, and the record stays as it is. */
const plainRun = (run: Run): Run => ('bound' in run ? { text: run.bound.text || run.bound.placeholder } : run)
const unbound = (block: Block): Block => {
  if (block.is === 'paragraph') return { ...block, runs: block.runs.map(plainRun) }
  if (block.is === 'list') return { ...block, items: block.items.map((runs) => runs.map(plainRun)) }
  if (block.is !== 'table') return block
  return {
    ...block,
    rows: block.rows.map((cells) => cells.map((cell) => ({ ...cell, runs: cell.runs.map(plainRun) }))),
  }
}

const statement = ({ name, by, on }: Translation, missing: number): string =>
  [
    t`The fixed words of this paper were translated into ${inWords(name)} for the school by ${by} on ${showDay(on as Day)}. What people wrote, names and dates stand as they were recorded.`,
    ...(missing === 0 ? [] : [t`Sayings that are not translated and stand in English: ${missing}.`]),
  ].join(' ')

/** Whether a line has all that a saying says around what differs: much is asked for that does not come onto the paper. */
const saysAll = (line: string, english: string): boolean => {
  const pieces = english.split(/\{\d+\}/).filter((piece) => /\p{L}/u.test(piece))
  return pieces.length > 0 && pieces.every((piece) => line.includes(piece))
}

const note = (words: string): Block => ({ is: 'paragraph', tone: 'note', runs: [{ text: words }] })

/**
 * A paper with its fixed words as the school translated them. It says so at its end, in English and in that language,
 * and how many sayings are not translated; each letter of several says it at its own end.
 */
export const inLanguage =
  (translation: Translation | null): Say =>
  (make) => {
    if (!translation) return make()
    const missed = new Set<string>()
    const language = languageOfTranslation(translation, missed)
    const content = saidIn(language, make)
    const lines = paragraphsOf(content).map(({ text }) => text)
    const missing = [...missed].filter((english) => lines.some((line) => saysAll(line, english))).length
    const english = statement(translation, missing)
    const other = saidIn(language, () => statement(translation, missing))
    const end = [...(other === english ? [] : [note(other)]), note(english)]
    return {
      ...content,
      language: translation.tag,
      ...(isRightToLeft(translation.tag) ? { rightToLeft: true as const } : {}),
      blocks: [
        ...content.blocks.flatMap((block) =>
          block.is === 'pageBreak' && block.ends === 'section' ? [...end, block] : [unbound(block)],
        ),
        ...end,
      ],
    }
  }
