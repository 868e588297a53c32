import { t } from '../../../words/t.ts'
import { hiddenWords } from '../../../domain/rules/analysisHidden.ts'
import { fidelityName } from '../../../domain/rules/fidelity.ts'
import type { Reckoned } from '../../../domain/rules/figure.ts'
import type { Outcome } from '../../../domain/rules/outcomeOf.ts'
import type { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { gainUnits } from '../../../domain/rules/scoring.ts'
import type { ChartCell, ChartTable } from '../../../ui/charts/chartTypes.ts'

const beware = t`Beware`
/** A figure with its reason, or a dash whose reason says why there is none. */
const cellOf = (figure: Reckoned): ChartCell =>
  figure.value === null
    ? figure.without === hiddenWords
      ? hiddenWords
      : {
          text: '–',
          why: {
            rule: t`No figure`,
            says: `${figure.without}.`,
            strength: 'recommended',
            source: t`The school’s own records`,
            inputs: [],
          },
        }
    : {
        text: figure.shown,
        why: {
          ...figure.why,
          inputs: [...figure.why.inputs, ...figure.cautions.map((value) => ({ label: beware, value }))],
        },
      }

/** What the numbers of a chart’s axis are. */
export const scaleWords: Record<AssessmentTool['scale'], string> = {
  standardised: t`standardised score`,
  age: t`age equivalent, years:months`,
  percent: t`per cent`,
  points: 'points',
}

const columnsFor = ({ scale }: Pick<AssessmentTool, 'scale'>, first: string): string[] => [
  first,
  t`Pupils`,
  t`Measured`,
  t`Start`,
  t`End`,
  t`Gain, ${gainUnits[scale]}s`,
  t`Ratio gain`,
  t`Effect size`,
  t`Met target`,
  fidelityName,
  t`Cost a pupil`,
  t`Cost a ${gainUnits[scale]}`,
]

const countOf = (count: number | null) => (count === null ? hiddenWords : String(count))

/** `12`, or `12 (14 lines)` where somebody had the support more than once. */
const pupilsOf = ({ pupils, times }: Outcome) =>
  `${countOf(pupils)}${pupils !== null && times !== null && times > pupils ? t` (${times} lines)` : ''}`

const rowOf = (outcome: Outcome, reading: boolean): ChartCell[] => {
  const { met } = outcome
  const metCell = cellOf(met)
  return [
    pupilsOf(outcome),
    countOf(outcome.measured),
    cellOf(outcome.start),
    cellOf(outcome.end),
    cellOf(outcome.gain),
    cellOf(outcome.ratio),
    cellOf(outcome.effect),
    met.value === null || typeof metCell === 'string'
      ? metCell
      : { ...metCell, text: t`${met.met} of ${met.n}${met.missing ? t`, ${met.missing} missing` : ''}` },
    reading ? t`reading…` : cellOf(outcome.fidelity),
    cellOf(outcome.cost),
    cellOf(outcome.costOfGain),
  ]
}

/** Outcomes as a table, the one of all last. `rest`: what parts are called that are too small to be shown. */
export const outcomeTable = (
  parts: readonly Outcome[],
  whole: Outcome | null,
  tool: Pick<AssessmentTool, 'scale'>,
  {
    first,
    rest,
    reading,
  }: { readonly first: string; readonly rest: string | null; readonly reading: boolean },
): ChartTable => {
  const columns = columnsFor(tool, first)
  const row = (outcome: Outcome) => ({ head: outcome.name, cells: rowOf(outcome, reading) })
  return {
    columns,
    rows: [
      ...parts.map(row),
      ...(rest === null ? [] : [{ head: rest, cells: columns.slice(1).map(() => hiddenWords) }]),
      ...(whole ? [row(whole)] : []),
    ],
  }
}
