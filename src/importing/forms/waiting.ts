import { derivedKey } from '../../domain/derivedKey.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { View } from '../../domain/records/view.ts'
import type { WaitingAnswer } from '../../domain/records/waitingAnswer.ts'
import { grouped } from '../../domain/grouped.ts'
import { type Candidate, type Match, matchPupil } from './matchPupil.ts'
import { type Planned, viewKey } from './planForm.ts'

/** The answers of one row of a form that wait together. */
export type WaitingRow = {
  /** Tells it from every other row. */
  readonly id: string
  readonly form: string
  readonly row: string
  readonly submitted: string
  /** `Amira Khan, Oak`, or '' where it doesn’t say. */
  readonly says: string
  /** Whom it matches now: the register may have changed since. */
  readonly match: Match
  readonly answers: readonly Stored<WaitingAnswer>[]
}

/** What waits for a name, row by row, the newest form first; each held against the register as it is now. */
export const waitingRows = (
  waiting: readonly Stored<WaitingAnswer>[],
  pupils: readonly Candidate[],
): WaitingRow[] => {
  const open = waiting.filter(({ archived }) => !archived)
  const rows = grouped(open, ({ form, row, submitted }) => [form, row, submitted].join('\n'))
  return [...rows]
    .map(([id, answers]): WaitingRow => {
      const { form, row, submitted, saysUpn, saysName, saysBorn, saysClass } = answers[0]!
      return {
        id,
        form,
        row,
        submitted: submitted ?? '',
        says: [saysName, saysUpn, saysBorn, saysClass].filter(Boolean).join(', '),
        match: matchPupil(
          {
            upn: saysUpn ?? '',
            name: saysName ?? '',
            forename: '',
            surname: '',
            dateOfBirth: saysBorn ?? '',
            className: saysClass ?? '',
          },
          pupils,
        ),
        answers,
      }
    })
    .toSorted((a, b) =>
      a.submitted < b.submitted ? 1 : a.submitted > b.submitted ? -1 : a.id < b.id ? -1 : 1,
    )
}

/**
 * The views that waiting answers become once somebody says whose they are: the very words, as if matched at once.
 * Two texts for one question, because the answer was changed between two imports, are two views.
 */
export const viewsOfWaiting = (
  answers: readonly Stored<WaitingAnswer>[],
  pupil: string,
  review: string | null,
): Planned[] => {
  const taken = new Set<string>()
  return answers.map(({ form, row, submitted, whose, name, question, words, gathered, language, helper }) => {
    const first = viewKey(pupil, { form, source: row, submitted: submitted ?? '', question: question ?? '' })
    const key = taken.has(first) ? derivedKey(first, words) : first
    taken.add(first)
    return {
      key,
      record: blank(View, {
        pupil,
        review,
        whose,
        name,
        question,
        words,
        gathered,
        how: 'form',
        language,
        helper,
        source: form,
        sourceRow: row,
        submitted,
      }),
    }
  })
}
