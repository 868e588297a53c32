import { showMoneyYear } from '../../domain/rules/annualise.ts'
import { serialOf } from '../../domain/rules/day.ts'
import { inRow, type Sheet, wholeColumn } from '../xlsx/model.ts'
import { listName } from './input.ts'
import { heads } from './mapColumns.ts'
import { type PupilFigures, sharedBy } from './moneyFigures.ts'
import { beforeTheYear, emptyRow, inTheYear, lineHeads, weekHeads } from './moneyLinesSheet.ts'
import type { MapNames } from './names.ts'
import { type Body, pageOf, type Spec } from './page.ts'
import { rateColumns } from './rateColumns.ts'
import type { YearMoney } from './yearMoney.ts'

const share = 'Part of the line'
const present = 'Pupils then'
const lineRow = 'Row of the line'
const underRules = 'Shared by under the rules'

/** Formulas for the rate that holds on a day, where others than the school’s may. */
export type OtherRates = {
  readonly from: (role: string, day: string) => string
  readonly hourly: (role: string, from: string) => string
}

const specsOf = (names: MapNames, others: OtherRates | undefined): readonly Spec[] => {
  const at = (column: string) => inRow(names.moneyWeeks, column)
  const line = (column: string) => `INDEX(${wholeColumn(names.moneyLines, column)},${at(lineRow)})`
  const number = (column: string) => `N(${line(column)})`
  const rate = (column: keyof typeof rateColumns) => wholeColumn(names.rates, rateColumns[column])
  const byHour = `${line(lineHeads.byHour)}="Yes"`
  const began = `(${rate('role')}=${line(heads.role)})*(${rate('from')}<=${at(heads.from)})`
  const group = (how: string, otherwise: string) =>
    `IF(${line(how)}="${sharedBy.one}",1,IF(${line(how)}="${sharedBy.week}",${at(present)},${otherwise}))`
  const live = (formula: string) => `IF(${at(weekHeads.double)}="Yes",0,${formula})`
  const calculated = (name: string, style: Spec['style'], formula: string): Spec => ({ name, style, formula })
  return [
    calculated(heads.pupil, 'calculated.general', `${line(heads.pupil)}&""`),
    calculated(heads.provision, 'calculated.general', `${line(heads.provision)}&""`),
    { name: heads.from, style: 'input.date', check: { day: true } },
    { name: heads.until, style: 'input.date', check: { day: true } },
    { name: weekHeads.when, style: 'input.text' },
    { name: share, style: 'input.percent', check: { least: 0, most: 100 } },
    { name: present, style: 'input.whole', check: { least: 1, most: 60, whole: true } },
    { name: weekHeads.double, style: 'input.text', check: { list: names.list('YesNo') } },
    calculated(
      heads.rateFrom,
      'calculated.date',
      `IF(OR(NOT(${byHour}),${line(heads.role)}=""),"",${others?.from(line(heads.role), at(heads.from)) ?? `IF(SUMPRODUCT(${began})=0,"",SUMPRODUCT(MAX(${began}*${rate('from')})))`})`,
    ),
    calculated(
      heads.hourly,
      'calculated.exact',
      `IF(ISNUMBER(${at(heads.rateFrom)}),${others?.hourly(line(heads.role), at(heads.rateFrom)) ?? `IFERROR(AVERAGEIFS(${rate('hourly')},${rate('role')},${line(heads.role)},${rate('from')},${at(heads.rateFrom)}),0)`},0)`,
    ),
    calculated(weekHeads.weeks, 'calculated.hundredth', `${at(share)}*${number(heads.weeks)}`),
    calculated('Shared by', 'calculated.whole', group(lineHeads.how, `MAX(1,${number(heads.group)})`)),
    calculated(
      weekHeads.cost,
      'calculated.exact',
      live(
        `(IF(${byHour},${at(heads.hourly)}*${number(heads.sessions)}*(${number(heads.minutes)}+${number(heads.prep)})/60*${at(weekHeads.weeks)},0)+(${number(heads.resources)}+${number(heads.external)})*${at(share)})/${at('Shared by')}`,
      ),
    ),
    calculated(
      underRules,
      'calculated.whole',
      group(lineHeads.howUnder, `IF(${line(heads.group)}="",${at(present)},MAX(1,${number(heads.group)}))`),
    ),
    calculated(
      weekHeads.hours,
      'calculated.hundredth',
      live(
        `IF(${byHour},${number(heads.sessions)}*${line(lineHeads.minutes)}/60*${at(weekHeads.weeks)}/${at(underRules)},0)`,
      ),
    ),
    calculated(
      weekHeads.staff,
      'calculated.exact',
      `${at(weekHeads.hours)}*IF(ISNUMBER(${line(lineHeads.fixed)}),${line(lineHeads.fixed)},${at(heads.hourly)})`,
    ),
    calculated(
      weekHeads.prices,
      'calculated.exact',
      live(`${line(lineHeads.prices)}*${at(share)}/${at(underRules)}`),
    ),
    { name: weekHeads.key, style: 'plain.text' },
    calculated(
      lineRow,
      'calculated.whole',
      `MATCH(${at(weekHeads.key)},${wholeColumn(names.moneyLines, lineHeads.key)},0)`,
    ),
  ]
}

/** Each line’s time up to the end of the year, cut where the year, a rate or its group changes. */
export const moneyWeeksSheet = (
  year: YearMoney,
  pupils: readonly PupilFigures[],
  names: MapNames,
  footer: string,
  what = 'Money',
  others?: OtherRates,
): Sheet => {
  const specs = specsOf(names, others)
  const page = pageOf(
    specs.map((_, at) => ({
      width: at < 2 ? 34 : at === 4 ? 16 : 12,
      ...(at >= specs.length - 2 && { hidden: true as const }),
    })),
  )
  const words = showMoneyYear(year.money.year)
  page.title(
    `${what}: weeks in ${words}`,
    'A line’s weeks are split by school days. What has been given before the year stands here too: a line’s parts are rounded together, so that they add up.',
  )
  const body = pupils
    .flatMap(({ year: { pupil }, lines }) => lines.map((line) => ({ pupil, line })))
    .flatMap(({ pupil, line }, row): Body =>
      line.parts.map(({ part, ...one }) => [
        listName(pupil),
        line.of.provision?.name ?? 'Provision no longer offered',
        serialOf(part.from),
        serialOf(part.until),
        part.isIn ? inTheYear : beforeTheYear,
        one.share,
        part.present,
        part.double ? 'Yes' : 'No',
        part.rateFrom === null ? '' : serialOf(part.rateFrom),
        one.rate,
        one.weeks,
        part.sharers,
        one.cost,
        one.sharersUnder,
        one.hours,
        one.staff,
        one.prices,
        line.of.line.key,
        row + 1,
      ]),
    )
  page.table(
    names.moneyWeeks,
    `When each line is given up to the end of ${words}, at which rate and shared by how many`,
    specs,
    body.length > 0 ? body : emptyRow(specs),
    true,
  )
  return page.sheet('moneyWeeks', names.sheets.moneyWeeks, footer)
}
