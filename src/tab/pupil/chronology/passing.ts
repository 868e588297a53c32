import { t } from '../../../words/t.ts'
import type { TextParagraph } from '../../../documents/paragraphs.ts'
import type { Stored } from '../../../domain/record.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { ChronologyEvent } from '../../../domain/rules/chronology.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { daysOf, type Passing } from '../../../ui/disclosure/passOn.ts'
import { bothDays } from './order.ts'

export const headOf = ({ day, title, thirdParty }: ChronologyEvent): string =>
  `${showDay(day)} · ${title}${thirdParty ? t` · about or from another person` : ''}`

/** When it was written down, and who said or sent it; '' where neither is known. */
export const footOf = (event: ChronologyEvent): string =>
  [event.written && bothDays(event), event.from && t`from ${event.from}`].filter(Boolean).join(' · ')

/** All that the printed chronology says, oldest first as it is read. */
const chronologyParagraphs = (pupil: Pupil, events: readonly ChronologyEvent[]): TextParagraph[] => [
  { text: t`Chronology: ${fullName(pupil)}`, is: 'title' },
  ...events.toReversed().flatMap((event): TextParagraph[] =>
    [
      { text: headOf(event), is: 'heading' as const },
      { text: event.text ?? '', is: 'text' as const },
      { text: footOf(event), is: 'text' as const },
    ].filter(({ text }) => text !== ''),
  ),
]

/** A chronology on its way to paper, or to the file that a printer can be: asked for whom, looked through, logged. */
export const chronologyPassing = (
  pupil: Stored<Pupil>,
  events: readonly ChronologyEvent[],
  print: () => void,
): Passing => ({
  title: t`Print the chronology`,
  did: 'printed',
  what: t`Chronology`,
  about: [pupil.key],
  logged: [pupil.key],
  // Who wrote an entry and whose advice came in are adults; who an entry came from may be a child.
  adults: [
    pupil.keyAdult,
    pupil.socialWorker,
    ...events.flatMap(({ written, kind, from }) => [written?.by ?? null, kind === 'papers' ? from : null]),
  ].filter((name) => name !== null),
  days: [...daysOf(pupil), ...events.map(({ day }) => day)],
  verb: t`Print`,
  look: async () => ({
    paragraphs: chronologyParagraphs(pupil, events),
    go: async () => {
      print()
      return { words: t`Given to the printer.` }
    },
  }),
})
