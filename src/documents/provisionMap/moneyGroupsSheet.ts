import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { daysOfYear, showMoneyYear } from '../../domain/rules/annualise.ts'
import { staffRoles } from '../../domain/rules/codes.ts'
import { needsRate, rateOn } from '../../domain/rules/cost.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { groupCost } from '../../domain/rules/yearLine.ts'
import { inRow, type Plain, type Sheet, wholeColumn } from '../xlsx/model.ts'
import type { MapInput } from './input.ts'
import { heads } from './mapColumns.ts'
import { boughtFromMap, emptyRow, hoursFromMap, lineHeads } from './moneyLinesSheet.ts'
import type { MapNames } from './names.ts'
import { type Body, pageOf, type Spec } from './page.ts'
import { pounds, rateColumns } from './rateColumns.ts'
import { stretchesIn } from './storedScenario.ts'
import { wholeGroups, type YearMoney } from './yearMoney.ts'

const [group, share, weeks, cost] = ['Group', 'Part of its run', 'Weeks in it', 'Cost, not rounded']
const held = [...hoursFromMap.filter(([head]) => head !== 'group'), ...boughtFromMap] as const

const specsOf = (names: MapNames): readonly Spec[] => {
  const at = (column: string) => inRow(names.moneyGroups, column)
  const number = (head: keyof typeof heads) => `N(${at(heads[head])})`
  const rate = (column: keyof typeof rateColumns) => wholeColumn(names.rates, rateColumns[column])
  const byHour = `AND(COUNT(${at(heads.sessions)},${at(heads.minutes)},${at(heads.weeks)})>0,OR(${at(heads.role)}<>"${staffRoles.external}",${at(heads.external)}=""))`
  const began = `(${rate('role')}=${at(heads.role)})*(${rate('from')}<=${at(heads.from)})`
  const amount = (style: Spec['style']): Pick<Spec, 'style' | 'check'> =>
    style.endsWith('.general')
      ? { style: 'input.text', check: { list: names.list('Roles') } }
      : { style: style.endsWith('.money') ? 'input.money' : 'input.number', check: { least: 0, most: 1_000_000 } } // prettier-ignore
  const calculated = (name: string, style: Spec['style'], formula: string): Spec => ({ name, style, formula })
  return [
    { name: group, style: 'plain.text' },
    { name: heads.from, style: 'plain.date' },
    { name: heads.until, style: 'plain.date' },
    ...held.map(([head, style]): Spec => ({ name: heads[head], ...amount(style) })),
    { name: share, style: 'input.percent', check: { least: 0, most: 100 } },
    calculated(
      heads.rateFrom,
      'calculated.date',
      `IF(AND(${byHour},${at(heads.role)}<>""),IF(SUMPRODUCT(${began})=0,"",SUMPRODUCT(MAX(${began}*${rate('from')}))),"")`,
    ),
    calculated(
      heads.hourly,
      'calculated.exact',
      `IF(ISNUMBER(${at(heads.rateFrom)}),IFERROR(AVERAGEIFS(${rate('hourly')},${rate('role')},${at(heads.role)},${rate('from')},${at(heads.rateFrom)}),0),0)`,
    ),
    calculated(weeks, 'calculated.hundredth', `${at(share)}*${number('weeks')}`),
    calculated(
      cost,
      'calculated.exact',
      `${at(heads.hourly)}*${number('sessions')}*(${number('minutes')}+${number('prep')})/60*${at(weeks)}+(${number('resources')}+${number('external')})*${at(share)}`,
    ),
  ]
}

/** What groups cost beyond their pupils’ shares: everything rounded once, less all shares rounded once. */
export const unsharedFormula = (year: YearMoney, names: MapNames): string => {
  const exact = wholeColumn(names.moneyLines, lineHeads.exactCost)
  const alone = `SUMIFS(${exact},${wholeColumn(names.moneyLines, lineHeads.total)},"Yes")`
  const groups = wholeGroups(year).length > 0 ? `+SUM(${wholeColumn(names.moneyGroups, cost)})` : ''
  return `ROUND(ROUND(ROUND(${alone}${groups},8),2)-ROUND(ROUND(SUM(${exact}),8),2),2)`
}

/** What each group costs the school in the year, whoever comes; null where no group’s whole cost is known. */
export const moneyGroupsSheet = (
  input: MapInput,
  year: YearMoney,
  names: MapNames,
  footer: string,
): Sheet | null => {
  const whole = wholeGroups(year)
  if (whole.length === 0) return null
  const specs = specsOf(names)
  const page = pageOf(specs.map((_, at) => ({ width: at === 0 ? 34 : at === 3 ? 22 : 13 })))
  const words = showMoneyYear(year.money.year)
  const { from } = daysOfYear(year.money.year)
  page.title(
    `Money: groups in ${words}`,
    'What each group costs whoever comes. Beyond its pupils’ shares it is not shared out: places that nobody took. Pale yellow: as the group says.',
  )
  const known = new Map((input.groups ?? []).map((one) => [one.key, one]))
  const body = whole.flatMap(({ alone, of }): Body => {
    const { line } = alone!
    const cells = held.map(([, style, field]): Plain => {
      if (field === 'role') return show(fieldOf(Allocation, 'role'), line.role) || null
      const value = line[field] as number | null | undefined
      return value === null || value === undefined ? null : style.endsWith('.money') ? value / 100 : value
    })
    return stretchesIn(alone!)
      .filter((stretch) => stretch.from >= from)
      .map((stretch) => {
        const part = Number(stretch.price.n) / Number(stretch.price.d)
        const rated = needsRate(line) && line.role ? rateOn(input.rates, line.role, stretch.from) : undefined
        return [
          known.get(of)?.name ?? 'Group',
          serialOf(stretch.from),
          serialOf(stretch.until),
          ...cells,
          part,
          rated ? serialOf(rated.from) : '',
          stretch.rate ? pounds(stretch.rate) : 0,
          part * (line.weeks ?? 0),
          pounds(groupCost(line, stretch)),
        ]
      })
  })
  page.table(
    names.moneyGroups,
    `When each group is given in ${words}, at which rate, and what that costs the school`,
    specs,
    body.length > 0 ? body : emptyRow(specs),
    true,
  )
  return page.sheet('moneyGroups', names.sheets.moneyGroups, footer)
}
