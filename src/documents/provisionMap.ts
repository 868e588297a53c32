import { writtenDay } from '../domain/rules/day.ts'
import { setting } from '../domain/rules/settings.ts'
import { factsMark, factsText, scopeText } from './mapBack/facts.ts'
import { aboutSheet } from './provisionMap/aboutSheet.ts'
import { baseSheet } from './provisionMap/baseSheet.ts'
import {
  distinctRates,
  type MapInput,
  mapLines,
  mapYear,
  scopeWords,
  yearWords,
} from './provisionMap/input.ts'
import { listsSheet } from './provisionMap/listsSheet.ts'
import { mapColumns } from './provisionMap/mapColumns.ts'
import { mapSheet } from './provisionMap/mapSheet.ts'
import { mapNames } from './provisionMap/names.ts'
import { pupilFigures } from './provisionMap/moneyFigures.ts'
import { moneyLinesSheet } from './provisionMap/moneyLinesSheet.ts'
import { moneyWeeksSheet } from './provisionMap/moneyWeeksSheet.ts'
import { yearMoney } from './provisionMap/yearMoney.ts'
import { moneyGroupsSheet } from './provisionMap/moneyGroupsSheet.ts'
import { moneySheet } from './provisionMap/moneySheet.ts'
import { deliverySheet } from './provisionMap/deliverySheet.ts'
import { impactSheet } from './provisionMap/impactSheet.ts'
import { type SheetChoice, usualSheets } from './provisionMap/more.ts'
import { pupilSheets } from './provisionMap/pupilSheets.ts'
import { reckonScenario, scenariosOf } from './provisionMap/storedScenario.ts'
import { scenarioMoney } from './provisionMap/scenarioMoney.ts'
import { scenarioWeeksSheet } from './provisionMap/scenarioWeeks.ts'
import { storedScenarioSheet } from './provisionMap/storedScenarioSheet.ts'
import { scenarioSheet } from './provisionMap/scenarioSheet.ts'
import { rulebooksSheet } from './provisionMap/rulebooksSheet.ts'
import { topUpsSheet } from './provisionMap/topUpsSheet.ts'
import { timetableSheet } from './provisionMap/timetableSheet.ts'
import { ratesSheet } from './provisionMap/ratesSheet.ts'
import { totalsSheet } from './provisionMap/totalsSheet.ts'
import { quotedSheet, type Workbook } from './xlsx/model.ts'

/**
 * The costed provision map as a workbook whose figures are formulas over its own table of rates. Cached values beside
 * the formulas are the domain's (domain/rules/cost.ts). `copy` above 1 names everything apart, for a workbook that
 * already holds a map. Source of the method: see the rules in domain/rules/cost.ts.
 */
export const provisionMap = (input: MapInput, copy = 1): Workbook => {
  const names = mapNames(copy)
  const { lines, leftOut } = mapLines(input)
  const confidential = setting(input.school, 'confidentialityLine')
  const year = yearMoney(input)
  const figures = year.pupils.map((pupil) => pupilFigures(pupil, input, year))
  const rates = ratesSheet(input, names, confidential)
  const lists = listsSheet(input, names, confidential)
  const wanted = new Set(input.sheets ?? usualSheets)
  const chosen = <S>(choice: SheetChoice, make: () => S): S | null => (wanted.has(choice) ? make() : null)
  const stored =
    chosen('scenario', () => scenariosOf(input).flatMap((one) => reckonScenario(input, one) ?? [])) ?? []
  const money = stored.map((one, at) => scenarioMoney(input, lines, one, at + 1, names, confidential))
  const given = [
    mapSheet(input, lines, names, confidential),
    totalsSheet(input, lines, names, confidential),
    moneySheet(input, year, figures, names, confidential),
    topUpsSheet(input, year, names, confidential),
    ...(chosen('pupils', () => pupilSheets(input, lines, names, confidential)) ?? []),
    chosen('timetable', () => timetableSheet(input, lines, names, confidential)),
    chosen('delivery', () => deliverySheet(input, lines, names, confidential)),
    chosen('impact', () => impactSheet(input, lines, names, confidential)),
    chosen('scenario', () => scenarioSheet(input, lines, names, confidential)),
    ...stored.map((one, at) =>
      storedScenarioSheet(input, one, at + 1, names, confidential, money[at]!.schoolPays),
    ),
    moneyLinesSheet(year, figures, lines, names, confidential),
    moneyWeeksSheet(year, figures, names, confidential),
    input.scope.is === 'school' ? moneyGroupsSheet(input, year, names, confidential) : null,
    ...stored.map((one, at) => scenarioWeeksSheet(input, lines, one, at + 1, names, confidential)),
    ...money.flatMap(({ sheets }) => sheets),
    rates.sheet,
    rulebooksSheet(input, names, confidential),
  ].filter((sheet) => sheet !== null)
  const sheets = [
    ...given,
    aboutSheet(input, { lines: lines.length, leftOut, sheets: given }, names, confidential),
    lists.sheet,
    baseSheet(lines, mapColumns(names, distinctRates(input.rates)), names, confidential),
  ]
  return {
    title: `Provision map: ${input.schoolName}`,
    // A pupil's name stays inside: a file's properties are shown in folders.
    subject: `${input.scope.is === 'pupil' ? 'One pupil' : scopeWords(input)}, ${yearWords(input)}`,
    author: input.madeBy ?? input.schoolName,
    about: `Provision map of ${input.schoolName}, made ${writtenDay(input.today)}. Costs are formulas over its own table of rates.`,
    sheets,
    names: [
      ...rates.names,
      ...lists.names,
      ...sheets.map((sheet) => ({
        name: names.mark(sheet.id),
        refersTo: `${quotedSheet(sheet.name)}!$A$1`,
        hidden: true as const,
        comment: `${input.scope.is === 'pupil' ? 'One pupil' : scopeWords(input)}, made ${writtenDay(input.today)}`,
      })),
      {
        // What the workbook is of, for whoever reads it back.
        name: names.mark(factsMark),
        refersTo: factsText({
          school: input.schoolName,
          scope: scopeText(input.scope),
          made: input.today,
          year: mapYear(input),
        }),
        hidden: true,
      },
    ],
  }
}
