import {
  cell,
  empty,
  formFile,
  heading,
  legacyCheck,
  legacyText,
  paragraph,
  row,
  run,
  table,
} from '../../../src/documents/form/examples/build.ts'
import { grid, inCell, ruled, ticks } from './shapes.ts'

const says = (text: string) => paragraph(text, { italic: true })

/** A prompt with lines of room under it and no box. */
const tell = (prompt: string, room = 3) => paragraph(prompt, { bold: true }) + empty.repeat(room)

const me = (prompt: string) => row(cell(prompt, 3400, { shade: 'FFF2CC' }), cell('', 6238))

/** Boxes drawn as letters, behind their words. */
const after = (...options: readonly string[]) => run(options.map((option) => `${option} ☐`).join('   '))
const before = (...options: readonly string[]) => run(options.map((option) => `☐ ${option}`).join('   '))

const asked = (question: string, boxes: string) => row(cell(question, 6000), inCell(boxes, 3638))

const pair = (one: string, two: string) =>
  row(cell(one, 2300), cell('', 2519), cell(two, 2300), cell('', 2519))

const line = (label: string, name: string) => paragraph(run(`${label}: `) + legacyText(name))

/** Invented: Loxley’s form speaks to the child, and has the adults answer round about. */
export const loxley = (): Uint8Array<ArrayBuffer> =>
  formFile(
    paragraph('My review', { style: 'Title' }),
    paragraph('Loxley Children’s Services', { size: 26 }),
    says(
      'This form belongs to you. An adult can write for you, or you can draw. There are no wrong answers. If a question does not fit you, leave it empty.',
    ),
    heading('All about me'),
    table(
      [3400, 6238],
      me('My whole name'),
      me('The name I like people to use'),
      me('My birthday'),
      me('My school'),
      me('My class'),
      me('My year'),
      me('The grown-ups who look after me'),
      me('An adult at school I can talk to'),
      me('How I communicate (signs, pictures, an interpreter)'),
      me('My favourite colour'),
    ),
    heading('What I think'),
    says('Adults: please write exactly what the child says.'),
    tell('Tell us about the things that are going well for you'),
    tell('Tell us about anything you find tricky'),
    tell('Tell us about what you would change if you could'),
    tell('Tell us about your dreams for when you are grown up'),
    tell('Tell us about your pets', 2),
    tell('How did you help with this review?', 2),
    tell('Adults: how were these views collected?', 2),
    heading('What my family thinks'),
    says('Parents and carers can write here, send a letter instead, or ask school to write for them.'),
    tell('Tell us about what your child does well'),
    tell('Tell us about any worries you have'),
    tell('Tell us what you would like to change'),
    tell('Tell us about your hopes for your child’s future'),
    tell('Is there any question that you would like answered?', 2),
    heading('Quick questions'),
    says('Tick one box in each row. Choose N/A if it does not matter for you.'),
    table(
      [6000, 3638],
      asked('Do I have free school meals?', after('Yes', 'No')),
      asked('Is English an additional language for me?', after('Yes', 'No', 'N/A')),
      asked('Does a local authority look after me?', after('Yes', 'No', 'N/A')),
      asked('May we put my picture in the Loxley newsletter?', after('Yes', 'No')),
      asked('Has someone explained personal budgets to my family?', before('Yes', 'No', 'Not applicable')),
      asked('Would my family like a personal budget?', before('Yes', 'No', 'Not applicable')),
      asked('Is this still the right school for me?', before('Yes', 'No')),
      asked('Have you read our privacy notice?', before('Yes', 'No')),
    ),
    heading('Who came to my meeting'),
    grid(
      [900, 1100, 2300, 2838, 2500],
      ['Came?', 'Sent a report?', 'What they do', 'Name', 'Where they work'],
      6,
    ),
    heading('What we planned last time'),
    grid(
      [1600, 2300, 4138, 1600],
      ['By when', 'Who was going to do it', 'What was going to happen', 'Done?'],
      3,
    ),
    heading('My outcomes'),
    says('One line for each outcome in my plan. Colour the stars together.'),
    grid(
      [1300, 1100, 3238, 2500, 1500],
      ['How close am I?', 'Stars', 'My outcome', 'How we know', 'Keep or change?'],
      5,
    ),
    heading('My help'),
    grid(
      [1800, 2238, 1900, 1900, 1800],
      ['Who helps me', 'What the help is', 'What my plan promises', 'What I really got', 'Did it work?'],
      5,
    ),
    heading('Getting about'),
    tell('How do you get to school?', 2),
    says('If you are paid for travel, fill in the bank details below. We only need them once.'),
    table([2300, 2519, 2300, 2519], pair('Name on the account', 'Sort code'), pair('Account number', 'Bank')),
    heading('If I am in Year 9 or older'),
    says('Skip this page if you are younger.'),
    tell('My job and my learning', 2),
    tell('My own home', 2),
    tell('My friends and my community', 2),
    tell('Keeping healthy', 2),
    heading('For the adults: facts that Loxley needs'),
    table(
      [2300, 2519, 2300, 2519],
      pair('UPN', 'School’s SENCO'),
      pair('Head of school', 'School telephone'),
      pair('Main type of need', 'Other type of need'),
      pair('Attendance (%)', 'Top-up received each year (£)'),
      pair('Date of the plan', 'Date of the last review'),
      pair('Date of this meeting', 'Who led the meeting'),
      pair('Who wrote the notes', 'Next review due by'),
      pair('Parent’s telephone', 'Parent’s email'),
    ),
    heading('Changes to my plan'),
    paragraph('Which parts of the plan need to change? Tick all that do.', { bold: true }),
    paragraph(after('A', 'B', 'C', 'D', 'E', 'F') + run('   ') + after('G', 'H1', 'H2', 'I', 'J', 'K')),
    tell('Write any new words for the plan here'),
    tell('Is anything different about my health?', 2),
    tell('Is anything different with my social care?', 2),
    paragraph('The school asks Loxley to:', { bold: true }),
    paragraph(legacyCheck('leave') + run(' leave my plan as it is')),
    paragraph(legacyCheck('change') + run(' change my plan')),
    paragraph(legacyCheck('stop') + run(' stop my plan')),
    line('Because', 'because'),
    line('If people did not agree, who and what they thought', 'differences'),
    heading('What happens now'),
    grid([1600, 2500, 5538], ['By when', 'Who makes it happen', 'What will happen'], 4),
    heading('Names'),
    paragraph(run('My signature or mark ') + ruled(30) + run('  Date ') + ruled(14)),
    paragraph(run('Headteacher’s signature ') + ruled(30) + run('  Date ') + ruled(14)),
    says('Please email this form to Loxley. Posted forms take longer.'),
    heading('Office use'),
    table(
      [2300, 2519, 2300, 2519],
      pair('Date logged', 'Caseworker’s initials'),
      pair('Panel date', 'Panel outcome'),
    ),
    table([6000, 3638], asked('Front sheet checked', ticks('Yes', 'No'))),
  )
