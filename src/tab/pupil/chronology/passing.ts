import type { TextParagraph } from '../../../documents/paragraphs.ts'
import type { Stored } from '../../../domain/record.ts'
import { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { daysOf, type Passing } from '../../../ui/disclosure/passOn.ts'
import { bothDays } from './order.ts'

const kinds = ChronologyEntry.fields.kind.choices

/** All that the printed chronology says, oldest first as it is read. */
export const chronologyParagraphs = (
  pupil: Pupil,
  entries: readonly Stored<ChronologyEntry>[],
): TextParagraph[] => [
  { text: `Chronology: ${fullName(pupil)}`, is: 'title' },
  ...entries.toReversed().flatMap((entry): TextParagraph[] => [
    {
      text: `${showDay(entry.happenedOn)} · ${kinds[entry.kind]}${entry.thirdParty ? ' · about or from another person' : ''}`,
      is: 'heading',
    },
    { text: entry.text, is: 'text' },
    { text: `${bothDays(entry)}${entry.source ? ` · from ${entry.source}` : ''}`, is: 'text' },
  ]),
]

/** A chronology on its way to paper, or to the file that a printer can be: asked for whom, looked through, logged. */
export const chronologyPassing = (
  pupil: Stored<Pupil>,
  entries: readonly Stored<ChronologyEntry>[],
  print: () => void,
): Passing => ({
  title: 'Print the chronology',
  did: 'printed',
  what: 'Chronology',
  about: [pupil.key],
  logged: [pupil.key],
  adults: [pupil.keyAdult, pupil.socialWorker, ...entries.map(({ createdBy }) => createdBy)].filter(
    (name) => name !== null,
  ),
  days: [...daysOf(pupil), ...entries.map(({ happenedOn }) => happenedOn)],
  verb: 'Print',
  look: async () => ({
    paragraphs: chronologyParagraphs(pupil, entries),
    go: async () => {
      print()
      return { words: 'Given to the printer.' }
    },
  }),
})
