/** The columns of the measured map: heading, width, what they hold and their number format. */
export const headings = [
  'Pupil',
  'Year',
  'Provision',
  'Level',
  'Area of need',
  'Delivered by',
  'From',
  'Sessions a week',
  'Minutes',
  'Weeks',
  'Group',
  'Cost',
  'Counts',
  'Notes',
] as const

export type Line = readonly (string | number | null)[]

const surnames = ['Ashworth', 'Bell', 'Clegg', 'Dhillon', 'Evans', 'Fry', 'Grant', 'Haigh', 'Iqbal', 'Jones']
const areas = [
  'Communication and interaction',
  'Cognition and learning',
  'Social, emotional and mental health',
]
export const levels = ['Universal', 'Targeted', 'Specialist']
const roles = ['Teaching assistant', 'Teacher', 'External professional']

/** So many lines of a made-up map: texts that repeat, some that do not, whole numbers, halves and pounds. */
export const linesOf = (count: number): Line[] =>
  Array.from({ length: count }, (_, at) => [
    `${surnames[at % 10]!}, Pupil ${at % 1100}`,
    `Year ${1 + (at % 11)}`,
    `Reading & spelling group ${at % 60}`,
    levels[at % 3]!,
    areas[(at >> 2) % 3]!,
    roles[(at >> 1) % 3]!,
    46266 + (at % 200),
    1 + (at % 9) / 2,
    10 + (at % 50),
    1 + (at % 38),
    1 + (at % 12),
    Math.round((at * 137.77) % 400_000) / 100,
    at % 5 ? 'Yes' : 'No',
    at % 4 ? null : `Seen on ${at}: “goes well”`,
  ])

export const widths = [22, 10, 28, 12, 30, 22, 12, 10, 10, 9, 9, 12, 9, 34] as const

/** How a column looks: to be typed in, worked out, or neither. */
export const kindOf = (column: number): 'input' | 'calculated' | 'plain' =>
  column >= 5 && column <= 10 ? 'input' : column === 11 ? 'calculated' : 'plain'
export const formatOf = (column: number) =>
  column === 6 ? 'dd/mm/yyyy' : column === 11 ? '"£"#,##0.00' : 'General'

/** What every writer that can is given: 14 columns with styles, a table, a list to choose from and two conditional formats. */
export type Writer = (lines: readonly Line[]) => Promise<Uint8Array>
