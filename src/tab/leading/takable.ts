import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../../domain/record.ts'
import type { Evidence } from '../../domain/records/evidence.ts'
import type { GovernorReport } from '../../domain/records/governorReport.ts'
import { Objective } from '../../domain/records/objective.ts'
import type { Policy } from '../../domain/records/policy.ts'
import { type PublishedOn, publishedKinds } from '../../domain/records/publishedOn.ts'
import type { QualityVisit } from '../../domain/records/qualityVisit.ts'
import type { VisitFinding } from '../../domain/records/visitFinding.ts'
import { type Day, showDay } from '../../domain/rules/day.ts'
import { type LeadingFigure, leadingKind, showLeading } from '../../domain/rules/leadingFigureKinds.ts'

/** Something of the records that can be evidence, as it would be written down. */
export type Takable = Pick<Evidence, 'title' | 'text' | 'figure' | 'asOf' | 'link' | 'says'> & {
  readonly source: NonNullable<Evidence['source']>
  readonly sourceKey: string
}

export type TakableRecords = {
  readonly figures: readonly LeadingFigure[]
  readonly visits: readonly Stored<QualityVisit>[]
  readonly findings: readonly Stored<VisitFinding>[]
  readonly policies: readonly Stored<Policy>[]
  readonly objectives: readonly Stored<Objective>[]
  readonly published: readonly Stored<PublishedOn>[]
  readonly reports: readonly Stored<GovernorReport>[]
}

const nothing = { text: null, figure: null, asOf: null, link: null, says: 'fact' } as const
const cut = (words: string) => words.slice(0, 200)

/** All that can be taken today: figures as outsiders may see them, and what the school did. */
export const takableOf = (records: TakableRecords, today: Day): readonly Takable[] => [
  ...records.figures.flatMap(({ id, value }): Takable[] => {
    const kind = leadingKind(id)
    if (!kind || value === null || value === 0) return []
    return [
      {
        ...nothing,
        title: kind.words,
        text: kind.says,
        figure: showLeading(kind.unit, value),
        asOf: today,
        source: 'figure',
        sourceKey: id,
      },
    ]
  }),
  ...records.findings.flatMap(({ key, visit, what, kind }): Takable[] => {
    const seen = records.visits.find((one) => one.key === visit)
    return seen
      ? [
          {
            ...nothing,
            title: cut(what),
            text: t`Seen on ${showDay(seen.on)}: ${seen.focus}`,
            asOf: seen.on,
            says: kind === 'works' ? 'strength' : kind === 'better' ? 'better' : 'fact',
            source: 'visit',
            sourceKey: key,
          },
        ]
      : []
  }),
  ...records.objectives.flatMap(({ key, title, outcome, closedOn, evidence }): Takable[] =>
    outcome === null
      ? []
      : [
          {
            ...nothing,
            title: cut(title),
            text: [inWords(Objective.fields.outcome.choices[outcome]), evidence].filter(Boolean).join('. '),
            asOf: closedOn,
            says: outcome === 'met' ? 'strength' : 'better',
            source: 'objective',
            sourceKey: key,
          },
        ],
  ),
  ...records.policies.map(({ key, name, version, approvedOn, link }): Takable => ({
    ...nothing,
    title: cut(version ? t`${name}, version ${version}` : name),
    asOf: approvedOn,
    link,
    source: 'policy',
    sourceKey: key,
  })),
  ...records.published.map(({ key, what, on, address }): Takable => ({
    ...nothing,
    title: t`${inWords(publishedKinds[what])}, published`,
    asOf: on,
    link: address,
    source: 'published',
    sourceKey: key,
  })),
  ...records.reports.flatMap(({ key, term, presentedOn }): Takable[] =>
    presentedOn === null
      ? []
      : [
          {
            ...nothing,
            title: t`Report to governors, ${term}`,
            asOf: presentedOn,
            source: 'governors',
            sourceKey: key,
          },
        ],
  ),
]
