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

const letterhead = ({ file }: Writing): Block[] => {
  const { school } = file
  const ways = [oneLine(school?.address), school?.telephone, school?.email].filter(Boolean).join(' · ')
  return [
    { is: 'paragraph', tone: 'letterhead', runs: [text(school?.name ?? file.schoolName)] },
    ...(ways ? [note(ways)] : []),
  ]
}

const addressBlock = ({ to }: Writing): Block => {
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
          to.as === 'professional' && !to.address && to.email && `By email: ${to.email}`,
        ),
      ),
    ],
  }
}

/** One whole letter: letterhead, date, addressee, salutation, what it says, whom to ask, signature. */
export const wholeLetter = (body: LetterBody, writing: Writing): { subject: string; blocks: Block[] } => {
  const { file, to } = writing
  const { subject, blocks } = body(writing)
  const { school } = file
  const greeting = isPerson({ name: to.name })
    ? `Dear ${to.name}`
    : isFamily(writing)
      ? 'Dear parent or carer'
      : 'Dear colleague'
  return {
    subject,
    blocks: [
      ...letterhead(writing),
      addressBlock(writing),
      paragraph(text(fullDay(writing.today))),
      paragraph(text(greeting)),
      heading(1, subject),
      ...blocks,
      {
        ...(paragraph(text(contactLine(writing))) as Extract<Block, { is: 'paragraph' }>),
        keepWithNext: true,
      },
      ...(isFamily(writing)
        ? [note(to.as === 'child' ? otherFormats : `${otherFormats} ${independentAdvice}`)]
        : []),
      { ...(paragraph(text('Yours sincerely')) as Extract<Block, { is: 'paragraph' }>), keepWithNext: true },
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
