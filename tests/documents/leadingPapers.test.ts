import { expect, test } from 'vitest'
import { governorsPage, governorsPaper } from '../../src/documents/leading/governorsPaper.ts'
import { planPaper } from '../../src/documents/leading/planPaper.ts'
import { sirPaper } from '../../src/documents/leading/sirPaper.ts'
import { evaluationPaper } from '../../src/documents/leading/evaluationPaper.ts'
import { webPage, webText } from '../../src/documents/leading/webText.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { blank } from '../../src/domain/record.ts'
import { EvaluationHeading } from '../../src/domain/records/evaluationHeading.ts'
import { Evidence } from '../../src/domain/records/evidence.ts'
import { GovernorReport } from '../../src/domain/records/governorReport.ts'
import { Objective } from '../../src/domain/records/objective.ts'
import { PlanAction } from '../../src/domain/records/planAction.ts'
import { ReportSection } from '../../src/domain/records/reportSection.ts'
import { readLeading } from '../../src/domain/rules/leadingHistory.ts'

const today = '2026-11-23'
const said = (content: DocumentContent) =>
  paragraphsOf(content)
    .map(({ text }) => text)
    .join('\n')
const school = { name: 'Oakfield', senco: 'Helen Marsh', telephone: '01632 960100', email: null }

test('the SEN information report has what is written, in the order of the law, and figures only where they are shown', () => {
  const section = (given: Partial<ReportSection>) => blank(ReportSection, { heading: 'kinds', ...given })
  const content = sirPaper({
    sections: [
      section({ heading: 'own', title: 'Our garden', text: 'Open at lunch.' }),
      section({ heading: 'progress', text: 'Three times a year.', evidence: 'Minutes of July' }),
      section({ heading: 'kinds', text: 'Every kind.', showFigures: true, reviewed: '2026-09-09' }),
      section({ heading: 'complaints' }),
    ],
    school,
    schoolName: 'Oakfield',
    today,
    fewest: 5,
    figures: [
      { id: 'send', value: 61 },
      { id: 'need.HI', value: null },
      { id: 'reviews.share', value: 97.5 },
      { id: 'need.VI', value: 0 },
    ],
  })
  const text = said(content)
  expect(content.blocks.flatMap((block) => (block.is === 'heading' ? [block.text] : []))).toEqual([
    'Kinds of special educational needs for which we provide',
    'How we assess and review progress towards outcomes',
    'Our garden',
  ])
  expect(text).toContain('Last reviewed on 9 Sep 2026')
  expect(text).toContain('61')
  expect(text).toContain('hidden')
  expect(text).toContain('Counts of 1 to 4 are hidden')
  // Not asked for under its heading, of nobody, and what stays in the school.
  expect(text).not.toContain('97.5')
  expect(text).not.toContain('Visual impairment')
  expect(text).not.toContain('Minutes of July')
})

test('text for the website is HTML in which nothing typed can be more than text', () => {
  const html = webText({
    blocks: [
      { is: 'title', text: 'A & B' },
      { is: 'heading', level: 1, text: '<script>alert(1)</script>' },
      { is: 'paragraph', runs: [{ text: 'It’s "5 > 3"\nnext', strong: true }] },
      { is: 'list', items: [[{ text: 'one' }], [{ text: 'two' }]] },
      { is: 'table', summary: 'S', head: ['a', 'b'], rowHeadings: true, rows: [[{ runs: [{ text: 'x' }] }, { runs: [{ text: '1' }] }]] }, // prettier-ignore
      { is: 'pageBreak' },
    ],
  })
  expect(html).not.toContain('<script')
  expect(html).toContain('<h1>A &#38; B</h1>')
  expect(html).toContain('<strong>It’s &#34;5 &#62; 3&#34;<br>\nnext</strong>')
  expect(html).toContain('<th scope="row">x</th><td>1</td>')
  expect(html.match(/<li>/g)).toHaveLength(2)
  const page = webPage({ ...sirPaper({ sections: [], school: null, schoolName: '<O>', today, fewest: 5, figures: [] }) }) // prettier-ignore
  expect(page).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
  expect(page).not.toContain('<O>')
})

