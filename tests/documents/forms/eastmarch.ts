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
  tickBox,
} from '../../../src/documents/form/examples/build.ts'
import { grid, inCell, leaderLine, over, question, ruled, ticks } from './shapes.ts'

const third = 3212

const child = table(
  [third, third, third],
  row(
    over('First name(s)', third, 1, control('First names')),
    over('Family name', third, 1, control('Family name')),
    over('Likes to be called', third, 1, control('Known as')),
  ),
  row(over('Born on', third), over('Unique pupil number', third), over('NHS number (if known)', third)),
  row(
    over('Boy or girl', third),
    over('National Curriculum year in which taught', third),
    over('Year group expected for age', third),
  ),
  row(over('Home address and postcode', third * 3, 3, '', 2)),
  row(
    over('Language mostly spoken at home', third),
    over('Ethnic background', third),
    over('Joined this setting on', third),
  ),
)

const circumstances = table(
  [4800, 4838],
  question('Is the child in the care of a local authority?', ticks('Yes', 'No')),
  question('If so, which one?', control('Caring authority')),
  question('Name of social worker', control('Social worker')),
  question('Does the setting receive pupil premium for this child?', ticks('Yes', 'No')),
  question('Is a reduced timetable in place?', ticks('Yes', 'No')),
)

const attendance = table(
  [2600, 3600, 3438],
  row(
    cell('Attendance and exclusions', 2600, { starts: true, bold: true }),
    cell('Percentage attended this year', 3600),
    cell('', 3438),
  ),
  row(cell('', 2600, { goesOn: true }), cell('Number of suspensions', 3600), cell('', 3438)),
  row(cell('', 2600, { goesOn: true }), cell('School days lost to suspension', 3600), cell('', 3438)),
)

const familyRow = (label: string, answer: () => string) =>
  row(cell(label, 2800), inCell(answer(), 3100), inCell(answer(), 3100))
const blank = () => ''
const family = table(
  [9638],
  row(
    cell(
      paragraph('Please give everyone with parental responsibility.', { italic: true }) +
        table(
          [2800, 3100, 3100],
          row(
            cell('', 2800),
            cell('Parent/carer 1', 3100, { bold: true }),
            cell('Parent/carer 2', 3100, { bold: true }),
          ),
          familyRow('Full name', blank),
          familyRow('Relationship to the child', blank),
          familyRow('Holds parental responsibility', () => ticks('Yes', 'No')),
          familyRow('Daytime telephone', blank),
          familyRow('Email address', blank),
        ) +
        empty,
      9638,
    ),
  ),
)

const box = (label: string, room = 3) => table([9638], row(over(label, 9638, 1, '', room)))

const sections = [
  ['A', 'Views, interests and aspirations'],
  ['B', 'Special educational needs'],
  ['C', 'Health needs'],
  ['D', 'Social care needs'],
  ['E', 'Outcomes'],
  ['F', 'Special educational provision'],
  ['G', 'Health provision'],
  ['H1', 'Social care provision under the 1970 Act'],
  ['H2', 'Other social care provision'],
  ['I', 'Placement'],
  ['J', 'Personal budget'],
  ['K', 'Advice'],
] as const

const plan = table(
  [900, 4738, 2000, 2000],
  row(
    cell('Section of the plan', 5638, { span: 2, bold: true }),
    cell('Nothing to alter', 2000, { bold: true }),
    cell('Alteration wanted', 2000, { bold: true }),
  ),
  ...sections.map(([letter, about]) =>
    row(cell(letter, 900), cell(about, 4738), inCell(tickBox(), 2000), inCell(tickBox(), 2000)),
  ),
)

const office = table(
  [2400, 2419, 2400, 2419],
  row(cell('For office use only', 9638, { span: 4, shade: 'BFBFBF', bold: true })),
  row(cell('Received by', 2400), cell('', 2419), cell('Logged on', 2400), cell('', 2419)),
)

