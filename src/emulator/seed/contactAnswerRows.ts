import { letterKinds } from '../../documents/letters/letter.ts'
import { blank } from '../../domain/record.ts'
import type { Contact } from '../../domain/records/contact.ts'
import { ContactAnswer } from '../../domain/records/contactAnswer.ts'
import { addDays } from '../../domain/rules/day.ts'
import { keyOn, type Random } from './random.ts'
import type { Held } from './reviewParts.ts'
import type { Row } from './rows.ts'

const given = [
  { answer: 'mayNot', why: 'She tells him of the meeting herself, and he answers through her.' },
  { answer: 'mayNot', why: 'The social worker passes it on in person.' },
  { answer: 'may', why: 'Letters by post are agreed; no telephone calls.' },
] as const

/** What the safeguarding lead answered about contacts with a restriction, before the invitations of their reviews went. */
export const makeContactAnswers = (
  random: Random,
  held: readonly Held[],
  contacts: readonly Row<Contact>[],
): Row<ContactAnswer>[] =>
  held.flatMap(({ review, known }) => {
    const { invitationsSent } = review.record
    if (!invitationsSent) return []
    return contacts
      .filter(({ record }) => record.pupil === known.pupil.key && record.restriction)
      .map(({ key, record: { name, restriction } }) => {
        const on = addDays(invitationsSent, -random.whole(1, 4))
        return {
          key: keyOn(random, on),
          record: blank(ContactAnswer, {
            pupil: known.pupil.key,
            review: review.key,
            contact: key,
            to: name,
            what: letterKinds.invitation,
            on,
            asked: restriction,
            decidedBy: 'Ms Adeyemi, designated safeguarding lead',
            ...random.pick(given),
          }),
        }
      })
  })
