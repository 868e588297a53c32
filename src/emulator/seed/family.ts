import { Contact } from '../../domain/records/contact.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { blank } from '../../domain/record.ts'
import { adultNames, backgrounds } from './names.ts'
import { keyOn } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const relationOf = { mother: 'F', father: 'M', grandparent: 'F', fosterCarer: 'F' } as const

/** The grown-ups of a pupil's life: one to three, some with a restriction that says whom to ask. */
export const makeContacts = (setting: Setting, pupil: Row<Pupil>): Row<Contact>[] => {
  const { random, today } = setting
  const home = backgrounds.find((b) => b.surnames.includes(pupil.record.surname))
  const relations: (keyof typeof relationOf)[] = pupil.record.lookedAfter
    ? ['fosterCarer']
    : random
        .pick([
          ['mother', 'father'],
          ['mother', 'father'],
          ['mother'],
          ['mother', 'grandparent'],
          ['father'],
        ] as const)
        .slice()
  return relations.map((relationship, i) => {
    const woman = relationOf[relationship] === 'F'
    const forename = random.pick(
      woman ? (home?.girls ?? adultNames.forenames) : (home?.boys ?? adultNames.forenames),
    )
    const surname =
      relationship === 'fosterCarer' || random.chance(0.2)
        ? random.pick(adultNames.surnames)
        : pupil.record.surname
    const restricted = i === 1 && relationship === 'father' && random.chance(0.12)
    return {
      key: keyOn(random, today),
      record: blank(Contact, {
        pupil: pupil.key,
        name: `${forename} ${surname}`,
        relationship,
        parentalResponsibility: relationship === 'mother' || relationship === 'father',
        telephone: `07700 900${String(random.whole(0, 999)).padStart(3, '0')}`,
        email: random.chance(0.8) ? `family.${random.whole(1000, 9999)}@example.com` : null,
        address:
          i === 1 && random.chance(0.25) ? `${random.whole(1, 80)} Canal Street\nHallowby\nZZ9 2PF` : null,
        language:
          pupil.record.firstLanguage !== 'English' && random.chance(0.5)
            ? `${pupil.record.firstLanguage}, interpreter at meetings`
            : random.chance(0.08)
              ? 'Large print; ring rather than write'
              : null,
        restriction: restricted ? 'Ask the designated safeguarding lead before any contact or letter.' : null,
      }),
    }
  })
}
