import { inWords, t } from '../../words/t.ts'
import { saidOf } from '../../domain/fields.ts'
import type { Stored } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { Contact } from '../../domain/records/contact.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Provision } from '../../domain/records/provision.ts'
import { calledName, fullName } from '../../domain/records/pupil.ts'
import { Referral } from '../../domain/records/referral.ts'
import type { Service } from '../../domain/records/service.ts'
import { needTypes, senStatuses, yearGroups } from '../../domain/rules/codes.ts'
import { currentNeeds } from '../../domain/rules/currentNeeds.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { facts, lower, paragraph, text } from '../minutes/parts.ts'
import { amountInWords } from './amounts.ts'
import { paperContent, type PaperOf, told, under } from './paper.ts'

/** What the letter of a referral is made of. */
export type ReferralFile = PaperOf & {
  readonly referral: Stored<Referral>
  /** Null where it is archived. */
  readonly service: Stored<Service> | null
  readonly needs: readonly Stored<Need>[]
  readonly contacts: readonly Stored<Contact>[]
  /** Lines of support, with what each leaves to its group filled in. */
  readonly allocations: readonly Stored<Allocation>[]
  readonly provisions: readonly Stored<Provision>[]
}

/**
 * How to reach the family: those with parental responsibility whose contact nobody restricted. Where anybody is
 * restricted, the service asks the school first and gets no number.
 */
const family = ({ contacts }: ReferralFile): Block[] => {
  const parents = contacts.filter(({ parentalResponsibility }) => parentalResponsibility)
  if (contacts.some(({ restriction }) => restriction))
    return [
      paragraph(text(t`Please speak to the school before you write to or ring anybody of this family.`)),
    ]
  return parents.length === 0
    ? []
    : [
        {
          is: 'list',
          items: parents.map((one) => [
            text(
              [
                one.name,
                one.relationship && lower(inWords(Contact.fields.relationship.choices[one.relationship])),
                one.telephone,
                one.email,
                one.language && t`prefers ${one.language}`,
              ]
                .filter(Boolean)
                .join(', '),
            ),
          ]),
        },
      ]
}

const supportNow = ({ allocations, provisions, today }: ReferralFile): Block[] => {
  const names = new Map(provisions.map(({ key, name }) => [key, name]))
  const lines = allocations.filter(({ from, until }) => from <= today && (until === null || until >= today))
  return lines.length === 0
    ? []
    : [
        {
          is: 'list',
          items: lines.map((line) => [
            text([names.get(line.provision) ?? t`Support`, amountInWords(line)].filter(Boolean).join(': ')),
          ]),
        },
      ]
}

const agreement = ({ referral }: ReferralFile): Block[] => {
  const { consentHow, consentFrom, consentOn } = referral
  if (consentHow === null)
    return [paragraph(text(t`No agreement is recorded yet. This letter must not be sent before it is.`))]
  if (consentHow === 'notNeeded')
    return [paragraph(text(t`This is shared without agreement, as the law asks or allows the school to.`))]
  return [
    paragraph(
      text(
        t`${consentFrom ?? t`The family`} agreed to this referral${consentOn ? t` on ${showDay(consentOn)}` : ''} (${lower(saidOf(Referral.fields.consentHow, consentHow))}). Please tell us before you share it with anybody else.`,
      ),
    ),
  ]
}

/** The letter that asks a service outside the school for help: why, what was tried, what is asked, who agreed. */
export const referralPaper = (file: ReferralFile): DocumentContent => {
  const { referral, service, pupil, school, schoolName, needs, today } = file
  const name = calledName(pupil)
  const from = school?.name ?? schoolName
  const current = currentNeeds(needs, today)
  const ways = [school?.telephone, school?.email].filter(Boolean).join(', ')
  return paperContent(
    'referral',
    file,
    [
      { is: 'title', text: t`Referral: ${fullName(pupil)}` },
      facts(
        t`The referral: to whom, from whom, and whose it is`,
        [t`Referral`, showDay(referral.sentOn ?? today)],
        [
          [t`To`, [service?.name, referral.person, service?.provider].filter(Boolean).join(', ')],
          [t`Address`, service?.address ?? null],
          [t`From`, [school?.senco && t`${school.senco}, SENCO`, from].filter(Boolean).join(', ')],
          [t`How to reach us`, ways],
          [t`Your reference`, referral.reference],
          [t`Name`, fullName(pupil)],
          [t`Date of birth`, showDay(pupil.dateOfBirth)],
          [
            t`Year and class`,
            [pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className]
              .filter(Boolean)
              .join(' · '),
          ],
          [t`SEN status`, inWords(senStatuses[pupil.status])],
          [t`Needs on record`, current.map(({ type }) => inWords(needTypes[type])).join(', ')],
        ],
      ),
      ...under(1, t`Why we ask`, told(referral.reason)),
      ...under(1, t`What has been tried`, told(referral.tried)),
      ...under(1, t`Support that ${name} has now`, supportNow(file)),
      ...under(1, t`What we ask for`, told(referral.question)),
      ...under(1, t`The family`, family(file)),
      ...under(1, t`Agreement`, agreement(file)),
      paragraph(
        text(
          t`Please tell us that this has come, how long it may be until ${name} is seen, and send the school what you advise.`,
        ),
      ),
    ],
    {
      subject: t`Referral to a service outside the school`,
      foot: t`Referral of ${showDay(referral.sentOn ?? today)}`,
      of: { referral: referral.key },
    },
  )
}
