import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import { needsRate, rateOn } from '../../domain/rules/cost.ts'
import { type Day, serialOf } from '../../domain/rules/day.ts'
import { holdsOn } from '../../domain/rules/deploymentPeople.ts'
import { filledFromGroups } from '../../domain/rules/groupLines.ts'
import { leaversOf, untilLeft } from '../../domain/rules/leaving.ts'
import { wholeYearOf } from '../../domain/rules/scenarioFigures.ts'
import { groupCost, ownCost, type YearStretch } from '../../domain/rules/yearLine.ts'
import type { Plain } from '../xlsx/model.ts'
import { type Line, listName, mapCalendar, type MapInput } from './input.ts'
import { sharedBy } from './moneyFigures.ts'
import { boughtFromMap, hoursFromMap } from './moneyLinesSheet.ts'
import type { Body, Spec, Typed } from './page.ts'
import { pounds, rateInForce } from './rateColumns.ts'
import { type ReckonedScenario, type State, states, stretchesIn } from './storedScenario.ts'

/** What a row is for: a stretch of the financial year, or what runs on the first day, given for a whole year. */
export const stretchKinds = { inYear: 'The year', whole: 'A whole year' } as const

/** What a row takes from the map where it says the same there. */
export const fromMap = [...hoursFromMap, ...boughtFromMap] as const

const cellOf = (line: Allocation, style: Spec['style'], field: (typeof fromMap)[number][2]): Plain => {
  const value = line[field]
  if (field === 'role') return show(fieldOf(Allocation, 'role'), line.role)
  if (value === null || value === undefined) return ''
  return style.endsWith('.money') ? (value as number) / 100 : (value as number)
}
const typed = (value: Plain): Typed => ({ typed: value === '' ? null : value })
const serial = (stretch: YearStretch) => [serialOf(stretch.from), serialOf(stretch.until)]
const partOf = ({ price }: YearStretch) => Number(price.n) / Number(price.d)

/** Every stretch of every line and group of the year in one state of the records, then what runs on the first day. */
export const stretchRows = (
  input: MapInput,
  lines: readonly Line[],
  reckoned: ReckonedScenario,
  state: State,
): Body => {
  const { figures, records, lines: own } = reckoned.sides[state]
  const onMap = new Map(lines.map((line, place) => [line.allocation.key, { line, place: place + 1 }]))
  const pupils = new Map(input.pupils.map((pupil) => [pupil.key, pupil]))
  const provisions = new Map(input.provisions.map(({ key, name }) => [key, name]))
  const whole = new Set(figures.money.groups.filter(({ alone }) => alone !== null).map((group) => group.of))
  const rateFrom = (line: Allocation, day: Day): Plain => {
    const rate = needsRate(line) && line.role ? rateOn(records.rates, line.role, day) : undefined
    return rate ? serialOf(rate.from) : ''
  }
  const heldOf = (line: Allocation & { readonly key: string }) => {
    const found = onMap.get(line.key)
    const cells = fromMap.map(([, style, field]): Plain | Typed => {
      const value = cellOf(line, style, field)
      const same = found && cellOf(found.line.allocation, style, field) === value
      return same ? value : typed(value)
    })
    return { cells, place: found?.place ?? '' }
  }
  const named = (line: Allocation) => {
    const pupil = pupils.get(line.pupil)
    return [
      pupil ? listName(pupil) : 'A pupil in the archive',
      provisions.get(line.provision) ?? 'Provision no longer offered',
    ]
  }

  const rows = [...own.values()]
    .filter(({ actual }) => actual !== null)
    .flatMap(({ line, year }): Body => {
      const held = heldOf(line)
      const way = line.charge === 'full' ? sharedBy.one : reckoned.byWeek ? sharedBy.week : sharedBy.group
      return stretchesIn(year).map((stretch) => [
        states[state],
        stretchKinds.inYear,
        ...named(line),
        ...serial(stretch),
        ...held.cells,
        partOf(stretch),
        way,
        stretch.present,
        stretch.double ? 'Yes' : 'No',
        rateFrom(line, stretch.from),
        stretch.rate ? pounds(stretch.rate) : 0,
        partOf(stretch) * (line.weeks ?? 0),
        stretch.sharers,
        pounds(ownCost(line, stretch)),
        line.group !== null && whole.has(line.group) ? 'No' : 'Yes',
        line.key,
        held.place,
      ])
    })
  const groups = figures.money.groups.flatMap(({ alone, of }): Body => {
    if (!alone) return []
    const group = records.groups.find(({ key }) => key === of)
    const held = fromMap.map(([head, style, field]) =>
      typed(head === 'group' ? '' : cellOf(alone.line, style, field)),
    )
    return stretchesIn(alone)
      .filter(({ from }) => from >= reckoned.year.from)
      .map((stretch) => [
        states[state],
        stretchKinds.inYear,
        'The whole group',
        group?.name ?? 'Group',
        ...serial(stretch),
        ...held,
        partOf(stretch),
        sharedBy.one,
        1,
        'No',
        rateFrom(alone.line, stretch.from),
        stretch.rate ? pounds(stretch.rate) : 0,
        partOf(stretch) * (alone.line.weeks ?? 0),
        1,
        pounds(groupCost(alone.line, stretch)),
        'Yes',
        of,
        '',
      ])
  })
  const { starts } = reckoned.scenario
  const filled = filledFromGroups(records.lines, records.groups, mapCalendar(input))
  const running = untilLeft(filled, leaversOf(records.pupils))
    .filter((line) => holdsOn(line, starts))
    .map((line): Body[number] => {
      const held = heldOf(line)
      const rate = needsRate(line) && line.role ? rateOn(records.rates, line.role, starts) : undefined
      const full = line.charge === 'full'
      return [
        states[state],
        stretchKinds.whole,
        ...named(line),
        serialOf(starts),
        serialOf(starts),
        ...held.cells,
        1,
        full ? sharedBy.one : sharedBy.group,
        1,
        'No',
        rateFrom(line, starts),
        rate ? rateInForce(rate) : 0,
        reckoned.weeksInYear,
        full ? 1 : Math.max(1, line.groupSize ?? 1),
        pounds(wholeYearOf(line, records.rates, starts, reckoned.weeksInYear)),
        'No',
        line.key,
        held.place,
      ]
    })
  return [...rows, ...groups, ...running]
}
