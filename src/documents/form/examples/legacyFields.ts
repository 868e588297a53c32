import {
  cell,
  empty,
  formFile,
  heading,
  legacyCheck,
  legacyList,
  legacyText,
  paragraph,
  row,
  run,
  table,
} from './build.ts'

let field = 0
const text = (most?: number) => legacyText(`Text${++field}`, most)
const check = () => legacyCheck(`Check${++field}`)
const line = (label: string, most?: number) => paragraph(run(`${label}: `) + text(most))
const ask = (label: string, most?: number) => paragraph(label, { bold: true }) + paragraph(text(most))
const yesNo = (label: string) => paragraph(run(`${label}  Yes `) + check() + run('  No ') + check())

/** Invented: Harrowdale Borough’s form is from 2009, with legacy form fields, limits and check boxes. */
export const harrowdale = (): Uint8Array<ArrayBuffer> => {
  field = 0
  return formFile(
    paragraph('Harrowdale Borough SEND Service', { style: 'Title' }),
    paragraph('AR2: School’s report after the annual review meeting', { bold: true, size: 26 }),
    heading('Part A: Pupil'),
    paragraph(run('Surname: ') + text(40) + run('   Forename(s): ') + text(40)),
    paragraph(
      run('D.O.B.: ') + text(10) + run('   Unique pupil number: ') + text(13) + run('   Year: ') + text(8),
    ),
    line('School attended', 60),
    line('Child’s first language', 30),
    paragraph(
      run('Is the child looked after?  Yes ') +
        check() +
        run('  No ') +
        check() +
        run('   If yes, by which authority: ') +
        text(60),
    ),
    line('Plan first issued', 12),
    line('Date of latest amended plan', 12),
    heading('Part B: The meeting'),
    paragraph(
      run('Kind of review: ') +
        legacyList('Dropdown1', ['Annual review', 'Early review', 'Phase transfer review', 'Interim review']),
    ),
    paragraph(run('Meeting held on: ') + text(12) + run('  at: ') + text(60)),
    line('Meeting chaired by', 60),
    line('Previous meeting was on', 12),
    table(
      [3200, 3200, 1079, 1079, 1080],
      row(
        ...['Person', 'Position', 'Invited', 'Present', 'Sent advice'].map((head, at) =>
          cell(head, [3200, 3200, 1079, 1079, 1080][at]!, { bold: true }),
        ),
      ),
      ...Array.from({ length: 6 }, () =>
        row(cell('', 3200), cell('', 3200), cell('', 1079), cell('', 1079), cell('', 1080)),
      ),
    ),
    heading('Part C: What we heard'),
    ask('Pupil: what I like and what goes well', 1000),
    ask('Pupil: what I find hard', 1000),
    ask('Pupil: my hopes', 500),
    ask('Parent or carer: what is working', 1000),
    ask('Parent or carer: concerns and questions', 1000),
    heading('Part D: Outcomes'),
    table(
      [4000, 3600, 2038],
      row(
        ...['Long-term outcome (Section E)', 'Progress and evidence', 'Level of progress'].map((head, at) =>
          cell(head, [4000, 3600, 2038][at]!, { bold: true }),
        ),
      ),
      ...Array.from({ length: 4 }, () => row(cell('', 4000), cell('', 3600), cell('', 2038))),
    ),
    ask('Is the provision in Section F effective? Say how you know', 2000),
    ask('Health: anything new since the last review', 800),
    ask('Social care: anything new since the last review', 800),
    heading('Part E: Preparing for adulthood (Year 9 and above)'),
    ask('Education, training and employment', 800),
    ask('Independent living', 800),
    ask('Friends, relationships and community', 800),
    ask('Being healthy', 800),
    heading('Part F: Our recommendation'),
    paragraph(check() + run(' Continue the plan without changes')),
    paragraph(check() + run(' Amend the plan')),
    paragraph(check() + run(' Cease to maintain the plan')),
    ask('Because', 1500),
    yesNo('Is the present placement suitable?'),
    line('Preferred next school or college', 120),
    yesNo('Was a personal budget explained?'),
    yesNo('Is a reassessment requested?'),
    ask('Differing views, in the person’s own words', 1500),
    empty,
    paragraph(
      run('Signed: ') + run('______________________') + run('  Headteacher   Date: ') + run('______________'),
    ),
    paragraph(run('For office use: case officer initials ') + run('______')),
  )
}
