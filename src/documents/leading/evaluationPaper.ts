import { inWords, t } from '../../words/t.ts'
import { evidenceUnder, type Gap, gapsOf, gapWords, headingsOn } from '../../domain/duties/evidence.ts'
import { Evidence, evidenceSources } from '../../domain/records/evidence.ts'
import type { EvaluationHeading } from '../../domain/records/evaluationHeading.ts'
import type { School } from '../../domain/records/school.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import type { Block, DocumentContent, Run } from '../blocks.ts'
import { cell, note, paragraph, strong, text } from '../minutes/parts.ts'
import { under } from '../papers/paper.ts'

type Heading = EvaluationHeading & { readonly key: string }
export type EvaluationFile = {
  readonly headings: readonly Heading[]
  readonly evidence: readonly Evidence[]
  readonly school: School | null
  readonly schoolName: string
  readonly today: Day
}

/** What is behind one piece of evidence, in a line. */
const restsOn = ({ source, figure, asOf, looked, link }: Evidence): string =>
  [
    source && inWords(evidenceSources[source]),
    figure,
    asOf && t`of ${showDay(asOf)}`,
    looked && t`looked at on ${showDay(looked)}`,
    link,
  ]
    .filter(Boolean)
    .join(', ')

const item = (one: Evidence): Run[] => [
  strong(one.title),
  text([one.text && `: ${one.text}`, restsOn(one) && ` (${restsOn(one)})`].filter(Boolean).join('')),
]

const kinds = ['strength', 'better', 'fact'] as const
const kindTitles = { strength: t`Strengths`, better: t`To be made better`, fact: t`Facts` }

const oneHeading = (heading: Heading, { evidence }: EvaluationFile): Block[] => {
  const own = evidenceUnder(heading.key, evidence)
  return under(1, heading.title, [
    ...(heading.asks ? [note(heading.asks)] : []),
    ...kinds.flatMap((says) => {
      const items = own.filter((one) => one.says === says).map(item)
      return under(2, kindTitles[says], items.length > 0 ? [{ is: 'list', items }] : [])
    }),
    ...(own.length === 0 ? [paragraph(text(gapWords.nothing))] : []),
  ])
}

/** The self-evaluation by heading, what is missing first. It is the school's own paper and names no pupil. */
export const evaluationPaper = (file: EvaluationFile): DocumentContent => {
  const { school, schoolName, today, evidence } = file
  const name = school?.name ?? schoolName
  const headings = headingsOn(file.headings, today)
  const gaps = headings.flatMap((heading): { heading: Heading; gaps: readonly Gap[] }[] => {
    const found = gapsOf(heading.key, evidence, school, today)
    return found.length === 0 ? [] : [{ heading, gaps: found }]
  })
  return {
    title: t`Self-evaluation of SEND: ${name}`,
    subject: t`Evidence of how well the school does for pupils with SEND`,
    author: name,
    language: 'en-GB',
    footer: t`${name} · Self-evaluation of SEND, ${showDay(today)}`,
    blocks: [
      { is: 'title', text: t`Self-evaluation of SEND` },
      paragraph(text(t`Evidence by heading, as recorded on ${showDay(today)}. No pupil is named.`)),
      ...under(
        1,
        t`What is missing`,
        gaps.length === 0
          ? []
          : [
              {
                is: 'table',
                summary: t`Headings and what each lacks`,
                head: [t`Heading`, t`What it lacks`],
                widths: [1, 2],
                rowHeadings: true,
                rows: gaps.map((one) => [
                  cell(text(one.heading.title)),
                  cell(text(one.gaps.map((gap) => gapWords[gap]).join('. '))),
                ]),
              },
            ],
      ),
      ...headings.flatMap((heading) => oneHeading(heading, file)),
    ],
    identity: { kind: 'selfEvaluation', keys: {}, made: today },
  }
}
