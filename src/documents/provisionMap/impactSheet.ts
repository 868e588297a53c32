import { grouped } from '../../domain/grouped.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import { AssessmentTool as Tool } from '../../domain/records/assessmentTool.ts'
import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { hiddenWords } from '../../domain/rules/analysisHidden.ts'
import { setting } from '../../domain/rules/settings.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { byKey, goalsByLine, type Impact, impactOf } from '../../domain/rules/impact.ts'
import { effectSize } from '../../domain/rules/effectSize.ts'
import { linePerPupil } from '../../domain/rules/linePerPupil.ts'
import { percentMet } from '../../domain/rules/percentMet.ts'
import { monthsBetween } from '../../domain/rules/ratioGain.ts'
import { exactAge, intervalOf, mainNumber } from '../../domain/rules/scoring.ts'
import { type Area, inRow, plain, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { goalParts } from './impactGoals.ts'
import { listName, type Line, type MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import { pageOf, type Spec } from './page.ts'

const columns = [
  { width: 38 },
  { width: 28 },
  { width: 26 },
  ...Array.from({ length: 10 }, () => ({ width: 12.5 })),
  { width: 24 },
  ...Array.from({ length: 11 }, () => ({ width: 10.5 })),
  { width: 26 },
  { width: 34 },
  { width: 40, hidden: true as const },
  { width: 9, hidden: true as const },
  { width: 9, hidden: true as const },
  { width: 9, hidden: true as const },
  { width: 29, hidden: true as const },
  { width: 29, hidden: true as const },
  { width: 9, hidden: true as const },
  { width: 14, hidden: true as const },
  { width: 9, hidden: true as const },
]
/** As far as the cost of a unit of gain; what it is reckoned from stands behind. */
const printed = 16
const lower = (fieldOf(Tool, 'better') as { choices: Record<string, string> }).choices['lower']!
const against = {
  better: 'Better, by more than chance',
  worse: 'Worse, by more than chance',
  within: 'Within the interval',
  unknown: 'Interval not known',
} as const

type Measured = { readonly line: Line; readonly impact: Impact }
type Compared = Exclude<Impact['compared'], { tool: null }>
const comparedOf = ({ impact }: Measured): Compared | null =>
  impact.compared.tool === null ? null : impact.compared
const toolOf = (one: Measured, tools: ReadonlyMap<string, AssessmentTool>) =>
  tools.get((one.impact.exit ?? one.impact.entry)!.tool)
const or = (value: number | null | undefined): Plain => value ?? ''
const tooFew = 'Too few pupils to tell'
const indicative = 'Indicative, no control group'
const sheetHas = (rows: ReturnType<typeof pageOf>['rows'], { row, column, rows: count }: Area): boolean =>
  rows.slice(row, row + count).some(({ cells }) => typeof plain(cells[column] ?? null) === 'number')
const setOf = (provision: string, tool: string) => `${provision} · ${tool}`

/** Scores at start and end with what they come to, effect sizes of provisions, and goals. Null without either. */
export const impactSheet = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
  footer: string,
): Sheet | null => {
  const tools = byKey(input.more?.tools ?? [])
  const goals = input.more?.goals ?? []
  const given = { scores: byKey(input.more?.scores ?? []), tools, goals: goalsByLine(goals) }
  const measured = lines
    .map((line): Measured => ({
      line,
      impact: impactOf(line.allocation, { ...given, costPence: line.cost.cost?.perPupilPence ?? null }),
    }))
    .filter(({ impact }) => impact.entry !== null || impact.exit !== null)
  const goalTables = goalParts(input, lines, names)
  if (measured.length === 0 && goalTables === null) return null
  const page = pageOf(columns)
  page.title(
    'Impact',
    'Pale yellow: scores as they were recorded. Grey: what they come to. Indicative: there was no control group, and pupils also grow without support.',
  )
  const sets = setsOf(measured, tools)
  if (measured.length > 0) effects(page, sets, tools, names, setting(input.school, 'fewestShown'))
  goalTables?.(page)
  if (measured.length > 0) scores(page, measured, sets, tools, names)
  return page.sheet('impact', names.sheets.impact, footer, printed)
}

/** Lines by provision and tool; of each pupil the one that counts, as in the tab. */
type Sets = ReadonlyMap<string, readonly Measured[]>
const setsOf = (measured: readonly Measured[], tools: ReadonlyMap<string, AssessmentTool>): Sets =>
  new Map(
    [...grouped(measured, (one) => setOf(provisionOf(one), toolOf(one, tools)?.name ?? ''))].map(
      ([name, some]) => {
        const byLine = new Map(some.map((one) => [one.line.allocation.key, one]))
        const lines = some.map(({ line, impact }) => ({
          line: line.allocation,
          impact,
          costPence: null,
          sessions: null,
        }))
        const { entry, exit } = some[0]!.impact
        return [name, linePerPupil(lines, (exit ?? entry)!.tool).map(({ line }) => byLine.get(line.key)!)]
      },
    ),
  )

const effects = (
  page: ReturnType<typeof pageOf>,
  sets: Sets,
  tools: ReadonlyMap<string, AssessmentTool>,
  names: MapNames,
  fewest: number,
): void => {
  const here = (column: string) => inRow(names.effects, column)
  const all = (column: string) => wholeColumn(names.impact, column)
  // Each pupil once.
  const own = `${all('Set')},${here('Set')},${all('Counts')},1`
  const few = names.fewest
  const [n, all2, met, missed] = [
    `SUMIFS(${all('Paired')},${own})`,
    `COUNTIFS(${own})`,
    `COUNTIFS(${own},${all('Met')},"Yes")`,
    `COUNTIFS(${own},${all('Met')},"No")`,
  ]
  const small = (count: string) => `AND(${count}>0,${count}<${few})`
  const unless = (tests: readonly string[], formula: string) =>
    `IF(OR(${all2}<${few},${tests.join(',')}),"${hiddenWords}",${formula})`
  const ofBoth = (formula: string) => `IF(${n}=0,"",${unless([small(n)], formula)})`
  const ofMet = (formula: string) =>
    unless(
      [small(met), small(missed), small(`(${all2}-${met}-${missed})`), small(`ABS(${n}-${met}-${missed})`)],
      formula,
    )
  const spread = (start: 'Start' | 'End') =>
    ofBoth(
      `IF(${n}<2,"",SQRT(SUMPRODUCT((${all('Set')}=${here('Set')})*${all('Counts')}*${all('Paired')}*(${all(`${start} if paired`)}-${here(`Mean at ${start.toLowerCase()}`)})^2)/(${n}-1)))`,
    )
  const meanOf = (start: 'Start' | 'End') => ofBoth(`SUMIFS(${all(`${start} if paired`)},${own})/${n}`)
  const better = `IF(${here('Better is')}="${lower}",-1,1)`
  const change = `${better}*(${here('Mean at end')}-${here('Mean at start')})`
  const root = `SQRT((${here('SD at start')}^2+${here('SD at end')}^2)/2)`
  const byOwnSpread = `IF(${root}=0,"",ROUND(ROUND(${change}/${root},9),2))`
  const number = (name: string, style: Spec['style'], formula: string): Spec => ({ name, style, formula })
  page.heading('By provision and tool')
  const made = page.table(
    names.effects,
    'For each provision and tool: how many pupils, means and spread at start and end, and the effect size',
    [
      { name: 'Set', style: 'plain.text' },
      { name: 'Better is', style: 'plain.text' },
      number(
        'How far to trust it',
        'calculated.general',
        `IF(OR(${n}<2,${n}<${few},${all2}<${few}),"${tooFew}",IF(AND(${n}<8,NOT(${small(`(${all2}-${n})`)})),"${indicative}; fewer than 8","${indicative}"))`,
      ),
      number('Pupils', 'calculated.whole', `IF(${all2}<${few},"${hiddenWords}",${all2})`),
      number('Pupils with both', 'calculated.whole', unless([small(n), small(`(${all2}-${n})`)], n)),
      number('Mean at start', 'calculated.hundredth', meanOf('Start')),
      number('Mean at end', 'calculated.hundredth', meanOf('End')),
      number('SD at start', 'calculated.hundredth', spread('Start')),
      number('SD at end', 'calculated.hundredth', spread('End')),
      number(
        'Effect size d',
        'calculated.hundredth',
        ofBoth(
          `IF(${n}<2,"",IF(${here('Standardised')}="Yes",ROUND(ROUND(${change}/15,9),2),${byOwnSpread}))`,
        ),
      ),
      number(
        'd by their own SD',
        'calculated.hundredth',
        `IF(${here('Standardised')}<>"Yes","",${ofBoth(`IF(${n}<2,"",${byOwnSpread})`)})`,
      ),
      { name: 'Standardised', style: 'plain.text' },
      number('Met target', 'calculated.whole', ofMet(met)),
      number('Target known', 'calculated.whole', ofMet(`${met}+${missed}`)),
      number(
        'Share that met it',
        'calculated.percent',
        ofMet(`IF(${met}+${missed}=0,"",ROUND(100*${met}/(${met}+${missed}),0)/100)`),
      ),
    ],
    [...sets].map(([name, some]) => {
      const tool = toolOf(some[0]!, tools)
      const better = tool?.better ?? 'higher'
      const pairs = some.flatMap((one) => pairOf(one) ?? [])
      const isStandardised = tool?.scale === 'standardised'
      const effect = effectSize(pairs, { better, sd15: isStandardised })
      const byOwn = effectSize(pairs, { better })
      const sd15 = effectSize(pairs, { better, sd15: true })
      const met = percentMet(some.map((one) => comparedOf(one)?.met ?? null))
      const of = (f: (pair: { start: number; end: number }) => number) => pairs.map(f)
      const mean = (values: number[]): Plain =>
        values.length === 0 ? '' : values.reduce((sum, value) => sum + value, 0) / values.length
      const measuredSpread = sd15.value === null ? null : sd15.deviations
      const away = (counts: readonly number[]) =>
        some.length < fewest || counts.some((count) => count > 0 && count < fewest)
      const unlessFew = (counts: readonly number[], value: Plain): Plain =>
        away(counts) ? hiddenWords : value
      const ofBoth = (value: Plain): Plain => (pairs.length === 0 ? '' : unlessFew([pairs.length], value))
      const [got, known] = met.value === null ? [0, 0] : [met.met, met.n]
      const ofMet = (value: Plain) =>
        unlessFew([got, known - got, some.length - known, Math.abs(pairs.length - known)], value)
      return [
        name,
        show(fieldOf(Tool, 'better'), better),
        pairs.length < 2 || pairs.length < fewest || some.length < fewest
          ? tooFew
          : pairs.length < 8 && !away([some.length - pairs.length])
            ? `${indicative}; fewer than 8`
            : indicative,
        some.length < fewest ? hiddenWords : some.length,
        unlessFew([pairs.length, some.length - pairs.length], pairs.length),
        ofBoth(mean(of(({ start }) => start))),
        ofBoth(mean(of(({ end }) => end))),
        ofBoth(or(measuredSpread?.start)),
        ofBoth(or(measuredSpread?.end)),
        ofBoth(or(effect.value)),
        isStandardised ? ofBoth(or(byOwn.value)) : '',
        isStandardised ? 'Yes' : 'No',
        ofMet(got),
        ofMet(known),
        ofMet(met.value === null ? '' : met.value / 100),
      ]
    }),
  )
  page.note(
    `Figures of fewer than ${fewest} pupils are hidden in this table, and so is what would give them away: it can be passed on. Each pupil counts once, with the latest line that was measured at both ends. The effect size of standardised scores divides by 15, their spread among all children, as the tab does: that is more cautious than the spread of these pupils beside it. The tables below name pupils: keep them in school.`,
  )
  const drawn = sheetHas(page.rows, made.cells('Effect size d'))
  if (!drawn) {
    page.gap()
    return
  }
  page.chart(
    {
      title: 'Effect size by provision and tool',
      about:
        'Bars: the effect size of each provision with each tool; 0.2 is small, 0.5 medium, 0.8 large. Indicative, no control group. The figures are in the table above.',
      kind: 'bar',
      labels: made.cells('Set'),
      series: [{ name: 'Effect size d', values: made.cells('Effect size d') }],
      unit: 'effect size d',
      format: 'hundredth',
    },
    6,
    Math.min(40, sets.size + 8),
  )
}

const provisionOf = ({ line }: Measured) => line.provision?.name ?? 'Archived provision'
/** The main numbers at start and end where the two can be compared. */
const pairOf = (one: Measured): { start: number; end: number } | null => {
  const compared = comparedOf(one)
  if (compared === null || compared.gain === null) return null
  return {
    start: mainNumber(one.impact.entry!, compared.tool)!,
    end: mainNumber(one.impact.exit!, compared.tool)!,
  }
}

const scores = (
  page: ReturnType<typeof pageOf>,
  measured: readonly Measured[],
  sets: Sets,
  tools: ReadonlyMap<string, AssessmentTool>,
  names: MapNames,
): void => {
  const at = (column: string) => inRow(names.impact, column)
  const map = (column: string) => wholeColumn(names.map, column)
  const none = `${at('Why not compared')}<>""`
  const both = (a: string, b: string) => `COUNT(${at(a)},${at(b)})<2`
  const days = `(${at('End day')}-${at('Start day')})`
  const better = `IF(${at('Better is')}="${lower}",-1,1)`
  const change = at('Change of SS')
  const width = at('Interval at 90%')
  const input = (name: string, style: Spec['style'] = 'input.number'): Spec => ({ name, style })
  const made = (name: string, style: Spec['style'], formula: string): Spec => ({ name, style, formula })
  const counts = new Set([...sets.values()].flat())
  const turns = new Map(
    measured
      .map(({ line: { allocation } }) => allocation)
      .toSorted((a, b) => (a.from < b.from || (a.from === b.from && a.key < b.key) ? -1 : 1))
      .map(({ key }, place) => [key, place + 1]),
  )
  const whole = (column: string) => wholeColumn(names.impact, column)
  page.heading('By pupil and support')
  page.table(
    names.impact,
    'One row for each line of support with scores at its start or end: gain, ratio gain, change of standardised score and cost of a unit of gain',
    [
      { name: 'Pupil', style: 'plain.text' },
      { name: 'Provision', style: 'plain.text' },
      { name: 'Tool', style: 'plain.text' },
      input('Start day', 'input.date'),
      input('End day', 'input.date'),
      input('Start'),
      input('End'),
      made(
        'Gain',
        'calculated.number',
        `IF(OR(${none},${both('Start', 'End')}),"",ROUND(${better}*(${at('End')}-${at('Start')}),2))`,
      ),
      input('Target'),
      made(
        'Met',
        'calculated.general',
        `IF(OR(${none},${at('Target')}="",${at('End')}=""),"",IF(${better}*(${at('End')}-${at('Target')})>=0,"Yes","No"))`,
      ),
      made(
        'Months between',
        'calculated.tenth',
        `IF(OR(${none},${both('Start day', 'End day')}),"",ROUND(${days}/30.4375,1))`,
      ),
      made(
        'Ratio gain',
        'calculated.tenth',
        `IF(OR(${none},${both('Age at start, months', 'Age at end, months')}),"",ROUND((${at('Age at end, months')}-${at('Age at start, months')})*30.4375/${days},1))`,
      ),
      made(
        'Change of SS',
        'calculated.number',
        `IF(OR(${none},${both('SS at start', 'SS at end')}),"",${at('SS at end')}-${at('SS at start')})`,
      ),
      made(
        'Against the interval',
        'calculated.general',
        `IF(${change}="","",IF(${width}="","${against.unknown}",IF(ABS(${change})<=${width},"${against.within}",IF(${change}*IF(${at('SS lower is better')}="Yes",-1,1)>0,"${against.better}","${against.worse}"))))`,
      ),
      made(
        'Cost',
        'calculated.money',
        `IFERROR(INDEX(${map('Cost')},MATCH(${at('Record key')},${map('Record key')},0)),"")`,
      ),
      made(
        'Cost of a unit of gain',
        'calculated.money',
        `IF(OR(${at('Gain')}="",NOT(ISNUMBER(${at('Cost')}))),"",IF(${at('Gain')}>0,ROUND(ROUND(100*${at('Cost')}/${at('Gain')},7),0)/100,""))`,
      ),
      { name: 'Better is', style: 'plain.text' },
      input('Age at start, months'),
      input('Age at end, months'),
      input('SS at start'),
      input('SS at end'),
      input('Interval ±'),
      input('Level %'),
      made(
        'Interval at 90%',
        'calculated.hundredth',
        `IF(COUNT(${at('Interval ±')},${at('Level %')})<2,"",IF(${at('Level %')}>=90,${at('Interval ±')},IF(${at('Level %')}=80,${at('Interval ±')}*1.6449/1.2816,IF(${at('Level %')}=68,${at('Interval ±')}*1.6449/0.9945,""))))`,
      ),
      { name: 'SS lower is better', style: 'plain.text' },
      { name: 'Unit', style: 'plain.text' },
      { name: 'Why not compared', style: 'plain.text' },
      made('Set', 'calculated.general', `${at('Provision')}&" · "&${at('Tool')}`),
      made('Paired', 'calculated.whole', `IF(${at('Gain')}="",0,1)`),
      made('Start if paired', 'calculated.number', `IF(${at('Gain')}="",0,${at('Start')})`),
      made('End if paired', 'calculated.number', `IF(${at('Gain')}="",0,${at('End')})`),
      { name: 'Record key', style: 'plain.text' },
      { name: 'Pupil key', style: 'plain.text' },
      { name: 'Turn', style: 'plain.whole' },
      made('Order', 'calculated.whole', `${at('Paired')}*10^10+N(${at('End day')})*10^5+${at('Turn')}`),
      made(
        'Counts',
        'calculated.whole',
        `IF(COUNTIFS(${whole('Pupil key')},${at('Pupil key')},${whole('Set')},${at('Set')},${whole('Order')},">"&${at('Order')})=0,1,0)`,
      ),
    ],
    measured.map((one) => {
      const { line, impact } = one
      const { entry, exit } = impact
      const tool = toolOf(one, tools)
      const compared = comparedOf(one)
      const pair = pairOf(one)
      const main = (score: typeof entry) => (score && tool ? mainNumber(score, tool) : null)
      // Numbers that may not be set against each other stand apart: one of the two is left blank.
      const end = compared && compared.gain === null ? null : main(exit)
      const interval = entry && exit && tool && compared ? intervalOf(entry, exit, tool) : null
      const ss = compared?.standardised
      const width = interval === null ? null : atNinety(interval.plusMinus, interval.level)
      return [
        listName(line.pupil),
        provisionOf(one),
        tool?.name ?? '',
        entry ? serialOf(entry.day) : null,
        exit ? serialOf(exit.day) : null,
        main(entry),
        end,
        or(compared?.gain),
        end === null ? null : (exit?.target ?? entry?.target ?? null),
        compared === null || compared.met === null ? '' : compared.met ? 'Yes' : 'No',
        compared && entry && exit ? monthsBetween(entry.day, exit.day) : '',
        or(compared?.ratio.value),
        or(ss?.value),
        ss && ss.value !== null ? against[ss.against] : '',
        line.cost.cost ? line.cost.cost.perPupilPence / 100 : 'Unfinished',
        impact.cost.value === null ? '' : impact.cost.value / 100,
        show(fieldOf(Tool, 'better'), tool?.better ?? 'higher'),
        entry ? exactAge(entry) : null,
        exit ? exactAge(exit) : null,
        entry?.standardised ?? null,
        exit?.standardised ?? null,
        interval?.plusMinus ?? null,
        interval?.level ?? null,
        or(width),
        tool?.scale === 'standardised' && tool.better === 'lower' ? 'Yes' : 'No',
        compared?.unit ?? null,
        impact.compared.tool === null ? impact.compared.without : null,
        setOf(provisionOf(one), tool?.name ?? ''),
        pair ? 1 : 0,
        pair?.start ?? 0,
        pair?.end ?? 0,
        line.allocation.key,
        line.pupil.key,
        turns.get(line.allocation.key)!,
        (pair ? 10 ** 10 : 0) + (exit ? serialOf(exit.day) : 0) * 10 ** 5 + turns.get(line.allocation.key)!,
        counts.has(one) ? 1 : 0,
      ]
    }),
    true,
  )
}
/** As the formula beside it widens an interval; the domain only says how a change stands against it. */
const atNinety = (plusMinus: number, level: number): number | null =>
  level >= 90
    ? plusMinus
    : level === 80
      ? (plusMinus * 1.6449) / 1.2816
      : level === 68
        ? (plusMinus * 1.6449) / 0.9945
        : null
