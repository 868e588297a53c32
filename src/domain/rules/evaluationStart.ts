import { t } from '../../words/t.ts'
import type { EvaluationHeading } from '../records/evaluationHeading.ts'

type Start = Pick<EvaluationHeading, 'title' | 'asks' | 'framework' | 'from' | 'source' | 'order'>

const ofInspection = (order: number, title: string, asks: string): Start => ({
  title,
  asks,
  order,
  framework: t`Education inspection framework, November 2025`,
  from: '2025-11-10',
  source: t`Ofsted’s toolkits of November 2025, from memory: hold the wording against them and change it here`,
})

/**
 * Headings to begin from, as rows that the school then owns, changes and ends. The areas are those of the inspection of
 * state-funded schools from November 2025; what is looked for is in our own words.
 */
export const startHeadings = (): readonly Start[] => [
  ofInspection(1, t`Inclusion`, t`How well the school knows who needs more, meets it, and what comes of it for them.`),
  ofInspection(2, t`Curriculum and teaching`, t`Whether pupils with SEND learn the same ambitious curriculum, adapted where they need it.`),
  ofInspection(3, t`Achievement`, t`What pupils with SEND know and can do from their starting points.`),
  ofInspection(4, t`Attendance and behaviour`, t`Attendance, suspensions and behaviour of pupils with SEND beside others, and what is done.`),
  ofInspection(5, t`Personal development and well-being`, t`Clubs, trips, friendships, voice and preparation for what comes next.`),
  ofInspection(6, t`Early years, where there are any`, t`How needs are found and met from the first weeks.`),
  ofInspection(7, t`Leadership and governance`, t`What leaders and governors know, decide, check and change for pupils with SEND.`),
  ofInspection(8, t`Safeguarding`, t`What makes pupils with SEND safe; details stay with the safeguarding lead.`),
] // prettier-ignore
