import { inWords, t } from '../words/t.ts'
import { agesOf, needsShown } from '../domain/duties/localOffer.ts'
import type { School } from '../domain/records/school.ts'
import { type Service, serviceKinds } from '../domain/records/service.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import type { Block, DocumentContent } from './blocks.ts'
import { facts, heading, paragraph, text } from './minutes/parts.ts'

/** What the list for families is made of. */
export type OfferList = {
  readonly offered: readonly Service[]
  readonly school: Pick<School, 'name' | 'localAuthority' | 'telephone' | 'email'> | null
  readonly schoolName: string
  readonly today: Day
  /** It was made by one child’s needs; whose, it does not say. */
  readonly forNeeds: boolean
}

const oneService = (one: Service): Block[] => [
  heading(1, one.name),
  facts(
    t`${one.name}: whom it is for and how to reach it`,
    [t`About it`, t`What holds here`],
    [
      [t`What it is`, inWords(serviceKinds[one.kind])],
      [t`Run by`, one.provider],
      [t`Helps with`, needsShown(one)],
      [t`Age`, agesOf(one)],
      [t`Who can use it`, one.eligibility],
      [t`How to ask for it`, one.refer],
      [t`Telephone`, one.telephone],
      [t`Email`, one.email],
      [t`Web page`, one.website],
      [t`Address`, one.address],
      [t`Checked by the school on`, one.checked ? showDay(one.checked) : t`Not yet: ring before you go`],
    ],
  ),
]

/** Services that families can use themselves, for a parent to take away. It names no child. */
export const localOfferPaper = ({
  offered,
  school,
  schoolName,
  today,
  forNeeds,
}: OfferList): DocumentContent => {
  const name = school?.name ?? schoolName
  const ways = [school?.telephone, school?.email].filter(Boolean).join(', ')
  return {
    title: t`Services for families: ${name}`,
    subject: t`Services outside the school for children with special educational needs`,
    author: name,
    language: 'en-GB',
    footer: t`${name} · Services for families, ${showDay(today)}`,
    blocks: [
      { is: 'title', text: t`Services for families` },
      paragraph(
        text(
          forNeeds
            ? t`Services outside ${name} that may help, chosen by needs and age. You can use each of them, or ask us to ask for you.`
            : t`Services outside ${name} for children with special educational needs or disabilities and their families. You can use each of them, or ask us to ask for you.`,
        ),
      ),
      ...offered.flatMap(oneService),
      heading(1, t`Where to find more`),
      paragraph(
        text(
          t`Every local authority publishes what there is for children with special educational needs or disabilities in its area. It is called the local offer; search the web for “local offer” and ${school?.localAuthority ?? t`the name of your council`}.`,
        ),
      ),
      paragraph(
        text(
          ways
            ? t`Numbers and waiting times change. Ask us if something here does not hold: ${ways}.`
            : t`Numbers and waiting times change. Ask us if something here does not hold.`,
        ),
      ),
    ],
    identity: { kind: 'localOffer', keys: {}, made: today },
  }
}
