import { inWords, t } from '../../words/t.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { fileMark } from '../../domain/rules/belongings.ts'
import { setting } from '../../domain/rules/settings.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { initialsOf } from '../minutesName.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { adviceRequest } from './adviceRequest.ts'
import { circulationCover } from './circulationCover.ts'
import { wholeLetter } from './envelope.ts'
import { invitation } from './invitation.ts'
import { type Addressee, type LetterBody, type LetterKind, letterKinds } from './letter.ts'
import { reportCover } from './reportCover.ts'

/** One letter to one person. */
export type LetterTo = { readonly to: Addressee; readonly body: LetterBody }
/** Letters that go together: of one kind, about one pupil. */
export type Batch = {
  readonly kind: LetterKind
  readonly file: ReviewFile
  readonly today: Day
  readonly letters: readonly LetterTo[]
  /** What the letters are of, where that is no review: its name in the file's own part, and its key. */
  readonly of?: { readonly name: string; readonly key: string }
}

const plainBodies = {
  invitation,
  advice: adviceRequest,
  papers: circulationCover,
  report: reportCover,
} as const
export type PlainKind = keyof typeof plainBodies

/** The same kind of letter to several people. */
export const batchOf = (
  kind: PlainKind,
  file: ReviewFile,
  people: readonly Addressee[],
  today: Day,
): Batch => ({ kind, file, today, letters: people.map((to) => ({ to, body: plainBodies[kind] })) })

const contentOf = (batch: Batch, blocks: readonly Block[], subject: string): DocumentContent => {
  const { kind, file, today } = batch
  return {
    // As with minutes: the whole name stays inside the file.
    title: `${inWords(letterKinds[kind])}: ${initialsOf(file.pupil)}, ${showDay(today)}`,
    subject,
    author: file.school?.name ?? file.schoolName,
    language: 'en-GB',
    footer: `${file.school?.name ?? file.schoolName} · ${inWords(letterKinds[kind])}\n${setting(file.school ?? undefined, 'confidentialityLine')}`,
    blocks,
    identity: {
      kind: 'letter',
      keys: {
        pupil: file.pupil.key,
        ...(batch.of ? { [batch.of.name]: batch.of.key } : { review: file.review.key }),
      },
      made: today,
    },
  }
}

/** A letter for each person in one document: each begins on a page of its own with its own page numbers. */
export const mergedLetters = (batch: Batch): DocumentContent => {
  const { file, today, letters } = batch
  const all = letters.map(({ to, body }) =>
    wholeLetter(body, { file, to, today, bound: letters.length === 1 }),
  )
  const blocks = all.flatMap(({ blocks: one }, at): Block[] =>
    at === 0 ? one : [{ is: 'pageBreak', ends: 'section' }, ...one],
  )
  return contentOf(batch, blocks, inWords(letterKinds[batch.kind]))
}

/** A document for each person. */
export const singleLetters = (batch: Batch): { to: Addressee; content: DocumentContent }[] =>
  batch.letters.map((letter) => ({
    to: letter.to,
    content: mergedLetters({ ...batch, letters: [letter] }),
  }))

/** `MK 2026-03-10 invitation 9J2K4F 2.docx`: initials, day and kind; who it is to is never in a file's name. */
export const letterName = (batch: Batch, at: number | null): string =>
  `${[
    initialsOf(batch.file.pupil),
    batch.today,
    names[batch.kind],
    fileMark(batch.of?.key ?? batch.file.review.key),
    at === null ? null : String(at + 1),
  ]
    .filter((part) => part !== null)
    .join(' ')}.docx`

const names: Record<LetterKind, string> = {
  invitation: 'invitation',
  advice: t`request for advice`,
  papers: 'papers',
  report: t`report cover`,
  chaseAdvice: t`reminder of advice`,
  chaseDecision: t`reminder of decision`,
  chaseNotice: t`reminder of changes`,
  chaseFinal: t`reminder of final plan`,
  chaseAssessment: t`reminder of assessment`,
  supportNotice: t`notice of SEN support`,
  concernDecision: t`decision on a concern`,
}
