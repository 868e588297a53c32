import {
  cell,
  control,
  dropDown,
  empty,
  formFile,
  heading,
  paragraph,
  row,
  run,
  table,
} from '../../../src/documents/form/examples/build.ts'
import { letterBoxes, textBox, withHeaders } from './packageShapes.ts'
import { grid, inCell, over, ruled, ticks } from './shapes.ts'

const half = 4819
const two = (one: string, other: string) => row(over(one, half), over(other, half))
const wide = (label: string, room = 2) => row(over(label, half * 2, 2, '', room))
const blue = 'D9E2F3'

const areas = [
  'Communication and interaction',
  'Cognition and learning',
  'Social, emotional and mental health',
  'Sensory and/or physical',
] as const
const areaWidths = [2238, 2500, 2500, 2400]

/** One outcome, with a small table of its own inside the large one. */
const outcome = (nth: number) =>
  table(
    [9638],
    row(cell(`Outcome ${nth}`, 9638, { bold: true, shade: blue })),
    row(
      cell(
        table(
          [3000, 6200],
          row(cell('Wording in the plan', 3000), cell('', 6200)),
          row(cell('Where were they a year ago?', 3000), cell('', 6200)),
          row(cell('Where are they now, and how do we know?', 3000), cell('', 6200)),
          row(
            cell('Progress', 3000),
            inCell(
              dropDown(`Progress ${nth}`, [
                'Achieved',
                'Good progress',
                'Some progress',
                'Little progress',
                'Regressed',
              ]),
              6200,
            ),
          ),
          row(cell('For next year', 3000), cell('Keep / Amend / Replace / Remove', 6200)),
          row(cell('Replacement wording', 3000), inCell(control(`New ${nth}`), 6200)),
        ) + empty,
        9638,
      ),
    ),
  ) + empty

const services = [
  'Educational Psychology',
  'Speech and Language Therapy',
  'Occupational Therapy',
  'Physiotherapy',
  'Specialist Teaching Service',
  'Virtual School',
] as const

