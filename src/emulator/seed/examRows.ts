import { blank } from '../../domain/record.ts'
import { ExamArrangement } from '../../domain/records/examArrangement.ts'
import { ExamDate } from '../../domain/records/examDate.ts'
import { ExamEvidence } from '../../domain/records/examEvidence.ts'
import { ExamForm } from '../../domain/records/examForm.ts'
import { ExamScore } from '../../domain/records/examScore.ts'
import { addDays } from '../../domain/rules/day.ts'
import type { SkillArea } from '../../domain/rules/examCodes.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const seen = [
  'Finished half of the questions in the time, the rest in a quarter of an hour more, in green.',
  'Reads each question twice and still misses the second step; read aloud, the answer came at once.',
  'Writing cannot be read after ten minutes; on the laptop the same work is clear.',
  'Worked in the small room with two others: stayed with the paper to the end.',
]
const scored: readonly (readonly [SkillArea, number])[][] = [
  [
    ['writingSpeed', 82],
    ['memory', 87],
    ['readingSpeed', 94],
  ],
  [
    ['readingSpeed', 79],
    ['phonological', 84],
  ],
  [
    ['memory', 88],
    ['writingSpeed', 91],
  ],
]

type Stage = Partial<ExamArrangement> & { readonly assessed?: number }

/** How each made-up candidate stands. Days are before today unless they are in the season. */
const stages = ({ kind, today, year }: Setting): readonly Stage[] => {
  const on = (days: number) => addDays(today, -days)
  if (kind === 'primary') {
    const ks2 = {
      tests: 'ks2',
      season: `May ${year + 1}`,
      examsFrom: `${year + 1}-05-10`,
      examsTo: `${year + 1}-05-13`,
    } as const
    return [
      { ...ks2, arrangement: 'reader', way: 'school', agreedOn: on(12), room: 'The Nest' },
      { ...ks2, arrangement: 'time25', way: 'application' },
      { ...ks2, arrangement: 'scribe', way: 'notification' },
      { ...ks2, arrangement: 'restBreaks' },
    ]
  }
  const june = {
    tests: 'jcq',
    season: `June ${year + 1}`,
    examsFrom: `${year + 1}-05-06`,
    examsTo: `${year + 1}-06-22`,
  } as const
  return [
    {
      ...june,
      arrangement: 'time25',
      detail: '25%',
      basis: 'assessment',
      way: 'approval',
      restBreaks: 'tried',
      restBreaksWhy: 'Breaks did not change how much was finished.',
      toldOn: on(24),
      appliedOn: on(20),
      agreedOn: on(20),
      reference: 'AAO-48213',
      expires: addDays(today, 700),
      assessed: 170,
    },
    {
      ...june,
      arrangement: 'time25',
      basis: 'assessment',
      way: 'approval',
      restBreaks: 'tried',
      assessed: 160,
    },
    { ...june, arrangement: 'time25', basis: 'assessment', way: 'approval', assessed: 150 },
    {
      ...june,
      arrangement: 'computerReader',
      way: 'approval',
      toldOn: on(9),
      appliedOn: on(8),
      subjects: 'All but English reading',
    },
    {
      ...june,
      arrangement: 'wordProcessor',
      way: 'school',
      agreedOn: on(40),
      room: 'B12',
      staff: 'Two invigilators',
    },
    { ...june, arrangement: 'room', way: 'school', agreedOn: on(30) },
    { ...june, arrangement: 'prompter' },
    {
      ...june,
      season: `June ${year}`,
      examsFrom: `${year}-05-07`,
      examsTo: `${year}-06-24`,
      arrangement: 'scribe',
      way: 'approval',
      toldOn: on(300),
      appliedOn: on(290),
      agreedOn: on(290),
      expires: addDays(today, 400),
      room: 'B14',
    },
  ]
}

/** Candidates at every stage, what was seen of them, their assessments, and the deadlines that the school wrote down. */
export const makeExams = (setting: Setting, random: Random, known: readonly Known[]) => {
  const { kind, today, year, senco, teachers } = setting
  const years: readonly string[] = kind === 'primary' ? ['6'] : ['10', '11']
  const children = random.some(
    known.filter(({ pupil }) => pupil.record.left === null && years.includes(pupil.record.yearGroup ?? '')),
    stages(setting).length,
  )
  const forms: Row<ExamForm>[] = []
  const scores: Row<ExamScore>[] = []
  const evidence: Row<ExamEvidence>[] = []
  const arrangements = stages(setting).flatMap(({ assessed, ...given }, at): Row<ExamArrangement>[] => {
    const child = children[at]
    if (!child) return []
    const pupil = child.pupil.key
    for (let i = 0; i < (at === 2 ? 0 : random.whole(1, 4)); i += 1) {
      const day = addDays(today, -random.whole(5, 400))
      evidence.push({
        key: keyOn(random, day),
        record: blank(ExamEvidence, {
          pupil,
          day,
          source: random.pick(['teacher', 'mock', 'work', 'observed'] as const),
          subject: random.pick(['English', 'maths', 'science', 'history']),
          arrangement: given.arrangement ?? null,
          seen: random.pick(seen),
          by: random.pick(teachers),
        }),
      })
    }
    if (assessed !== undefined) {
      const day = addDays(today, -assessed)
      const key = keyOn(random, addDays(day, -14))
      forms.push({
        key,
        record: blank(ExamForm, {
          pupil,
          form: 'form8',
          part1On: addDays(day, -14),
          part1By: senco,
          assessor: 'Owen Prosser',
          qualified: 'Qualified specialist assessor',
          qualifiedSeen: addDays(day, -20),
          part2On: day,
          part3On: at === 0 ? addDays(day, 7) : null,
          part3By: at === 0 ? senco : null,
          picture: 'Work is finished late in each subject; notes of six teachers say the same.',
        }),
      })
      for (const [area, standardised] of scored[at] ?? [])
        scores.push({
          key: keyOn(random, day),
          record: blank(ExamScore, {
            form: key,
            test: 'A test of the assessor’s choice',
            area,
            standardised,
          }),
        })
    }
    return [
      {
        key: keyOn(random, addDays(today, -60)),
        record: blank(ExamArrangement, {
          pupil,
          tests: 'jcq',
          arrangement: 'other',
          candidate: kind === 'primary' ? null : String(2001 + at * 7),
          need: child.needs[0]?.key ?? null,
          why: 'Substantially slower than others of the class in the same work, in lessons and in tests.',
          ...given,
        }),
      },
    ]
  })
  const date = (what: string, day: string | null, given: Partial<ExamDate>): Row<ExamDate> => ({
    key: keyOn(random, addDays(today, -50)),
    record: blank(ExamDate, {
      what,
      day,
      tests: kind === 'primary' ? 'ks2' : 'jcq',
      season: kind === 'primary' ? `May ${year + 1}` : `June ${year + 1}`,
      source: 'Key dates of the year, looked up by the exams office',
      sure: 'read',
      ...given,
    }),
  })
  const dates = [
    date('Names of candidates to the exams office', addDays(today, 9), {
      source: 'Agreed with the exams office',
    }),
    date('Mock week: arrangements in place', addDays(today, -12), {
      source: 'School calendar',
      doneOn: addDays(today, -14),
    }),
    date('Day of the applications: ask the exams office', null, { sure: 'memory' }),
  ]
  return { arrangements, evidence, forms, scores, dates }
}
