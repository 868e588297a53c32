import {
  cell,
  empty,
  formFile,
  heading,
  legacyText,
  paragraph,
  row,
  run,
  table,
} from '../../../src/documents/form/examples/build.ts'
import { dayCells, letterBoxes, textBox, withHeaders } from './packageShapes.ts'
import { grid, inCell, leaderLine, ticks } from './shapes.ts'

const width = [3600, 6038] as const
const line = (label: string, answer = '') => row(cell(label, width[0]), inCell(answer, width[1]))
const strike = (label: string, options = 'Yes / No') => line(label, options)

/** Who is to be asked, named by the form: one row each. */
const asked = [
  'Parent(s) or carer(s)',
  'Child or young person',
  'Headteacher or principal',
  'SENCo',
  'Class teacher or form tutor',
  'Educational psychologist',
  'Speech and language therapist',
  'Social worker',
  'Health professional',
  'Officer of the Borough',
] as const

const widths = [3038, 2200, 1100, 1100, 1100, 1100]
const those = table(
  widths,
  row(
    ...['', 'Name', 'Invited', 'Present', 'Report requested', 'Report received'].map((head, at) =>
      cell(head, widths[at]!, { bold: true, shade: 'DDEBF7' }),
    ),
  ),
  ...asked.map((who) => row(cell(who, widths[0]!), ...widths.slice(1).map((each) => cell('', each)))),
)

const change = (letter: string, about: string, hint: string) =>
  table(
    [9638],
    row(cell(`Section ${letter}: ${about}`, 9638, { bold: true, shade: 'DDEBF7' })),
    row(
      cell(
        paragraph(hint, { italic: true }) + paragraph('What the section should now say:') + empty.repeat(3),
        9638,
      ),
    ),
  ) + empty

