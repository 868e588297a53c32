import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { pupilMoney } from '../../domain/rules/cost.ts'
import { type Head, heads, unfinished } from './mapColumns.ts'
import { inRow, wholeColumn } from '../xlsx/model.ts'
import { type Line, listName } from './input.ts'
import type { MapNames } from './names.ts'
import type { Body, Spec } from './page.ts'

/** Pence of a line; an unfinished one costs nothing yet. */
const penceOf = (line: Line) => line.cost.cost?.perPupilPence ?? 0
const countOf = (line: Line) => line.allocation.countsTowardsElement2 !== false
export const sumOf = (lines: readonly Line[]) => lines.reduce((total, line) => total + penceOf(line), 0)
export const openOf = (lines: readonly Line[]) => lines.filter((line) => line.cost.missing).length

/** The lines of each pupil; they come sorted by pupil. */
const ownLines = (lines: readonly Line[]): Line[][] => {
  const groups: Line[][] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last && last[0]!.pupil.key === line.pupil.key) last.push(line)
    else groups.push([line])
  }
  return groups
}

/** How a pupil stands against the threshold, in the words of the sheet. */
const standings = {
  open: 'Not all lines finished',
  below: 'Below the threshold',
  covered: 'Above; top-up covers it',
  gap: 'Above; the school pays the gap',
} as const

export type PupilTotal = ReturnType<typeof pupilTotals>[number]

/** What each pupil costs against the threshold (pence), as the domain reckons it. */
export const pupilTotals = (lines: readonly Line[], threshold: number) =>
  ownLines(lines).map((own) => {
    const who = own[0]!.pupil
    const money = pupilMoney(own.filter(countOf).map(penceOf), threshold, who.topUp ?? 0)
    const standing =
      openOf(own) > 0 ? 'open' : money.aboveThreshold === 0 ? 'below' : money.topUpGap > 0 ? 'gap' : 'covered'
    return { who, own, money, standing: standings[standing] }
  })

/** The table of pupils: its columns with their formulas over the map, and what they come to. */
export const pupilTable = (
  byPupil: readonly PupilTotal[],
  threshold: number,
  names: MapNames,
): { readonly specs: readonly Spec[]; readonly body: Body } => {
  const map = (head: Head) => wholeColumn(names.map, heads[head])
  const pupil = (column: string) => inRow(names.byPupil, column)
  const key = pupil('Pupil key')
  const counted = pupil('Counts towards the threshold')
  const above = pupil('Above the threshold')
  const gap = pupil('Gap after top-up')
  const specs: Spec[] = [
    { name: heads.pupil, style: 'plain.text' },
    { name: heads.year, style: 'plain.text' },
    { name: fieldOf(Pupil, 'status').label, style: 'plain.text' },
    { name: 'Lines', style: 'calculated.whole', formula: `COUNTIFS(${map('pupilKey')},${key})` },
    {
      name: 'Unfinished lines',
      style: 'calculated.whole',
      formula: `COUNTIFS(${map('pupilKey')},${key},${map('cost')},"${unfinished}")`,
    },
    {
      name: 'Cost',
      style: 'calculated.money',
      formula: `ROUND(SUMIFS(${map('cost')},${map('pupilKey')},${key}),2)`,
    },
    {
      name: 'Counts towards the threshold',
      style: 'calculated.money',
      formula: `ROUND(${pupil('Cost')}-SUMIFS(${map('cost')},${map('pupilKey')},${key},${map('counts')},"No"),2)`,
    },
    { name: 'Threshold', style: 'calculated.money', formula: names.threshold },
    { name: 'Up to the threshold', style: 'calculated.money', formula: `MIN(${counted},${names.threshold})` },
    {
      name: 'Above the threshold',
      style: 'calculated.money',
      formula: `MAX(0,ROUND(${counted}-${names.threshold},2))`,
      look: { highlight: 'over', when: (cell) => `${cell('Above the threshold')}>0` },
    },
    { name: 'Top-up funding a year', style: 'input.money', check: { least: 0, most: 1_000_000 } },
    {
      name: 'Gap after top-up',
      style: 'calculated.money',
      formula: `ROUND(${above}-${pupil('Top-up funding a year')},2)`,
    },
    {
      name: 'Below the threshold',
      style: 'calculated.money',
      formula: `MAX(0,ROUND(${names.threshold}-${counted},2))`,
    },
    {
      name: 'Standing',
      style: 'calculated.general',
      look: {
        highlight: 'attention',
        when: (cell) => `OR(${cell('Unfinished lines')}>0,${cell('Above the threshold')}>0)`,
      },
      formula: `IF(${pupil('Unfinished lines')}>0,"${standings.open}",IF(${above}=0,"${standings.below}",IF(${gap}>0,"${standings.gap}","${standings.covered}")))`,
    },
    { name: 'Pupil key', style: 'plain.text' },
  ]
  const body: Body =
    byPupil.length === 0
      ? [
          [
            null,
            null,
            null,
            0,
            0,
            0,
            0,
            threshold / 100,
            0,
            0,
            null,
            0,
            threshold / 100,
            standings.below,
            null,
          ],
        ]
      : byPupil.map(({ who, own, money, standing }) => [
          listName(who),
          show(fieldOf(Pupil, 'yearGroup'), who.yearGroup) || null,
          show(fieldOf(Pupil, 'status'), who.status),
          own.length,
          openOf(own),
          sumOf(own) / 100,
          money.additional / 100,
          threshold / 100,
          money.element2Used / 100,
          money.aboveThreshold / 100,
          who.topUp === null ? null : who.topUp / 100,
          money.topUpGap / 100,
          money.belowThreshold / 100,
          standing,
          who.key,
        ])
  return { specs, body }
}
