import { t } from '../../words/t.ts'
import { counted } from '../../domain/counted.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { letterAround, type LetterHead } from './envelope.ts'
import { fullDay, type Addressee } from './letter.ts'
import { lawNote, list, paragraph, text } from './parts.ts'

/** One thing that a list says otherwise than our records, for whoever keeps that list. */
export type ListDifference = {
  readonly name: string
  readonly dateOfBirth: Day | null
  /** Where the child stands in their list; null for one who is not on it, whom then the UPN tells. */
  readonly place: string | null
  readonly upn: string | null
  readonly label: string
  /** What their list says and what our records say; '' where there is nothing to say. */
  readonly theirs: string
  readonly ours: string
  /** What is asked for, a sentence without its full stop. */
  readonly ask: string
}

export type ListLetter = Omit<LetterHead, 'to'> & {
  readonly whose: 'authority' | 'mis'
  /** The authority's name; null where nobody knows it. */
  readonly authority: string | null
  readonly differences: readonly ListDifference[]
}

const nobody = {
  key: null,
  contact: null,
  statutory: false,
  address: null,
  email: null,
  language: null,
  restriction: null,
} as const

const words = {
  authority: {
    kind: 'Differences in a list of EHC plans',
    subject: 'Your list of children with EHC plans, and our records',
    compared: 'your list of children and young people with EHC plans at our school',
    theirs: 'Your list',
    asked: 'Please put right what is wrong in your list, or tell us where our records are.',
  },
  mis: {
    kind: 'Differences in the MIS',
    subject: 'Pupils in the MIS, and the SENCO’s records',
    compared: 'an export of pupils from the MIS',
    theirs: 'MIS',
    asked: 'Please put right what is wrong in the MIS, or tell me where the SENCO’s records are.',
  },
} as const

const toOf = ({ whose, authority }: ListLetter): Addressee =>
  whose === 'authority'
    ? { ...nobody, name: t`The SEND team`, role: '', as: 'professional', organisation: authority }
    : {
        ...nobody,
        name: t`The data manager`,
        role: t`The data manager`,
        as: 'professional',
        organisation: null,
      }

const tableOf = ({ whose, differences }: ListLetter): Block => ({
  is: 'table',
  summary: t`What differs, child by child: what your list says, what our records say, and what is asked`,
  head: [t`Child`, t`What differs`, words[whose].theirs, t`Our records`, t`Please`],
  widths: [24, 15, 18, 18, 25],
  rowHeadings: true,
  rows: differences.map(({ name, dateOfBirth, place, upn, label, theirs, ours, ask }) =>
    [
      [
        name,
        dateOfBirth && t`born ${showDay(dateOfBirth)}`,
        place ? t`row ${place} of your list` : upn && t`UPN ${upn}`,
      ]
        .filter(Boolean)
        .join('\n'),
      label,
      theirs || 'nothing',
      ours || 'nothing',
      `${ask}.`,
    ].map((cell) => ({ runs: [text(cell)] })),
  ),
})

/**
 * A letter to whoever keeps the other list, with every difference that is theirs to put right and no other. Names and
 * dates of birth are in it, since without them nobody finds the row; a UPN only where no row does.
 */
export const listDifferences = (letter: ListLetter): DocumentContent => {
  const { whose, file, today, differences } = letter
  const { kind, subject, compared, asked } = words[whose]
  const children = new Set(differences.map(({ name, dateOfBirth, upn }) => `${name}|${dateOfBirth}|${upn}`))
  const school = file.school?.name ?? file.schoolName
  const { blocks } = letterAround(
    subject,
    [
      paragraph(
        text(
          t`On ${fullDay(today)} we compared ${compared} with our records. ${counted(differences.length, 'line')} about ${counted(children.size, 'child', 'children')} ${differences.length === 1 ? 'differs' : 'differ'}. ${asked}`,
        ),
      ),
      tableOf(letter),
      ...(whose === 'authority'
        ? [
            paragraph(text(t`Please let us know:`)),
            list(
              t`what you have put right, so that our next comparison finds nothing`,
              t`which lines are right as you have them, and how you know`,
              t`whom to write to about a child who is not yours any more`,
            ),
            lawNote(
              'must',
              t`personal data are accurate and, where necessary, kept up to date, by both of us`,
              t`UK GDPR, Article 5(1)(d)`,
            ),
          ]
        : []),
    ],
    { file, to: toOf(letter), today },
  )
  return {
    title: `${kind}, ${showDay(today)}`,
    subject,
    author: school,
    language: 'en-GB',
    footer: `${school} · ${kind}\n${setting(file.school ?? undefined, 'confidentialityLine')}`,
    blocks,
    identity: { kind: 'list', keys: {}, made: today },
  }
}
