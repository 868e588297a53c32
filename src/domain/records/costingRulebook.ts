import { choice, date, decimal, longText, money, text, yesNo } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'

const rateLabels = {
  taRate: 'An hour of a teaching assistant',
  hltaRate: 'An hour of a higher level teaching assistant',
  teacherRate: 'An hour of a teacher',
  supervisorRate: 'An hour of a midday supervisor',
} as const

/** How one authority wants provision costed, from a day on. What is blank holds as the school's own settings say. */
export const CostingRulebook = defineRecord({
  name: 'CostingRulebook',
  short: 'cr',
  list: 'Costing rules',
  label: 'Authority’s costing rules',
  about:
    'How an authority wants provision costed, from a date on: weeks, hourly rates, caps, groups, what counts towards the £6,000, which year. Names no child.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    authority: text('Local authority', { required: true, max: 120, indexed: true }),
    from: date('In force from', { required: true, indexed: true }),
    name: text('What the authority calls them', { max: 120 }),
    weeks: decimal('Teaching weeks in a year', { places: 1, min: 1, max: 52 }),
    divisorWeeks: decimal('Weeks that a year’s hours are divided by', {
      places: 2,
      min: 1,
      max: 52.2,
      help: 'Where the authority turns hours a year into hours a week, such as 45.5. Blank: the teaching weeks',
    }),
    rates: choice('Hourly rates', {
      own: 'The school’s own, with on-costs',
      fixed: 'The authority’s own',
    }),
    taRate: money(rateLabels.taRate),
    hltaRate: money(rateLabels.hltaRate),
    teacherRate: money(rateLabels.teacherRate),
    supervisorRate: money(rateLabels.supervisorRate),
    weeklyHours: decimal('Hours a week that count for one pupil, at most', { places: 2, max: 60 }),
    teacherHours: decimal('Of those by a teacher, at most', { places: 2, max: 60 }),
    pupilCap: money('Cost a year that counts for one pupil, at most'),
    group: choice('Cost of a group', {
      share: 'Divided by the pupils in it',
      full: 'Not divided',
      weekly: 'Each week divided by the pupils of that week',
    }),
    fullCharge: yesNo('The whole cost may fall on one pupil', {
      help: 'Where the group exists for that pupil alone',
    }),
    preparation: yesNo('Preparation counts'),
    countsTa: yesNo('Teaching assistants count'),
    countsTeacher: yesNo('Teachers count'),
    countsExternal: yesNo('External agreements count'),
    countsEquipment: yesNo('Equipment and resources count'),
    countsSupervision: yesNo('Supervision at breaks and lunch counts'),
    needsOutcome: yesNo('Only support that is linked to an outcome counts'),
    threshold: money('What the school pays before top-up', { help: 'Usually £6,000' }),
    yearStarts: choice('Financial year begins in', { apr: 'April', sep: 'September' }),
    rounding: choice('Rounded', { line: 'Each line to the penny', total: 'Only the total' }),
    source: text('Where the rules come from', { max: 255 }),
    sourced: date('Taken from there on'),
    notes: longText('What else the authority asks for'),
  },
  titleOf: (r) => `${r.authority} from ${r.from}`,
  rules: [
    ...Object.entries(rateLabels).map(([name, label]) => {
      const field = name as keyof typeof rateLabels
      return {
        field,
        message: `${label} costs more than nothing: leave it blank where the authority has no rate`,
        ok: (r: Readonly<Record<typeof field, number | null>>) => r[field] === null || r[field] > 0,
      }
    }),
    {
      field: 'taRate',
      message: 'Enter at least one of the authority’s rates, or choose the school’s own',
      ok: (r) =>
        r.rates !== 'fixed' ||
        [r.taRate, r.hltaRate, r.teacherRate, r.supervisorRate].some((rate) => rate !== null),
    },
  ],
})
export type CostingRulebook = RecordOf<typeof CostingRulebook>