/** Invented: Quillmere’s form goes through the plan section by section, with boxes for letters and rows by name. */
export const quillmere = (): Uint8Array<ArrayBuffer> =>
  withHeaders(
    formFile(
      paragraph('Metropolitan Borough of Quillmere', { style: 'Title' }),
      paragraph('SEND 14: Annual review of the EHC plan, report of the meeting', { bold: true, size: 26 }),
      textBox(
        paragraph('Review details', { bold: true }) +
          paragraph(run('Meeting took place: __/__/____')) +
          paragraph(run('Stage of education: ') + legacyText('stage')),
      ),
      paragraph(
        'Complete every page. Send the form and all reports to the SEND team within ten school days.',
      ),
      heading('1  Personal information'),
      letterBoxes('UPN', 13),
      empty,
      dayCells('Date of birth'),
      empty,
      table(
        width,
        line('Legal surname'),
        line('Legal forename(s)'),
        line('Also known as'),
        strike('Gender', 'Male / Female'),
        row(cell('Permanent address', width[0], { starts: true }), cell('', width[1])),
        row(cell('', width[0], { goesOn: true }), cell('', width[1])),
        row(cell('', width[0], { goesOn: true }), cell('', width[1])),
        line('Postcode'),
        line('Language used at home'),
        strike('Is English an additional language?'),
        line('Chronological year group'),
        line('Year group in which educated'),
        strike('Child looked after (CLA)'),
        line('If CLA, responsible local authority'),
        line('Religion'),
      ),
      heading('2  Parental responsibility'),
      table(
        [2638, 3500, 3500],
        row(cell('', 2638), cell('First parent/carer', 3500), cell('Second parent/carer', 3500)),
        row(cell('Title and full name', 2638), cell('', 3500), cell('', 3500)),
        row(cell('Relationship', 2638), cell('', 3500), cell('', 3500)),
        row(cell('Parental responsibility', 2638), cell('Yes / No', 3500), cell('Yes / No', 3500)),
        row(cell('Address if not as above', 2638), cell('', 3500), cell('', 3500)),
        row(cell('Contact telephone', 2638), cell('', 3500), cell('', 3500)),
        row(cell('E-mail', 2638), cell('', 3500), cell('', 3500)),
      ),
      heading('3  Dates'),
      table(
        width,
        line('Date plan first issued', '___ / ___ / ______'),
        line('Date of plan being reviewed', '___ / ___ / ______'),
        line('Last review meeting', 'DD/MM/YYYY'),
        line('Report sent to Borough', 'DD/MM/YYYY'),
      ),
      paragraph(run('This is an annual / interim / early / phase transfer review (delete as appropriate).')),
      heading('4  Placement'),
      leaderLine('dot', 'School, college or other setting'),
      leaderLine('dot', 'Date of admission', 'Attendance % (this academic year)'),
      leaderLine('dot', 'Number of days lost to suspension', 'Pupil premium (£)'),
      table(
        width,
        strike('Is the young person on a reduced timetable?'),
        strike('Does everyone agree that the placement is appropriate?'),
        line('If no, give details'),
        strike('Is a change of placement being requested?'),
      ),
      heading('5  Invitations, attendance and reports'),
      paragraph('Enter the date, or Y / N. The last two rows are for anyone else.', { italic: true }),
      those,
      empty,
      paragraph(run('Number of people present: ______')),
      heading('6  Views'),
      table(
        [9638],
        row(cell(paragraph('Pupil: what has gone well this year?') + empty.repeat(2), 9638)),
        row(cell(paragraph('Pupil: what has not gone so well?') + empty.repeat(2), 9638)),
        row(cell(paragraph('Pupil: aspirations, short and long term') + empty.repeat(2), 9638)),
        row(cell(paragraph('By what means were the pupil’s views ascertained?') + empty, 9638)),
        row(cell(paragraph('Parent/carer: successes and achievements') + empty.repeat(2), 9638)),
        row(cell(paragraph('Parent/carer: difficulties and anxieties') + empty.repeat(2), 9638)),
        row(cell(paragraph('Parent/carer: hopes for adult life') + empty.repeat(2), 9638)),
      ),
      heading('7  Changes to the plan'),
      paragraph('Leave a box empty where the section stands.', { italic: true }),
      change('A', 'the child’s story', 'Anything the family wants us to update.'),
      change('B', 'special educational needs', 'Say which report shows it.'),
      change('C', 'health needs', 'Only where somebody from the NHS has written to say so.'),
      change('D', 'social care needs', 'Only with evidence of a social care professional.'),
      change('E', 'outcomes', 'Outcomes should be SMART.'),
      change('F', 'special educational provision', 'State hours, staff and group size.'),
      change('G', 'health provision', 'With evidence from the NHS.'),
      change('I', 'placement', 'Type of placement only.'),
      heading('8  Conclusion of the meeting'),
      paragraph(run('The meeting concluded that the plan should be: maintained / amended / ceased*')),
      paragraph('* delete as appropriate', { italic: true }),
      table(
        [9638],
        row(cell(paragraph('Justification') + empty.repeat(2), 9638)),
        row(
          cell(paragraph('Opinions that differ from the above, and whose they are') + empty.repeat(2), 9638),
        ),
      ),
      table(
        width,
        strike('Has a personal budget been offered?'),
        strike('Have the parents asked for a personal budget?'),
        strike('Is a re-assessment required?', 'Y / N'),
        line('How the pupil travels to and from school'),
        line('Travel training', ticks('Yes', 'No')),
      ),
      heading('9  Plan of action'),
      grid([900, 4438, 2500, 1800], ['No.', 'Agreed step', 'Lead', 'Target date'], 5),
      heading('10  Declaration'),
      leaderLine('underscore', 'Signature (chair)', 'Date'),
      leaderLine('underscore', 'Name in capitals'),
      dayCells('Next review to be held by'),
    ),
    [
      paragraph(run('Pupil’s name: ______________________    DOB: __/__/____    Plan no.: ________')),
      paragraph('Metropolitan Borough of Quillmere, SEND team'),
    ],
    [paragraph('SEND 14 v6. Official: sensitive when complete.')],
  )
