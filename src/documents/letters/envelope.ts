import { t } from '../../words/t.ts'
import type { Block } from '../blocks.ts'
import { isNamed, isPerson } from './addressees.ts'
import { fullDay, type LetterBody, type Writing } from './letter.ts'
import {
  contactLine,
  heading,
  independentAdvice,
  isFamily,
  note,
  otherFormats,
  paragraph,
  strong,
  text,
} from './parts.ts'

const lines = (...all: (string | null | undefined | false)[]): string => all.filter(Boolean).join('\n')
const oneLine = (address: string | null | undefined) =>
  address
    ?.split(/\n+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(', ')

/** What a letter's head and foot need; a letter about many children has no review. */
export type LetterHead = {
  readonly file: Pick<Writing['file'], 'school' | 'schoolName'>
  readonly to: Writing['to']
  readonly today: Writing['today']
}

const letterhead = ({ file }: LetterHead): Block[] => {
  const { school } = file
  const ways = [oneLine(school?.address), school?.telephone, school?.email].filter(Boolean).join(' · ')
  return [
    { is: 'paragraph', tone: 'letterhead', runs: [text(school?.name ?? file.schoolName)] },
    ...(ways ? [{ is: 'paragraph' as const, tone: 'ways' as const, runs: [text(ways)] }] : []),
  ]
}

const addressBlock = ({ to }: LetterHead): Block => {
  const named = isNamed({ name: to.name })
  return {
    is: 'paragraph',
    tone: 'address',
    runs: [
      text(
        lines(
          named ? to.name : to.role,
          to.as === 'professional' && named && to.role,
          to.organisation,
          to.address,
          to.as === 'professional' && !to.address && to.email && t`By email: ${to.email}`,
        ),
      ),
    ],
  }
}

/** Head, greeting, what is said, whom to ask, and signature: a letter about whatever it is. */
export const letterAround = (
  subject: string,
  blocks: readonly Block[],
  head: LetterHead,
): { subject: string; blocks: Block[] } => {
  const { file, to } = head
  const { school } = file
  const greeting = isPerson({ name: to.name })
    ? t`Dear ${to.name}`
    : isFamily(head)
      ? t`Dear parent or carer`
      : t`Dear colleague`
  return {
    subject,
    blocks: [
      ...letterhead(head),
      addressBlock(head),
      paragraph(text(fullDay(head.today))),
      paragraph(text(greeting)),
      heading(1, subject),
      ...blocks,
      {
        ...(paragraph(text(contactLine(head))) as Extract<Block, { is: 'paragraph' }>),
        keepWithNext: true,
      },
      ...(isFamily(head)
        ? [
            {
              ...(note(
                to.as === 'child' ? otherFormats() : `${otherFormats()} ${independentAdvice()}`,
              ) as Extract<Block, { is: 'paragraph' }>),
              // A signature alone on a page says nothing of what is signed.
              keepWithNext: true as const,
            },
          ]
        : []),
      { ...(paragraph(text(t`Yours sincerely`)) as Extract<Block, { is: 'paragraph' }>), keepWithNext: true },
      {
        is: 'paragraph',
        tone: 'signature',
        runs: [
          strong(school?.senco ?? 'SENCO'),
          text(lines(`\n${school?.senco ? 'SENCO, ' : ''}${school?.name ?? file.schoolName}`)),
        ],
      },
    ],
  }
}

/** One whole letter of a review: letterhead, date, addressee, salutation, what it says, whom to ask, signature. */
export const wholeLetter = (body: LetterBody, writing: Writing): { subject: string; blocks: Block[] } => {
  const { subject, blocks } = body(writing)
  return letterAround(subject, blocks, writing)
}
