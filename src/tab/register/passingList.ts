import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { daysOf, type Passed, type Passing } from '../../ui/disclosure/passOn.ts'

/**
 * A list of pupils on its way out of the app, on paper or as a file: asked for whom, looked through, logged for each
 * pupil with an EHC plan who is in it.
 */
export const passingList = ({
  title,
  did,
  what,
  verb,
  pupils,
  lines,
  go,
}: {
  readonly title: string
  readonly did: 'exported' | 'printed'
  readonly what: string
  readonly verb: string
  readonly pupils: readonly Stored<Pupil>[]
  readonly lines: readonly (readonly string[])[]
  readonly go: () => Passed | Promise<Passed>
}): Passing => ({
  title,
  did,
  what,
  about: pupils.map(({ key }) => key),
  logged: pupils.filter(({ status }) => status === 'E').map(({ key }) => key),
  adults: [
    ...new Set(
      pupils.flatMap(({ keyAdult, socialWorker, localAuthorityOfficer }) =>
        [keyAdult, socialWorker, localAuthorityOfficer].filter((name) => name !== null),
      ),
    ),
  ],
  days: pupils.flatMap(daysOf),
  verb,
  look: async () => ({
    paragraphs: lines.map((cells): TextParagraph => ({ text: cells.join('\t'), is: 'row' })),
    go: async () => go(),
  }),
})
