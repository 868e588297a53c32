import { fieldOf } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import type { Sheet } from '../xlsx/model.ts'
import { type Head, heads, mapFields } from './mapColumns.ts'

/** What a column means, where its heading alone may not say it; by the heading. */
const meanings: Readonly<Record<string, string>> = {
  [heads.pupil]: 'Surname, then the name that the pupil is called by',
  [heads.level]: 'What the school calls the level of the provision',
  [heads.hourly]: 'What an hour of the role costs on the line’s first day, with on-costs',
  [heads.total]: 'What the line costs for the whole group, not rounded',
  [heads.cost]:
    'What falls on this pupil, rounded to the penny, for the line’s whole run in this school year',
  [heads.needed]: 'What a line lacks before it can be costed',
  [heads.rateFrom]: 'From when the rate is that the line uses',
  [heads.share]: 'What falls on this pupil before rounding',
  [heads.groupName]: 'The group that the line belongs to; what the line leaves blank is as the group has it',
  'Cost in the year': 'What of it falls into the financial year, rounded to the penny',
  'Counts in the year': 'What of it the authority’s rules count; “Why it counts so” says why',
  'Part of the line': 'The part of its weeks and prices: its school days over those of the whole line',
  'Pupils then': 'Pupils of the group who were in it then',
  'Counted in another line': 'The same support entered twice counts once',
  'Counts towards the threshold': 'What counts in the financial year, up to the most for a pupil',
  'Up to the threshold': 'Element 2: the school pays it from its own budget',
  'Above the threshold': 'What counts, less the threshold; nothing where it stays below',
  'Gap after top-up': 'Above the threshold, less the top-up; above nothing the school pays it',
  Standing: 'How it stands, in words',
  Share: 'Part of the cost of all lines',
  'Minutes a week': 'Every other week counts as half',
  'Share delivered': 'Minutes given or made up for, of those planned; cut to whole percent, as on the tab',
  'Specified a week': 'Minutes a week that Section F of the plan specifies, as somebody entered them',
  'Specified so far': 'Those minutes for the school weeks of the line that have gone by',
  'Short of the plan': 'What Section F specifies for those weeks, less what was delivered',
  'In the total': 'A line whose group is reckoned whole counts with its group',
  'What becomes of it': 'What the what if does to the line',
  Reading: 'What the figure says, in words',
  'Not logged': 'Sessions of days gone by that nobody has said anything about',
  'Minutes short': 'Minutes planned that were neither given nor made up for',
  Gain: 'End less start, above nothing where it is for the better',
  'Ratio gain': 'Months of age equivalent gained in each month between the tests; 1 keeps pace',
  'Change of SS': 'Change of the standardised score (mean 100, SD 15); 0 keeps pace',
  'Interval at 90%': 'The test’s confidence interval, widened to 90% where it is given at less',
  'Effect size d':
    'Change of the means over their spread, which is 15 for standardised scores: 0.2 small, 0.5 medium, 0.8 large; no control group',
  'd by their own SD': 'The same over the spread of these pupils: less cautious than 15',
  'T score': 'Goal attainment: 50 is as expected, 10 is one standard deviation',
  'Cost of a unit of gain': 'The line’s cost over its gain: compare like with like only',
  'Cost then': 'The cost with what is typed beside it, by the same formula as the map',
}

/** Each column of the sheets that needs a word, once: where it stands and what it means. */
export const columnMeanings = (sheets: readonly Sheet[]): readonly (readonly [string, string])[] => {
  const told = new Map<string, string>()
  for (const [head, field] of Object.entries(mapFields) as [Head, keyof Allocation & string][]) {
    const { help } = fieldOf(Allocation, field) as { readonly help?: string }
    if (help !== undefined) told.set(heads[head], help)
  }
  const here = new Set(
    sheets.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.map(({ name }) => name))),
  )
  for (const [head, meaning] of Object.entries(meanings)) told.set(head, meaning)
  return [...told].filter(([head]) => here.has(head))
}