const report = blank(GovernorReport, {
  term: 'Autumn 2026',
  asOf: today,
  figures: 'send: 61\nstatus.E: 14\nneed.HI: hidden\nreviews.share: 97.5\nyear.3: 0',
  priorities: 'Reading\nFewer sessions lost',
  by: 'Helen Marsh',
})
const file = {
  report,
  last: { term: 'Summer 2026', asOf: '2026-07-01', figures: readLeading('send: 58\nreviews.share: 90') },
  year: { term: 'Autumn 2025', asOf: '2025-11-20', figures: readLeading('send: 55\nyear.3: hidden') },
  school,
  schoolName: 'Oakfield',
  today,
  fewest: 5,
}

test('the report to governors sets each figure beside last term and last year, and tells no number that was hidden', () => {
  const text = said(governorsPaper(file))
  expect(text).toMatch(/Pupils with SEND\t61\t58\t\+3\t55/)
  expect(text).toMatch(/Hearing impairment \(HI\)\thidden/)
  expect(text).toContain('+7.5 points')
  // Nobody now, but somebody then: the row stands.
  expect(text).toMatch(/Year 3\t0/)
  expect(text).toContain('Fewer sessions lost')
  expect(text).toContain('No pupil is named')
  const alone = said(governorsPaper({ ...file, last: null, year: null }))
  expect(alone).toContain('There is no earlier report to compare with.')
  expect(alone).not.toMatch(/Year 3\t/)
  // One that is both last term's and last year's stands once.
  const same = governorsPaper({ ...file, year: file.last })
  expect(same.blocks.flatMap((block) => (block.is === 'table' ? [block.head.length] : []))[0]).toBe(4)
})

test('the page to present is figures, priorities and what is asked', () => {
  const text = said(governorsPage(file))
  expect(text).toContain('61 Pupils with SEND (+3 since 1 Jul 2026)')
  expect(text).toContain('Reading')
  expect(text).not.toContain('Hearing')
})

test('the self-evaluation says first what is missing, then each heading with its evidence and where it comes from', () => {
  const heading = (key: string, given: Partial<EvaluationHeading>) => ({
    ...blank(EvaluationHeading, { title: key, from: '2025-11-10', ...given }),
    key,
  })
  const content = evaluationPaper({
    headings: [
      heading('Inclusion', { order: 1 }),
      heading('Achievement', { order: 2 }),
      heading('Old', { until: '2026-01-01' }),
    ],
    evidence: [
      blank(Evidence, { heading: 'Inclusion', title: 'Reviews in time', says: 'strength', figure: '97.5%', asOf: '2026-11-02', source: 'figure' }), // prettier-ignore
    ],
    school: null,
    schoolName: 'Oakfield',
    today,
  })
  const text = said(content)
  expect(text).toContain('Reviews in time (A figure of ours, 97.5%, of 2 Nov 2026)')
  expect(text).toMatch(/Achievement\tNothing stands here yet/)
  expect(text.indexOf('What is missing')).toBeLessThan(text.indexOf('Strengths'))
  expect(text).not.toContain('Old')
})

test('the plan sets each objective’s figure of today beside its start and its aim, and says which actions are overdue', () => {
  const objective = {
    ...blank(Objective, { title: 'In time', figure: 'reviews.share', start: 90, startOn: '2026-09-01', target: 100 }), // prettier-ignore
    key: 'O',
  }
  const action = (given: Partial<PlanAction>) => blank(PlanAction, { what: 'A', objective: 'O', ...given })
  const text = said(
    planPaper({
      objectives: [objective],
      actions: [
        action({ what: 'Dates set', doneOn: '2026-09-20', by: '2026-09-30', evidence: 'The plan' }),
        action({ what: 'Ask each month', by: '2026-11-22' }),
        action({ what: 'Later', by: today, begun: today }),
        action({ what: 'Of another', objective: 'X' }),
      ],
      figures: [{ id: 'reviews.share', value: null }],
      school,
      schoolName: 'Oakfield',
      today,
    }),
  )
  expect(text).toContain('hidden today; at the start 90% on 1 Sep 2026; to be reached 100%')
  expect(text).toContain('1 of 3 actions done, 1 overdue')
  expect(text).toMatch(/Ask each month\t\t22 Nov 2026\tOverdue/)
  expect(text).toMatch(/Later\t\t23 Nov 2026\tBegun/)
  expect(text).not.toContain('Of another')
})
