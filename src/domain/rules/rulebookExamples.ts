import { t } from '../../words/t.ts'
import { blank } from '../record.ts'
import { CostingRulebook } from '../records/costingRulebook.ts'

export type ExampleRulebook = { readonly about: string; readonly rulebook: CostingRulebook }

const book = (given: Partial<CostingRulebook> & Pick<CostingRulebook, 'authority' | 'from'>) =>
  blank(CostingRulebook, { sourced: '2026-09-01', ...given })

/**
 * Three invented authorities whose rules differ as real ones do, to begin one's own from. The names are made up; the
 * kinds of figure are those that authorities publish.
 */
export const exampleRulebooks: readonly ExampleRulebook[] = [
  {
    about: t`38 weeks, minutes divided by the group, a teacher’s hours capped, the school’s own rates`,
    rulebook: book({
      authority: t`Westmoor Council`,
      name: t`Costed provision map guidance`,
      from: '2025-04-01',
      weeks: 38,
      rates: 'own',
      teacherHours: 2.5,
      group: 'share',
      fullCharge: false,
      preparation: false,
      countsTa: true,
      countsTeacher: true,
      countsExternal: true,
      countsEquipment: true,
      countsSupervision: true,
      needsOutcome: true,
      threshold: 600_000,
      yearStarts: 'apr',
      rounding: 'line',
      source: t`Invented, after guidance that pays 38 of 39 weeks and matches map, timetable and plan`,
      notes: t`The map must match the timetable and the plan. Assistants, teachers, lunchtime supervision, agreements and resources are listed apart.`,
    }),
  },
  {
    about: t`A year’s hours over 45.5 weeks, one fixed hourly rate, at most 25 hours a week`,
    rulebook: book({
      authority: t`Harrowdale Borough`,
      name: t`Top-up calculator`,
      from: '2025-04-01',
      weeks: 39,
      divisorWeeks: 45.5,
      rates: 'fixed',
      taRate: 13_98,
      hltaRate: 16_40,
      teacherRate: 38_20,
      supervisorRate: 12_60,
      weeklyHours: 25,
      group: 'share',
      fullCharge: false,
      preparation: true,
      countsTa: true,
      countsTeacher: true,
      countsExternal: true,
      countsEquipment: false,
      countsSupervision: false,
      needsOutcome: false,
      threshold: 600_000,
      yearStarts: 'apr',
      rounding: 'total',
      source: t`Invented, after a calculator with hours a year, one rate for one-to-one support and a weekly cap`,
      notes: t`Breaks and lunch are not counted, nor equipment that other pupils use.`,
    }),
  },
  {
    about: t`The whole cost of a group may fall on one pupil; £653.60 for an hour a week; September to August`,
    rulebook: book({
      authority: t`Saltford Bay Council`,
      name: t`How to cost provision for a request`,
      from: '2025-09-01',
      weeks: 38,
      rates: 'own',
      group: 'weekly',
      fullCharge: true,
      preparation: true,
      countsTa: true,
      countsTeacher: true,
      countsExternal: true,
      countsEquipment: true,
      countsSupervision: false,
      needsOutcome: true,
      pupilCap: 2_000_000,
      threshold: 600_000,
      yearStarts: 'sep',
      rounding: 'line',
      source: t`Invented, after guidance that lets a circle of friends be charged in full`,
      notes: t`Support in class counts only where it is named, timed and linked to an outcome.`,
    }),
  },
]
