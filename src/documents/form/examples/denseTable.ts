import { cell, empty, formFile, paragraph, row, run, table } from './build.ts'

const grey = 'D9D9D9'
const label = (text: string, width: number, span?: number) =>
  cell(text, width, { bold: true, ...(span ? { span } : {}) })
const title = (text: string) => row(cell(text, 9638, { span: 4, shade: grey, bold: true }))
const pair = (...[one, two]: readonly [string, string]) =>
  row(label(one, 2200), cell('', 2619), label(two, 2200), cell('', 2619))
const wide = (text: string) => row(label(text, 2200), cell('', 7438, { span: 3 }))
const asked = (text: string, room = 3) =>
  row(cell(paragraph(text, { bold: true }) + empty.repeat(room), 9638, { span: 4 }))
const grid = (widths: readonly number[], heads: readonly string[], rows: number) =>
  table(
    widths,
    row(...heads.map((head, at) => cell(head, widths[at]!, { bold: true, shade: grey }))),
    ...Array.from({ length: rows }, () => row(...widths.map((width) => cell('', width)))),
  )

const sections = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J'] as const

/** Invented: Westmoor Council packs everything into tables, with ticks in cells. */
export const westmoor = (): Uint8Array<ArrayBuffer> =>
  formFile(
    paragraph('Westmoor Council: report of an annual review of an EHC plan', { style: 'Title' }),
    paragraph(
      'Please return to SEND Casework within 14 days of the meeting. Do not change the layout of this form.',
      { italic: true },
    ),
    table(
      [2200, 2619, 2200, 2619],
      title('1. Child or young person'),
      pair('Full name', 'Preferred name'),
      pair('Date of birth', 'UPN'),
      pair('Gender', 'Ethnicity'),
      pair('Home language', 'NC year group'),
      pair('Primary need', 'Secondary need'),
      wide('Home address'),
      pair('Parent/carer 1', 'Telephone'),
      pair('Relationship to child', 'Parental responsibility? Y/N'),
      pair('Looked after child? Y/N', 'Social worker'),
      title('2. School'),
      pair('Name of school', 'Headteacher'),
      pair('Date of admission', 'Attendance %'),
      pair('Number of suspensions this year', 'SENCO'),
      title('3. The review'),
      pair('Date of this review', 'Date of last review'),
      pair('Date of current EHC plan', 'Type of review'),
      pair('Chair of meeting', 'Report completed by'),
    ),
    empty,
    paragraph('4. People invited', { bold: true }),
    grid(
      [2600, 2400, 1500, 1600, 1538],
      ['Name', 'Role', 'Date invited', 'Attended (Y/N)', 'Report received'],
      8,
    ),
    empty,
    table(
      [2200, 2619, 2200, 2619],
      title('5. Views'),
      asked('Views of the child or young person: what is going well?'),
      asked('What does the child or young person find difficult?'),
      asked('What would the child or young person like to change?'),
      asked('Aspirations of the child or young person for the future'),
      asked('How were the child’s views obtained?', 1),
      asked('Parents’ or carers’ views: what is going well?'),
      asked('What are the parents or carers worried about?'),
      asked('Parents’ aspirations for their child'),
    ),
    empty,
    paragraph('6. Progress towards outcomes in Section E', { bold: true }),
    grid(
      [3000, 2900, 1700, 2038],
      ['Outcome', 'Evidence of progress', 'Progress rating', 'Keep, amend or remove?'],
      5,
    ),
    empty,
    paragraph('7. Changes proposed to the plan', { bold: true }),
    table(
      [1500, 1300, 1300, 5538],
      row(
        ...['Section', 'No change', 'Amend', 'Proposed wording and evidence'].map((head, at) =>
          cell(head, [1500, 1300, 1300, 5538][at]!, { bold: true, shade: grey }),
        ),
      ),
      ...sections.map((section) =>
        row(cell(`Section ${section}`, 1500), cell('', 1300), cell('', 1300), cell('', 5538)),
      ),
    ),
    empty,
    table(
      [2200, 2619, 2200, 2619],
      title('8. Recommendation'),
      row(
        label('The school recommends', 2200),
        cell(run('☐ Maintain the plan   ☐ Amend the plan   ☐ Cease the plan'), 7438, { span: 3 }),
      ),
      wide('Reasons for the recommendation'),
      wide('Views of anyone who disagrees'),
      row(
        label('Personal budget discussed?', 2200),
        cell(run('☐ Yes   ☐ No'), 2619),
        label('Personal budget requested?', 2200),
        cell(run('☐ Yes   ☐ No'), 2619),
      ),
      wide('Health update'),
      wide('Social care update'),
      wide('Transport arrangements'),
    ),
    empty,
    paragraph('9. Actions agreed', { bold: true }),
    grid([5000, 2600, 2038], ['Action', 'By whom', 'By when'], 6),
    empty,
    table(
      [2200, 2619, 2200, 2619],
      title('10. Sign-off'),
      pair('Signature of headteacher', 'Date'),
      wide('Borough reference number'),
    ),
  )
