import type { Day } from '../../domain/rules/day.ts'
import type { DocumentContent } from '../blocks.ts'
import { cell, facts, heading, note, paragraph, strong, text } from '../minutes/parts.ts'

/** A document about nobody that shows every style, to see how a look comes out. */
export const exampleDocument = (
  schoolName: string,
  confidentialityLine: string,
  today: Day,
): DocumentContent => ({
  title: 'Example of documents',
  subject: 'How documents look',
  author: schoolName,
  language: 'en-GB',
  footer: `An example · about nobody\n${confidentialityLine}`,
  blocks: [
    { is: 'title', text: 'Annual review: an example' },
    facts(
      'The meeting: date and place',
      ['The meeting', 'Details'],
      [
        ['School', schoolName],
        ['Date and time', '10 Mar 2026, 14:00'],
        ['Place', 'Room 4'],
      ],
    ),
    heading(1, 'What we decided', 'recommendation'),
    paragraph(strong('The school recommends: '), text('Amend the plan')),
    heading(1, 'How the child is getting on', 'outcomes'),
    heading(2, 'Outcome 1'),
    {
      is: 'paragraph',
      tone: 'quote',
      runs: [text('By July 2027 follows three-part instructions in class.')],
    },
    paragraph(text('Text of a paragraph: how evidence, views and reasons stand in the minutes of a review.')),
    {
      is: 'list',
      items: [[text('Word mats in every lesson')], [text('A quiet place to work, when it is asked for')]],
    },
    note('A note: what the law asks, where a rule comes from.'),
    {
      is: 'table',
      summary: 'Actions agreed: what, who, by when',
      head: ['What', 'Who', 'By'],
      widths: [3, 1.4, 0.9],
      rows: [
        [cell(text('Ask for the report of the therapist')), cell(text('SENCO')), cell(text('1 May 2026'))],
        [
          cell(text('Try the new timetable for half a term')),
          cell(text('Class teacher')),
          cell(text('22 May 2026')),
        ],
      ],
    },
    heading(3, 'A heading of the third level'),
    paragraph(text('Dates are followed by the rule that they come from.')),
  ],
  identity: { kind: 'example', keys: {}, made: today },
})
