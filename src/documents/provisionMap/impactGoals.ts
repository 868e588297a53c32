import { show } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Goal } from '../../domain/records/goal.ts'
import { goalAttainment } from '../../domain/rules/goalAttainment.ts'
import { ratedOf } from '../../domain/rules/impact.ts'
import { inRow, wholeColumn } from '../xlsx/model.ts'
import { listName, type Line, type MapInput } from './input.ts'
import type { MapNames } from './names.ts'
import type { pageOf } from './page.ts'

const flat = (text: string) => text.replace(/\s+/g, ' ')

/** Goals of the map's pupils and the T score of each pupil; null where nobody has a goal. */
export const goalParts = (
  input: MapInput,
  lines: readonly Line[],
  names: MapNames,
): ((page: ReturnType<typeof pageOf>) => void) | null => {
  const pupils = new Map(lines.map(({ pupil }) => [pupil.key, pupil]))
  const goals = (input.more?.goals ?? []).filter(({ pupil }) => pupils.has(pupil))
  if (goals.length === 0) return null
  const own = [...pupils.values()].filter(({ key }) => goals.some(({ pupil }) => pupil === key))
  const here = (column: string) => inRow(names.goalScores, column)
  const at = (column: string) => inRow(names.goals, column)
  const sum = (column: string) =>
    `SUMIFS(${wholeColumn(names.goals, column)},${wholeColumn(names.goals, 'Pupil')},${here('Pupil')})`
  return (page) => {
    page.heading('Goals: attainment of each pupil (50 is as expected)')
    page.table(
      names.goalScores,
      'The goal attainment T score of each pupil',
      [
        { name: 'Pupil', style: 'plain.text' },
        {
          name: 'Reading',
          style: 'calculated.general',
          formula: `IF(${here('T score')}="","No goal has been looked at yet",IF(${here('T score')}=50,"As expected",IF(${here('T score')}>50,"More than expected (50)","Less than expected (50)")))`,
        },
        {
          name: 'Goals',
          style: 'calculated.whole',
          formula: `COUNTIFS(${wholeColumn(names.goals, 'Pupil')},${here('Pupil')})`,
        },
        { name: 'Looked at', style: 'calculated.whole', formula: sum('Rated') },
        {
          name: 'T score',
          style: 'calculated.tenth',
          formula: `IF(${here('Looked at')}=0,"",ROUND(50+10*${sum('Weight × step')}/SQRT(0.7*${sum('Weight squared')}+0.3*${sum('Weight if rated')}^2),1))`,
        },
      ],
      own.map((pupil) => {
        const mine = goals.filter((goal) => goal.pupil === pupil.key)
        const score = goalAttainment(mine.map(ratedOf))
        return [
          listName(pupil),
          score.value === null ? score.without : score.reading,
          mine.length,
          score.value === null ? 0 : score.rated,
          score.value ?? '',
        ]
      }),
    )
    page.gap()
    page.heading('Goals with their steps (−2 much less than expected to 2 much more)')
    page.table(
      names.goals,
      'One row for each goal: its weight and the step that was reached',
      [
        { name: 'Pupil', style: 'plain.text' },
        { name: 'Goal', style: 'plain.text' },
        { name: 'Reached', style: 'plain.text' },
        { name: 'Step', style: 'input.number', check: { least: -2, most: 2, whole: true } },
        { name: 'Weight', style: 'input.whole', check: { least: 1, most: 5, whole: true } },
        { name: 'Rated', style: 'calculated.whole', formula: `IF(ISNUMBER(${at('Step')}),1,0)` },
        { name: 'Weight if rated', style: 'calculated.whole', formula: `${at('Rated')}*${at('Weight')}` },
        {
          name: 'Weight × step',
          style: 'calculated.number',
          formula: `${at('Weight if rated')}*N(${at('Step')})`,
        },
        { name: 'Weight squared', style: 'calculated.whole', formula: `${at('Rated')}*${at('Weight')}^2` },
      ],
      goals.map((goal) => {
        const { reached } = ratedOf(goal)
        const weight = goal.weight ?? 1
        const rated = reached === null ? 0 : 1
        return [
          listName(pupils.get(goal.pupil)!),
          flat(goal.text),
          show(fieldOf(Goal, 'reached'), goal.reached) || null,
          reached,
          weight,
          rated,
          rated * weight,
          rated * weight * (reached ?? 0),
          rated * weight ** 2,
        ]
      }),
    )
    page.gap()
  }
}