/** Invented: Brackenshaw’s form is advice of the school first, outcome by outcome, with boxes that float. */
export const brackenshaw = (): Uint8Array<ArrayBuffer> =>
  withHeaders(
    formFile(
      paragraph('Brackenshaw Council Inclusion Service', { style: 'Title' }),
      textBox(
        paragraph(run('Young person: ') + control('yp')) +
          paragraph(run('Born: ') + ruled(16)) +
          paragraph(run('School: ') + ruled(24)),
      ),
      paragraph('School advice and record of the yearly review', { bold: true, size: 28 }),
      heading('Section one: who and when'),
      table(
        [half, half],
        two('Preferred name and pronouns', 'Ethnicity code'),
        two('Year', 'Is this the expected year for their age?'),
        two('Who has legal responsibility?', 'Mobile and email of main carer'),
        wide('Where does the young person live?'),
      ),
      paragraph(
        run('Entitled to pupil premium:  [ ] Y  [ ] N      On the edge of care or in care:  [ ] Y  [ ] N'),
      ),
      paragraph(run('Name of social worker (if any): ') + run('________________________')),
      paragraph(run('                                ') + run('________________________')),
      paragraph(
        run('Meeting on ') +
          run('____/____/20__') +
          run(' at ') +
          run('__:__') +
          run(', held in ') +
          ruled(20),
      ),
      paragraph(run('Reviewing the plan of ') + run('____/____/20__')),
      letterBoxes('School DfE number', 7),
      empty,
      heading('Section two: the school’s advice'),
      heading('Attendance', 2),
      table(
        [4638, 2500, 2500],
        row(cell('', 4638), cell('This year', 2500), cell('Last year', 2500)),
        row(cell('Attendance (%)', 4638), cell('', 2500), cell('', 2500)),
        row(cell('Suspensions (number)', 4638), cell('', 2500), cell('', 2500)),
        row(cell('Suspensions (days)', 4638), cell('', 2500), cell('', 2500)),
      ),
      heading('Needs, area by area', 2),
      table(
        areaWidths,
        row(
          ...['Area of need', 'Main needs now', 'Support in place', 'Progress'].map((head, at) =>
            cell(head, areaWidths[at]!, { bold: true, shade: blue }),
          ),
        ),
        ...areas.map((area) =>
          row(cell(area, areaWidths[0]!), ...areaWidths.slice(1).map((each) => cell('', each))),
        ),
      ),
      paragraph(run('Primary area of need: ') + dropDown('Primary', [...areas])),
      heading('Attainment', 2),
      table(
        [9638],
        row(
          cell(
            paragraph(
              'Tests, levels and results: give the name of each test, earlier results and current ones',
            ) + empty.repeat(4),
            9638,
          ),
        ),
      ),
      heading('What’s working?', 2),
      empty,
      heading('What isn’t?', 2),
      empty,
      heading('Money', 2),
      table(
        [half, half],
        two('Element 3 (top-up) per year', 'Element 2 notional contribution'),
        wide('Comment on how funding was used', 1),
      ),
      heading('Services involved', 2),
      table(
        [3638, 2500, 1700, 1800],
        row(
          ...['Service', 'Professional', 'Date of advice', 'Attending?'].map((head, at) =>
            cell(head, [3638, 2500, 1700, 1800][at]!, { bold: true, shade: blue }),
          ),
        ),
        ...services.map((service) =>
          row(cell(service, 3638), cell('', 2500), cell('', 1700), cell('', 1800)),
        ),
      ),
      heading('Section three: outcomes'),
      outcome(1),
      outcome(2),
      outcome(3),
      heading('Section four: voices'),
      textBox(
        paragraph('In my own words', { bold: true }) +
          paragraph('Best bits of my year:') +
          empty +
          paragraph('Worst bits of my year:') +
          empty +
          paragraph('When I leave school I want to:') +
          empty,
      ),
      table(
        [half, half],
        two('Family: what do you celebrate?', 'Family: what keeps you awake at night?'),
        two('Family: what should happen next?', 'Family: how do you see adult life?'),
      ),
      heading('Section five: older students only'),
      table(
        [half, half],
        two('Paid work, training or university', 'A home of their own'),
        two('Friendships and being part of things', 'Physical and mental wellbeing'),
        wide('Destination after Year 11, 13 or 14', 1),
      ),
      heading('Section six: headteacher’s summary'),
      paragraph('Tick one.', { italic: true }),
      paragraph(ticks('The EHCP can stay as it is')),
      paragraph(ticks('The EHCP needs amending')),
      paragraph(ticks('The EHCP is no longer required')),
      paragraph('Reasoning:', { bold: true }),
      empty,
      paragraph('Minority views:', { bold: true }),
      empty,
      table(
        [6000, 3638],
        row(cell('Should the young person stay at this school?', 6000), inCell(ticks('Yes', 'No'), 3638)),
        row(cell('Family wants to discuss direct payments', 6000), inCell(ticks('Yes', 'No'), 3638)),
        row(cell('Which school is wanted at transfer?', 6000), cell('', 3638)),
        row(cell('Travel arrangements now', 6000), cell('', 3638)),
        row(cell('Health: changes since the plan was written', 6000), cell('', 3638)),
        row(cell('Social care: changes since the plan was written', 6000), cell('', 3638)),
      ),
      heading('Section seven: jobs to do'),
      grid([2000, 2638, 5000], ['Finish by', 'Whose job', 'Job'], 4),
      heading('Jobs from last year', 2),
      grid([6638, 3000], ['Job', 'Finished?'], 3),
      paragraph(run('Signed (head) ') + ruled(30) + run('   Date ') + run('____/____/20__')),
      paragraph('Moderated by (council use only): ______________'),
    ),
    [paragraph(run('Initials ') + ruled(8))],
    [
      table(
        [2400, 2419, 2400, 2419],
        row(cell('Name', 2400), cell('', 2419), cell('Date of birth', 2400), cell('', 2419)),
      ) + empty,
    ],
  )
