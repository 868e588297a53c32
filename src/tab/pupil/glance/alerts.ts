import { inWords, t } from '../../../words/t.ts'
import { fieldOf } from '../../../domain/record.ts'
import type { Contact } from '../../../domain/records/contact.ts'
import { Pupil } from '../../../domain/records/pupil.ts'

const alertFields = ['alertSafeguarding', 'alertMedical', 'alertRisk', 'alertEvacuation'] as const

/** What somebody has to know before they act, as flags only: what lies behind each is kept elsewhere. */
export const alertsOf = (
  pupil: Pupil,
  contacts: readonly Contact[],
  /** Who the safeguarding lead is and how they are reached; null where School settings don't say. */
  lead: string | null,
): readonly string[] => [
  ...alertFields.flatMap((name) => {
    const words = inWords(fieldOf(Pupil, name).label)
    return pupil[name] ? [name === 'alertSafeguarding' && lead ? `${words}: ${lead}` : words] : []
  }),
  ...(contacts.some(({ restriction }) => restriction) ? [t`Contact restriction: see Contacts`] : []),
  ...(pupil.lookedAfter ? [t`Looked after by a local authority`] : []),
]
