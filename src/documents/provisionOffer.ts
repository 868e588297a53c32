import { inWords, t } from '../words/t.ts'
import { counted } from '../domain/counted.ts'
import { saidOf } from '../domain/fields.ts'
import { fieldOf } from '../domain/record.ts'
import { Provision } from '../domain/records/provision.ts'
import type { School } from '../domain/records/school.ts'
import { type Day, showDay } from '../domain/rules/day.ts'
import { type Level, levelWords } from '../domain/rules/levels.ts'
import type { Block, DocumentContent } from './blocks.ts'
import { facts, heading, paragraph, text } from './minutes/parts.ts'
import { groupOf, howOften } from './papers/amounts.ts'

/** What a school’s catalogue on paper is made of. */
export type OfferFile = {
  /** In the order in which they are to stand. */
  readonly offered: readonly Provision[]
  /** As the school calls them today. */
  readonly levels: readonly Level[]
  readonly school: Pick<School, 'name'> | null
  readonly schoolName: string
  readonly today: Day
}

type Named = keyof Provision & string
const label = (name: Named): string => inWords(fieldOf(Provision, name).label)
const said = (one: Provision, name: Named): string => saidOf(fieldOf(Provision, name), one[name])

/** `3 times a week, 20 minutes each time, 12 weeks, Group of 4`; '' where it has no usual times. */
const usual = (one: Provision): string =>
  [
    howOften({ ...one, role: null, staff: null }),
    one.weeks === null ? '' : counted(one.weeks, 'week'),
    groupOf({ ...one, role: null, staff: null }),
  ]
    .filter(Boolean)
    .join(', ')

const texts = ['description', 'intended', 'entry', 'exit', 'training', 'evidenceBase'] as const

const onPaper = (one: Provision): Block[] => [
  heading(2, one.name),
  facts(
    t`${one.name}: what it is, whom it is for and how it is run`,
    [t`About it`, t`What holds here`],
    [
      [label('areaOfNeed'), said(one, 'areaOfNeed')],
      [label('line'), said(one, 'line')],
      [label('usualRole'), said(one, 'usualRole')],
      [t`As it is usually run`, usual(one)],
      ...texts.map((name) => [label(name), said(one, name)] as const),
    ],
  ),
]

/** What the school offers, level by level, with all that is recorded of each kind. It names no child. */
export const provisionOffer = ({
  offered,
  levels,
  school,
  schoolName,
  today,
}: OfferFile): DocumentContent => {
  const name = school?.name ?? schoolName
  const parts = levels.flatMap((level) => {
    const here = offered.filter((one) => one.level === level.level)
    return here.length === 0 ? [] : [{ level, here }]
  })
  return {
    title: t`What we offer: ${name}`,
    subject: t`Provision for pupils with special educational needs`,
    author: name,
    language: 'en-GB',
    footer: t`${name} · What we offer, ${showDay(today)}`,
    blocks: [
      { is: 'title', text: t`What we offer` },
      paragraph(
        text(
          t`${name}, ${showDay(today)}: ${counted(offered.length, 'kind')} of provision (${parts.map(({ level, here }) => `${level.name} ${here.length}`).join(', ')}).`,
        ),
      ),
      ...parts.flatMap(({ level, here }) => [heading(1, levelWords(level)), ...here.flatMap(onPaper)]),
      paragraph(text(t`Which of it a pupil has is decided for that pupil, with the family.`)),
    ],
    identity: { kind: 'offer', keys: {}, made: today },
  }
}