/** Invented: Eastmarch County Council asks in two parts, before the meeting and at it. */
export const eastmarch = (): Uint8Array<ArrayBuffer> =>
  formFile(
    paragraph('Eastmarch County Council', { style: 'Title' }),
    paragraph('Form EM7: review of an Education, Health and Care Plan', { bold: true, size: 28 }),
    paragraph(
      'The setting fills in Part 1 and sends it to everyone invited two weeks before the meeting. Part 2 is filled in at the meeting and reaches us within two weeks of it.',
      { italic: true },
    ),
    heading('Part 1: before the meeting'),
    heading('1. About the child or young person', 2),
    child,
    empty,
    circumstances,
    empty,
    attendance,
    heading('2. Family', 2),
    family,
    heading('3. The setting and the plan', 2),
    leaderLine('dot', 'Name of setting'),
    leaderLine('dot', 'Headteacher, principal or manager'),
    leaderLine('dot', 'SENCO', 'Telephone'),
    paragraph(
      run('The plan under review is dated ') +
        ruled() +
        run(' and a plan was first made on ') +
        ruled() +
        run('. The last review took place on ') +
        ruled() +
        run('.'),
    ),
    paragraph(
      run('Kind of review: ') +
        dropDown('Kind of review', ['Annual', 'Interim', 'Phase transfer', 'Under five']),
    ),
    heading('4. What has been in place', 2),
    paragraph('One row for each line of Section F. Add rows if you need them.', { italic: true }),
    grid(
      [2200, 1900, 1900, 1638, 2000],
      [
        'Provision named in Section F',
        'Amount in the plan',
        'Amount given',
        'Given by',
        'What difference it made',
      ],
      4,
    ),
    heading('5. How far each outcome has been reached', 2),
    grid(
      [3000, 2300, 2638, 1700],
      ['Outcome as worded in Section E', 'Starting point', 'Where the child is now', 'Progress rating'],
      4,
    ),
    heading('6. Learning', 2),
    box('Current attainment, with the names and dates of any tests', 4),
    heading('7. Voices', 2),
    paragraph('Use the child’s own words where you can.', { italic: true }),
    box('How did you find out what the child thinks?'),
    box('What the child says is good at the moment'),
    box('What the child finds difficult'),
    box('What the child would like to be different'),
    box('What the child hopes for in later life'),
    box('What pleases the parents or carers'),
    box('What troubles the parents or carers'),
    box('What the parents or carers hope for in the future'),
    box('Questions from the parents or carers'),
    heading('8. Papers sent with Part 1', 2),
    grid([5000, 2638, 2000], ['Report', 'Written by', 'Received on'], 4),
    heading('Part 2: at the meeting'),
    heading('9. The meeting', 2),
    leaderLine('underscore', 'Held on', 'at (time)'),
    leaderLine('underscore', 'Venue'),
    leaderLine('underscore', 'Led by', 'Notes taken by'),
    paragraph(run('Held: ') + ticks('face to face', 'by video', 'a mixture of both')),
    heading('10. Who took part', 2),
    grid(
      [2600, 2638, 1900, 800, 800, 900],
      ['Name', 'Role or relationship', 'Agency', 'Invited', 'Came', 'Sent a report'],
      6,
    ),
    heading('11. What we said we would do last time', 2),
    grid([4638, 2000, 1500, 1500], ['We said', 'Who', 'By when', 'Done?'], 3),
    heading('12. The plan, section by section', 2),
    paragraph('Put a cross in one box of each line.', { italic: true }),
    plan,
    box('Health: anything new since the last review?'),
    box('Which health reports bear this out?', 2),
    box('Social care: anything new since the last review?'),
    heading('13. Growing up (from Year 9)', 2),
    box('Work and further study'),
    box('Living independently'),
    box('Friends and a part in the community'),
    box('Staying healthy'),
    box('Where do they intend to go when they leave?', 2),
    heading('14. The place', 2),
    table(
      [4800, 4838],
      question('Is the present setting still suitable?', ticks('Yes', 'No')),
      question('Please explain', ''),
      question('Which setting does the family prefer for the next phase?', ''),
      question('How does the child travel to school?', control('Travel')),
    ),
    heading('15. Personal budgets', 2),
    table(
      [4800, 4838],
      question('Have personal budgets been explained to the family?', ticks('Yes', 'No')),
      question('Does the family ask for one?', ticks('Yes', 'No')),
    ),
    heading('16. What we advise', 2),
    paragraph('The meeting advises Eastmarch to:', { bold: true }),
    paragraph(ticks('keep the plan as it stands')),
    paragraph(ticks('amend the plan')),
    paragraph(ticks('cease the plan')),
    box('Grounds for this advice'),
    table([4800, 4838], question('Is a reassessment of needs requested?', ticks('Yes', 'No'))),
    box('Did anyone see it differently? Say who, and what they think'),
    heading('17. What happens next', 2),
    grid([5638, 2200, 1800], ['Task', 'Person responsible', 'Deadline'], 4),
    heading('18. Sign-off', 2),
    leaderLine('underscore', 'Signed by the headteacher', 'Date'),
    leaderLine('underscore', 'Signed by the parent or carer', 'Date'),
    leaderLine('underscore', 'Sent to Eastmarch on'),
    office,
  )
