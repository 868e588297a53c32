import { type MoneyYear, showMoneyYear } from '../../domain/rules/annualise.ts'
import { type Sheet, wholeColumn } from '../xlsx/model.ts'
import type { Line, MapInput } from './input.ts'
import { pupilFigures } from './moneyFigures.ts'
import { moneyLinesSheet } from './moneyLinesSheet.ts'
import { moneyHeads, pupilTable } from './moneyPupils.ts'
import { moneyColumns } from './moneySheet.ts'
import { moneyWeeksSheet } from './moneyWeeksSheet.ts'
import type { MapNames } from './names.ts'
import { pageOf } from './page.ts'
import { rulesInForce } from './rulesInForce.ts'
import { hourlyOf, rateFromOf } from './scenarioRates.ts'
import { type ReckonedScenario, type State, states } from './storedScenario.ts'
import { topUpsSheet } from './topUpsSheet.ts'
import { asYearMoney, type YearMoney, yearMoney } from './yearMoney.ts'

/** What the school pays for the pupils of a table of their money: Element 2 used, and the gaps after top-up. */
const paidBy = ({ byPupil }: MapNames) => {
  const gap = wholeColumn(byPupil, moneyHeads.gap)
  return `ROUND(SUM(${wholeColumn(byPupil, moneyHeads.used)})+SUMIF(${gap},">0"),2)`
}

const isSame = (a: MoneyYear, b: MoneyYear) => a.starts === b.starts && a.year === b.year

type Own = { readonly isAlike: boolean; readonly years: Readonly<Partial<Record<State, YearMoney>>> }
/** The money that the map hasn’t got yet: of both states where another year or other settings hold on the first day. */
const ownMoney = (input: MapInput, { sides, school }: ReckonedScenario): Own => {
  const onMap = yearMoney(input)
  const [now, then] = [sides.now.figures.money, sides.then.figures.money]
  const alike = asYearMoney(input, then, onMap.sets)
  if (
    isSame(now.year, onMap.money.year) &&
    JSON.stringify(school) === JSON.stringify(input.school) &&
    alike.sets.length === onMap.sets.length
  )
    return { isAlike: true, years: { then: alike } }
  const before = asYearMoney(input, now)
  return { isAlike: false, years: { now: before, then: asYearMoney(input, then, before.sets) } }
}

/**
 * What the school pays after top-up, as it is and with the what if: the sheets that its formulas read, and the formula of
 * each state. Where the map’s own year and rules hold, “As it is” reads the map’s sheets of money.
 */
export const scenarioMoney = (
  input: MapInput,
  lines: readonly Line[],
  reckoned: ReckonedScenario,
  at: number,
  names: MapNames,
  footer: string,
): { readonly sheets: readonly Sheet[]; readonly schoolPays: (state: State) => string } => {
  const { isAlike, years } = ownMoney(input, reckoned)
  const namesOf = (state: State): MapNames => {
    if (!years[state]) return names
    const own = state === 'now' ? 'NowMoney' : 'Money'
    const sheet = (part: string) => names.whatIfMoneySheet(at, state === 'now' ? `now ${part}` : part)
    return {
      ...names,
      byPupil: names.whatIf(at, own),
      moneyLines: names.whatIf(at, `${own}Lines`),
      moneyWeeks: names.whatIf(at, `${own}Weeks`),
      ...(!isAlike && { rules: names.whatIf(at, 'Rules'), topUps: names.whatIf(at, 'TopUps') }),
      sheets: {
        ...names.sheets,
        money: sheet('money'),
        moneyLines: sheet('money lines'),
        moneyWeeks: sheet('money weeks'),
        topUps: sheet('top-ups'),
      },
    }
  }
  const rates = {
    from: (role: string, day: string) => rateFromOf(names, at, { role, day, state: `"${states.then}"` }),
    hourly: (role: string, from: string) =>
      hourlyOf(names, at, { role, day: from, state: `"${states.then}"` }, from),
  }
  const sheetsOf = (state: State, year: YearMoney): Sheet[] => {
    const [own, { records }] = [namesOf(state), reckoned.sides[state]]
    const then = { ...input, school: reckoned.school, rates: records.rates, groups: records.groups }
    const figures = year.pupils.map((pupil) => pupilFigures(pupil, then, year))
    const words = showMoneyYear(year.money.year)
    const what = `What if, ${states[state].toLowerCase()}`
    const page = pageOf(moneyColumns)
    page.title(
      `${what}: money in ${words}`,
      `“${reckoned.scenario.name}”. Its lines${isAlike ? ' and their weeks' : ', their weeks and what pupils are paid'} are on hidden sheets: right-click a sheet’s tab and choose Unhide to see them.`,
    )
    page.figure(
      'The school pays',
      year.money.schoolSpend.pence / 100,
      'money',
      paidBy(own),
      'Up to the threshold for each pupil, and what top-up does not cover',
    )
    page.gap()
    page.heading('By pupil')
    const { specs, body } = pupilTable(figures, own)
    page.table(own.byPupil, `Each pupil’s cost in ${words} against the Element 2 threshold, ${states[state].toLowerCase()}`, specs, body, true) // prettier-ignore
    if (!isAlike && state === 'then') {
      page.gap()
      page.heading('Rules in force')
      const follows = JSON.stringify(reckoned.school) === JSON.stringify(input.school)
      const inForce = rulesInForce(then, year.sets, own, follows)
      page.table(own.rules, `Which rules hold in ${words}, for each authority`, inForce.specs, inForce.body)
    }
    const hidden = (sheet: Sheet, id: string): Sheet => ({ ...sheet, id, hidden: true })
    const id = state === 'now' ? `whatIfNow${at}` : `whatIf${at}`
    const money = page.sheet(`${id}Money`, own.sheets.money, footer, 14)
    return [
      state === 'now' ? hidden(money, money.id) : money,
      hidden(moneyLinesSheet(year, figures, lines, own, footer, what), `${id}MoneyLines`),
      hidden(
        moneyWeeksSheet(year, figures, own, footer, what, state === 'then' ? rates : undefined),
        `${id}MoneyWeeks`,
      ),
      ...(isAlike || state === 'now' ? [] : [hidden(topUpsSheet(then, year, own, footer), `${id}TopUps`)]),
    ]
  }
  return {
    sheets: (['then', 'now'] as const).flatMap((state) => {
      const year = years[state]
      return year ? sheetsOf(state, year) : []
    }),
    schoolPays: (state) => paidBy(namesOf(state)),
  }
}
