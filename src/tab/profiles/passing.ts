import { t } from '../../words/t.ts'
import type { TextParagraph } from '../../documents/paragraphs.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldsOf } from '../../domain/record.ts'
import { fullName } from '../../domain/records/pupil.ts'
import type { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { factsOf, publishedWords, toldOn } from '../../ui/publish/OnePage.tsx'

const onTarget = (target: StaffTarget): string =>
  fieldsOf(StaffTarget)
    .filter(([, { kind }]) => kind !== 'key')
    .map(([name, field]) => saidOf(field, target[name as keyof StaffTarget]))
    .filter((text) => text !== '')
    .join('\n')

/** All that the printed profiles say. */
const profileParagraphs = (
  profiles: readonly StaffProfile[],
  targets: readonly StaffTarget[],
): TextParagraph[] =>
  profiles.flatMap((profile): TextParagraph[] => [
    { text: fullName(profile), is: 'title' },
    { text: factsOf(profile), is: 'text' },
    ...toldOn(profile).flatMap(({ label, text }): TextParagraph[] => [
      { text: label, is: 'heading' },
      { text, is: 'text' },
    ]),
    ...targets
      .filter(({ pupil }) => pupil === profile.pupil)
      .map((target): TextParagraph => ({ text: onTarget(target), is: 'item' })),
    { text: publishedWords(profile), is: 'footer' },
  ])

/**
 * Profiles on their way to paper, by somebody who reads the SENCO's records: asked for whom, looked through, logged. A
 * row for each pupil with a plan; where nobody has one, a row for all of them.
 */
export const profilesPassing = (
  profiles: readonly StaffProfile[],
  targets: readonly StaffTarget[],
  print: () => void,
): Passing => ({
  title: profiles.length === 1 ? t`Print this profile` : t`Print ${profiles.length} profiles`,
  did: 'printed',
  what: t`Staff profile`,
  about: profiles.map(({ pupil }) => pupil),
  logged: profiles.filter(({ status }) => status === 'E').map(({ pupil }) => pupil),
  adults: profiles
    .flatMap(({ keyAdult, publishedBy }) => [keyAdult, publishedBy])
    .filter((name) => name !== null),
  days: profiles.map(({ publishedOn }) => publishedOn),
  verb: t`Print`,
  look: async () => ({
    paragraphs: profileParagraphs(profiles, targets),
    go: async () => {
      print()
      return { words: t`Given to the printer.` }
    },
  }),
})
