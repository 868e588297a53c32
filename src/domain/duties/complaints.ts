import { inWords, t } from '../../words/t.ts'
import { Complaint } from '../records/complaint.ts'
import { complaintWays } from '../records/complaintStage.ts'
import { addDays, type Day, showDay } from '../rules/day.ts'
import { addSchoolDays, knowsYear } from '../rules/schoolCalendar.ts'
import { defineDuty, type Due, type DutyContext } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Complaints`

/** Ways that are decided outside the school: it is waited for as well as worked on. */
const decidedOutside: readonly Complaint['way'][] = ['authority', 'outside', 'mediation', 'appeal', 'claim']

/** So many days of a stage after a complaint came, as its own days are counted, with why; null where the stage says none. */
export const stageDay = (
  { received, stage: key }: Pick<Complaint, 'received' | 'stage'>,
  which: 'acknowledge' | 'answer',
  { stage: stageOf, calendar }: Pick<DutyContext, 'stage' | 'calendar'>,
): (Pick<Due, 'why'> & { readonly day: Day }) | null => {
  const stage = stageOf(key)
  const days = stage?.[which] ?? null
  if (stage === null || days === null) return null
  const school = stage.count === 'school'
  return {
    day: school ? addSchoolDays(calendar, received, days) : addDays(received, days),
    why: {
      rule: t`Complaints: ${stage.name}`,
      says:
        which === 'answer'
          ? t`A complaint is answered within the days of its stage`
          : t`Whoever complains is told within the days of the stage that it came`,
      strength: 'local',
      source: stage.source,
      inputs: [
        { label: t`Received`, value: showDay(received) },
        { label: school ? t`School days` : t`Calendar days`, value: String(days) },
        ...(school && !knowsYear(calendar, received)
          ? [{ label: t`Term dates`, value: t`not recorded for this year, so weekdays are counted` }]
          : []),
      ],
    },
  }
}

const work = (what: string, says: string, verb: string): Due => ({
  what,
  day: null,
  owner: 'school',
  verb,
  why: { rule, says, strength: 'recommended', source: t`Practice of schools`, inputs: [] },
})

/** By when somebody is answered: the day that was written down, else as the stage says. */
const answerDue = (row: Complaint, context: DutyContext) =>
  row.answerBy !== null
    ? { day: row.answerBy, why: settledDay(rule, t`Answer by`, row.answerBy) }
    : stageDay(row, 'answer', context)

/** The next thing that a complaint wants before it is answered: acknowledging, a hearing that is near, the answer. */
const openDue = (row: Complaint, context: DutyContext): Due => {
  const noted = row.acknowledged === null ? stageDay(row, 'acknowledge', context) : null
  if (noted)
    return { what: t`A complaint to acknowledge`, owner: 'school', verb: t`Acknowledge it`, ...noted }
  const answer = answerDue(row, context)
  const meeting =
    row.meetingOn !== null && row.meetingOn >= context.today
      ? {
          what: decidedOutside.includes(row.way)
            ? t`Mediation or hearing: have the papers ready`
            : t`Meeting about a complaint`,
          day: row.meetingOn,
          owner: 'school' as const,
          verb: t`Open it`,
          why: settledDay(rule, t`Meeting, mediation or hearing on`, row.meetingOn),
        }
      : null
  if (meeting && (answer === null || meeting.day < answer.day)) return meeting
  if (answer)
    return {
      what: decidedOutside.includes(row.way)
        ? t`Papers or an answer due in a complaint or appeal`
        : t`A complaint to answer`,
      owner: 'school',
      verb: t`Answer it`,
      ...answer,
    }
  return work(
    t`A complaint without a day by which it is answered`,
    t`Choose its stage, or write down the day, so that it does not wait unseen`,
    t`Say by when`,
  )
}

/** A complaint, mediation or appeal at one stage. */
export const complaints = defineDuty<typeof Complaint>({
  name: 'complaints',
  place: 'with',
  words: t`Complaints`,
  says: t`Complaints about SEND, disagreements, mediation and appeals: from whom, at which stage, by when they are answered, how they ended, and what the school changed.`,
  type: Complaint,
  afterLeaving: true,
  columns: [
    { words: t`Received`, of: ({ received }) => showDay(received), by: ({ received }) => received },
    { words: t`Way`, of: ({ way }) => inWords(complaintWays[way]) },
    { words: t`Stage`, of: ({ stage }, context) => context.stage(stage)?.name ?? '' },
    { words: t`From`, of: ({ from }) => from },
  ],
  titleOf: ({ way, received }) => t`${inWords(complaintWays[way])}, ${showDay(received)}`,
  searched: ({ about, wanted, answer, learned, reference, owner }) => [
    about,
    wanted,
    answer,
    learned,
    reference,
    owner,
  ],
  standing: (row, context) => {
    const ended = row.outcome ? inWords(Complaint.fields.outcome.choices[row.outcome]) : null
    if (row.learned !== null && row.changed === null)
      return {
        is: 'open',
        word: t`Learned, not changed yet`,
        due: work(
          t`What was learned from a complaint is not put into practice yet`,
          t`A complaint that was right comes back until something changes`,
          t`Change it`,
        ),
      }
    if (row.closed !== null || row.wentOn !== null)
      return { is: 'done', word: row.wentOn ? t`Taken further` : (ended ?? t`Closed`), due: null }
    if (row.answered !== null)
      return {
        is: 'open',
        word: ended ?? t`Answered`,
        due: work(
          t`A complaint was answered: say what the school learns, and close it`,
          t`Also a complaint that was not upheld tells how something was felt`,
          t`Close it`,
        ),
      }
    const outside = decidedOutside.includes(row.way)
    return {
      is: outside ? 'waiting' : 'open',
      word: row.acknowledged !== null ? t`Acknowledged` : t`Received`,
      due: openDue(row, context),
    }
  },
  steps: [
    {
      field: 'acknowledged',
      words: t`Acknowledged today`,
      said: t`Acknowledged today`,
      offered: ({ answered, closed }) => answered === null && closed === null,
    },
    {
      field: 'answered',
      words: t`Answered today`,
      said: t`Answered today`,
      offered: ({ closed }) => closed === null,
    },
    {
      field: 'outcome',
      words: t`Say how it ended`,
      said: t`Recorded`,
      asks: 'outcome',
      offered: ({ answered, closed }) => answered !== null && closed === null,
    },
    {
      field: 'changed',
      words: t`Changed today`,
      said: t`Changed today`,
      offered: ({ learned }) => learned !== null,
    },
    {
      field: 'closed',
      words: t`Close it`,
      said: t`Closed today`,
      offered: ({ outcome }) => outcome !== null,
    },
  ],
  form: {
    add: t`Enter a complaint`,
    fields: ['received', 'way', 'stage', 'from', 'capacity', 'pupil', 'about', 'wanted', 'owner'],
    given: (today) => ({ received: today, way: 'school' }),
    groups: [
      {
        title: t`What it is about`,
        fields: ['from', 'capacity', 'about', 'wanted', 'equality', 'review', 'assessment'],
      },
      { title: t`Way and stage`, fields: ['way', 'stage', 'follows', 'owner', 'reference'] },
      {
        title: t`Days`,
        fields: ['received', 'acknowledged', 'answerBy', 'meetingOn', 'certificate', 'answered'],
      },
      { title: t`How it ended`, fields: ['answer', 'outcome', 'wentOn', 'closed'] },
      { title: t`What we learn`, fields: ['learned', 'changed', 'note'] },
    ],
    past: ['received', 'acknowledged', 'certificate', 'answered', 'wentOn', 'closed', 'changed'],
  },
  empty: {
    title: t`No complaint yet`,
    todo: t`Enter it on the day it comes, also where it was only said. Enter the stages of your own procedure below first: the days are reckoned from them.`,
  },
  tells: (row) => [
    {
      field: 'received',
      day: row.received,
      kind: 'services',
      title: t`Received: ${inWords(complaintWays[row.way])}`,
      text: row.about,
      from: row.from,
      thirdParty: true,
    },
    {
      field: 'meetingOn',
      day: row.meetingOn,
      kind: 'services',
      title: t`Meeting, mediation or hearing: ${inWords(complaintWays[row.way])}`,
    },
    {
      field: 'answered',
      day: row.answered,
      kind: 'services',
      title: row.outcome
        ? t`${inWords(complaintWays[row.way])}: ${inWords(Complaint.fields.outcome.choices[row.outcome])}`
        : t`Answered: ${inWords(complaintWays[row.way])}`,
      text: row.answer,
      thirdParty: true,
    },
  ],
  task: { purpose: 'other', words: t`A complaint or appeal` },
})
