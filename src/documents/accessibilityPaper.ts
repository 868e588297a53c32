import { inWords, t } from '../words/t.ts'
import { itemsInForce, planDates } from '../domain/duties/accessibility.ts'
import type { Stored } from '../domain/record.ts'
import { type AccessibilityItem, accessibilityParts } from '../domain/records/accessibilityItem.ts'
import type { School } from '../domain/records/school.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import type { Block, DocumentContent } from './blocks.ts'
import { cell, heading, paragraph, text } from './minutes/parts.ts'

export type AccessibilityFile = {
  readonly items: readonly Stored<AccessibilityItem>[]
  readonly school: School | null
  readonly schoolName: string
  readonly today: Day
}
type Part = keyof typeof accessibilityParts

const intro: Readonly<Record<Part, string>> = {
  curriculum: t`How disabled pupils can take more part in what is taught, in trips and in clubs.`,
  environment: t`How buildings and grounds change so that disabled pupils can use what the school offers.`,
  information: t`How what is written for pupils reaches those who are disabled, in a form that they and their parents prefer.`,
}

const onePart = (part: Part, items: readonly Stored<AccessibilityItem>[]): Block[] => {
  const mine = items
    .filter((item) => item.part === part)
    .toSorted((a, b) => (a.by ?? '9999').localeCompare(b.by ?? '9999') || a.aim.localeCompare(b.aim))
  return [
    heading(1, inWords(accessibilityParts[part])),
    paragraph(text(intro[part])),
    mine.length === 0
      ? paragraph(text(t`Nothing is planned for this part.`))
      : {
          is: 'table',
          summary: t`${inWords(accessibilityParts[part])}: what will be better, how, who sees to it, by when, what shows it`,
          head: [t`What will be better`, t`What is done`, t`Who`, t`By`, t`Done, and what shows it`],
          widths: [2.2, 2.6, 1.3, 1.1, 2.2],
          rowHeadings: true,
          rows: mine.map((item) => [
            cell(text(item.aim)),
            cell(text(item.actions ?? '')),
            cell(text(item.owner ?? t`To be named`)),
            cell(text(item.by ? showDay(item.by) : t`End of the plan`)),
            cell(
              text(
                [item.doneOn && t`Done ${showDay(item.doneOn)}`, item.evidence].filter(Boolean).join('. '),
              ),
            ),
          ]),
        },
  ]
}

/** The accessibility plan, to publish and to print. It names no child; what it costs is left out. */
export const accessibilityPaper = ({
  items,
  school,
  schoolName,
  today,
}: AccessibilityFile): DocumentContent => {
  const name = school?.name ?? schoolName
  const dates = planDates(school)
  const inForce = itemsInForce(items, school)
  return {
    title: t`Accessibility plan: ${name}`,
    subject: t`Accessibility plan under the Equality Act 2010, Schedule 10`,
    author: name,
    language: 'en-GB',
    footer: t`${name} · Accessibility plan, ${showDay(today)}`,
    blocks: [
      { is: 'title', text: t`Accessibility plan` },
      paragraph(
        text(
          dates
            ? t`${name}, ${showDay(dates.from)} to ${showDay(dates.to)}.`
            : t`${name}. When the plan began is not written down yet.`,
        ),
      ),
      paragraph(
        text(
          t`The Equality Act 2010 asks every school to plan over at most three years how it will make more of what it offers open to disabled pupils. A child is disabled in the sense of the Act where an impairment has a substantial and long-term effect on everyday life; many children with special educational needs are disabled, and some disabled children have no special educational needs.`,
        ),
      ),
      ...(Object.keys(accessibilityParts) as Part[]).flatMap((part) => onePart(part, inForce)),
      heading(1, t`How we look at it again`),
      paragraph(
        text(
          t`The plan is kept under review, and governors hear what was done. Ask us for it in another form, such as large print or read aloud.`,
        ),
      ),
    ],
    identity: { kind: 'accessibilityPlan', keys: {}, made: today },
  }
}
