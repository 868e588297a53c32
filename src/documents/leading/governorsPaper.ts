import { inWords, t } from '../../words/t.ts'
import { GovernorReport } from '../../domain/records/governorReport.ts'
import type { School } from '../../domain/records/school.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import {
  type LeadingFigure,
  leadingKind,
  type LeadingPart,
  showLeading,
} from '../../domain/rules/leadingFigureKinds.ts'
import { changeWords, type Earlier, readLeading } from '../../domain/rules/leadingHistory.ts'
import type { Block, DocumentContent, Run } from '../blocks.ts'
import { note, paragraph, strong, text } from '../minutes/parts.ts'
import { told, under } from '../papers/paper.ts'
import { figureTable, hidingWords, howCounted } from './figureTable.ts'

export type GovernorsFile = {
  readonly report: GovernorReport
  readonly last: Earlier | null
  readonly year: Earlier | null
  readonly school: Pick<School, 'name'> | null
  readonly schoolName: string
  readonly today: Day
  readonly fewest: number
}

type Words = keyof GovernorReport & string
/** The parts in order: their heading, the figures that stand in each, and what is said there. */
const parts: readonly {
  readonly title: string
  readonly of: readonly LeadingPart[]
  readonly says: Words | null
}[] = [
  { title: t`Who our pupils with SEND are`, of: ['register', 'areas', 'needs'], says: null },
  { title: t`By year group`, of: ['years'], says: null },
  { title: t`How needs are found and met`, of: ['approach', 'requests'], says: 'approach' },
  { title: t`Reviews of EHC plans`, of: ['reviews'], says: null },
  { title: t`Provision and what it changed`, of: ['delivery'], says: 'provision' },
  { title: t`Attainment and progress`, of: [], says: 'attainment' },
  { title: t`Attendance and suspensions`, of: ['presence'], says: null },
  { title: t`Parents and pupils`, of: [], says: 'parents' },
  { title: t`Staffing and training`, of: [], says: 'training' },
  { title: t`Services outside the school`, of: ['others'], says: 'agencies' },
  { title: t`Funding`, of: ['money'], says: 'money' },
  { title: t`Complaints, mediation and appeals`, of: [], says: 'complaints' },
  { title: t`Priorities`, of: ['plan'], says: 'priorities' },
  { title: t`What we ask of governors`, of: [], says: 'asks' },
]

const figuresIn = (file: GovernorsFile): LeadingFigure[] =>
  [...readLeading(file.report.figures)].map(([id, value]) => ({ id, value }))

const frame = (
  file: GovernorsFile,
  kind: string,
  title: string,
  blocks: readonly Block[],
): DocumentContent => {
  const name = file.school?.name ?? file.schoolName
  return {
    title: `${title}: ${name}`,
    subject: t`Special educational needs and disabilities, for governors`,
    author: name,
    language: 'en-GB',
    footer: t`${name} · ${title}, ${file.report.term}`,
    blocks: [{ is: 'title', text: `${title}, ${file.report.term}` }, ...blocks],
    identity: { kind, keys: {}, made: file.today },
  }
}

const comparedWith = ({ last, year }: GovernorsFile): string =>
  last || year
    ? t`Beside them stand those of ${[last, year]
        .flatMap((one) => (one ? [`${one.term} (${showDay(one.asOf)})`] : []))
        .filter((words, at, all) => all.indexOf(words) === at)
        .join(', ')}.`
    : t`There is no earlier report to compare with.`

/** The report to governors: each part of it that has figures or words. */
export const governorsPaper = (file: GovernorsFile): DocumentContent => {
  const { report, last, fewest } = file
  const year = file.year?.asOf === last?.asOf ? null : file.year
  const figures = figuresIn(file)
  const asOf = report.asOf ?? file.today
  const said = parts.flatMap(({ title, of, says }) =>
    under(1, title, [
      ...figureTable(
        title,
        figures.filter(({ id }) => of.includes(leadingKind(id)!.part)),
        asOf,
        last,
        year,
      ),
      ...told(says === null ? null : (report[says] as string | null)),
    ]),
  )
  return frame(file, 'governorsReport', t`Report on SEND to governors`, [
    paragraph(
      text(
        [
          report.by && t`Written by ${report.by}.`,
          report.meetingOn && t`For the meeting of ${showDay(report.meetingOn)}.`,
          comparedWith({ ...file, year }),
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ),
    howCounted(asOf, fewest),
    ...said,
  ])
}

/** The figures of the page that is shown at the meeting. */
const headline = [
  'send',
  'status.K',
  'status.E',
  'roll.share',
  'plans.share',
  'reviews.share',
  'given.share',
  'attendance.send',
  'cycles.share',
  'ehcna.asked',
  'referrals.waiting',
  'actions.overdue',
]

/** One page to present: a dozen figures in sentences' reach, the priorities, and what is asked. */
export const governorsPage = (file: GovernorsFile): DocumentContent => {
  const { report, last, fewest } = file
  const figures = readLeading(report.figures)
  const items = headline.flatMap((id): Run[][] => {
    const kind = leadingKind(id)
    if (!kind || !figures.has(id)) return []
    const value = figures.get(id)!
    const change = changeWords(kind.unit, value, last?.figures.get(id))
    return [
      [
        strong(`${showLeading(kind.unit, value)} `),
        text(`${kind.words}${change ? t` (${change} since ${showDay(last!.asOf)})` : ''}`),
      ],
    ]
  })
  return frame(file, 'governorsPage', t`SEND on one page`, [
    ...under(1, t`Where we are`, items.length > 0 ? [{ is: 'list', items }] : []),
    ...(['provision', 'priorities', 'asks'] as const).flatMap((field) =>
      under(1, inWords(GovernorReport.fields[field].label), told(report[field])),
    ),
    note(hidingWords(fewest)),
  ])
}
