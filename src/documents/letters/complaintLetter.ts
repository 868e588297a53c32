import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../../domain/record.ts'
import type { Complaint } from '../../domain/records/complaint.ts'
import type { ComplaintStage } from '../../domain/records/complaintStage.ts'
import { capacities } from '../../domain/records/enquiry.ts'
import type { School } from '../../domain/records/school.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { setting } from '../../domain/rules/settings.ts'
import type { DocumentContent } from '../blocks.ts'
import { letterAround } from './envelope.ts'
import { type Addressee, letterDay } from './letter.ts'
import { facts, heading, paragraph, text } from './parts.ts'

/** What the letter that acknowledges a complaint is made of. */
export type Acknowledging = {
  readonly complaint: Complaint
  readonly stage: Pick<ComplaintStage, 'name' | 'who' | 'source'> | null
  /** The stage that comes after it; null where it is the last, or none is recorded. */
  readonly next: Pick<ComplaintStage, 'name' | 'who'> | null
  /** By when it is answered; null where nobody says. */
  readonly answerBy: Day | null
  readonly school: Stored<School> | null
  readonly schoolName: string
  readonly today: Day
}

const family: readonly Complaint['capacity'][] = ['parent', 'family', 'pupil', 'representative']

const addressee = ({ from, capacity }: Complaint): Addressee => ({
  key: null,
  name: from,
  as: family.includes(capacity) ? 'parent' : 'professional',
  role: inWords(capacities[capacity]),
  statutory: false,
  organisation: null,
  address: null,
  email: null,
  language: null,
  restriction: null,
})

/** That a complaint came, how it was understood, who answers by when, and what comes after. */
export const acknowledgement = ({
  complaint,
  stage,
  next,
  answerBy,
  school,
  schoolName,
  today,
}: Acknowledging): DocumentContent => {
  const subject = t`Your complaint of ${letterDay(complaint.received)}`
  const name = school?.name ?? schoolName
  const { blocks } = letterAround(
    subject,
    [
      paragraph(
        text(
          t`Thank you for telling us. We received your complaint on ${letterDay(complaint.received)}. This is how we understood it; please tell us if something is wrong or missing.`,
        ),
      ),
      facts(
        t`Your complaint: what it is about, who answers and by when`,
        [t`Your complaint`, t`Details`],
        [
          [t`What it is about`, complaint.about],
          [t`What you would like`, complaint.wanted],
          [t`Stage`, stage?.name ?? null],
          [t`Who answers`, complaint.owner ?? stage?.who ?? null],
          [t`You have an answer by`, answerBy && letterDay(answerBy)],
        ],
      ),
      heading(2, t`What comes next`),
      paragraph(
        text(
          [
            answerBy
              ? t`If we need longer, we write to you before that day and say why.`
              : t`We write to you soon with the day by which you have an answer.`,
            next &&
              t`If you are not content with the answer, you can take it further; the next stage is: ${next.who ? `${next.name} (${next.who})` : next.name}.`,
            stage && t`All of it is written down here: ${stage.source}.`,
          ]
            .filter(Boolean)
            .join(' '),
        ),
      ),
      paragraph(
        text(
          t`A complaint is no appeal. If it is about a decision of the local authority on an EHC plan or assessment, the authority’s letter says how and until when you can appeal; that time does not stop for a complaint.`,
        ),
      ),
    ],
    { file: { school, schoolName }, to: addressee(complaint), today },
  )
  return {
    title: t`Acknowledgement of a complaint, ${showDay(today)}`,
    subject: t`Acknowledgement of a complaint`,
    author: name,
    language: 'en-GB',
    footer: `${name}\n${setting(school ?? undefined, 'confidentialityLine')}`,
    blocks,
    identity: { kind: 'complaintLetter', keys: {}, made: today },
  }
}
