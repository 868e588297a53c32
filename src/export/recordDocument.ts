import type { Block, DocumentContent } from '../documents/blocks.ts'
import { fullName, type Pupil } from '../domain/records/pupil.ts'
import { type Day, writtenDay } from '../domain/rules/day.ts'
import { type GivenList, linesOf, titlesOf } from './recordWords.ts'

export type WithheldLine = {
  readonly list: string
  /** Which record of its list, counting from 1 in the order of the folder; null where all of it is kept back. */
  readonly number: number | null
  readonly field: string
  readonly how: 'Blacked out in part' | 'Kept back'
  readonly exemption: string
}

export type RecordContent = {
  readonly pupil: Pupil & { readonly key: string }
  readonly schoolName: string
  readonly confidentialityLine: string
  readonly received: Day
  readonly today: Day
  readonly request: string
  readonly lists: readonly GivenList[]
  readonly withheld: readonly WithheldLine[]
  readonly documents: readonly string[]
  readonly notIncluded: readonly string[]
}

const paragraph = (text: string): Block => ({ is: 'paragraph', runs: [{ text }] })
const note = (text: string): Block => ({ is: 'paragraph', tone: 'note', runs: [{ text }] })
const heading = (level: 1 | 2, text: string): Block => ({ is: 'heading', level, text })

const opening = (content: RecordContent): Block[] => [
  { is: 'title', text: `What ${content.schoolName} holds about ${fullName(content.pupil)}` },
  paragraph(
    `This answers the request that we received on ${writtenDay(content.received)}. It was made on ${writtenDay(content.today)} from the school’s records of special educational needs and disabilities (SEND), and holds all of them but what is listed at the end.`,
  ),
  {
    is: 'list',
    items: [
      'The same is in the Excel workbook beside this document, and as JSON for other programs. The file schema.json says what each field means.',
      'Codes and shortened words are spelled out. Archived means: no longer shown in daily work.',
      'A black bar (████) stands for words that were kept back, and “Kept back” for a whole entry. The end says under which rule.',
      'Other papers of the school, such as letters, emails and reports that are filed elsewhere, are no part of these records.',
    ].map((text) => [{ text }]),
  },
  paragraph(
    'If something here is wrong, ask the school to put it right. If you are not content with this answer, ask the school to look at it again; you may also complain to the Information Commissioner’s Office (ico.org.uk).',
  ),
]

const listBlocks = (list: GivenList, titleOf: (key: unknown) => string): Block[] => [
  heading(1, list.type.list),
  note(list.type.about),
  ...list.records.flatMap((given, at): Block[] => [
    heading(
      2,
      `${at + 1}. ${titleOf(given.record.key) || list.type.label}${given.record.archived ? ' (archived)' : ''}`,
    ),
    {
      is: 'table',
      summary: `${list.type.label}, entry ${at + 1}: each field and what is recorded`,
      head: ['Field', 'What is recorded'],
      widths: [3, 8],
      rowHeadings: true,
      rows: linesOf(list.type, given, titleOf).map(({ label, text }) => [
        { runs: [{ text: label }] },
        { runs: [{ text }] },
      ]),
    },
  ]),
  ...(list.keptBack > 0
    ? [
        paragraph(
          list.keptBack === 1
            ? '1 entry is kept back whole.'
            : `${list.keptBack} entries are kept back whole.`,
        ),
      ]
    : []),
]

const withheldBlocks = (withheld: readonly WithheldLine[]): Block[] => [
  heading(1, 'What was kept back'),
  ...(withheld.length === 0
    ? [paragraph('Nothing was kept back.')]
    : [
        paragraph(
          'The law lets a school keep back what would tell of other people, could cause serious harm, and a few other things. This says where, and under which rule of the Data Protection Act 2018.',
        ),
        {
          is: 'table',
          summary: 'Where something was kept back, and under which rule',
          head: ['Where', 'Field', 'How', 'Rule'],
          widths: [3, 3, 2, 5],
          rows: withheld.map(({ list, number, field, how, exemption }) =>
            [number === null ? list : `${list}, entry ${number}`, field, how, exemption].map((text) => ({
              runs: [{ text }],
            })),
          ),
        } as const,
      ]),
]

/** One pupil's whole record for the person who asked: every list, every entry, in words. */
export const recordDocument = (content: RecordContent): DocumentContent => {
  const titleOf = titlesOf(content.lists)
  return {
    title: `Record of ${fullName(content.pupil)}`,
    subject: 'Answer to a request for access',
    author: content.schoolName,
    language: 'en-GB',
    footer: `${fullName(content.pupil)} · answer to a request for access · ${writtenDay(content.today)}\n${content.confidentialityLine}`,
    blocks: [
      ...opening(content),
      ...content.lists.flatMap((list) => listBlocks(list, titleOf)),
      ...(content.documents.length > 0
        ? [
            heading(1, 'Documents'),
            paragraph('These files are in the folder “documents”.'),
            { is: 'list', items: content.documents.map((text) => [{ text }]) } as const,
          ]
        : []),
      ...withheldBlocks(content.withheld),
      heading(1, 'What is not in it'),
      paragraph('These were not looked through for this answer:'),
      { is: 'list', items: content.notIncluded.map((text) => [{ text }]) },
    ],
    identity: {
      kind: 'pupilRecord',
      keys: { pupil: content.pupil.key, request: content.request },
      made: content.today,
    },
  }
}
