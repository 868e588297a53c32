import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { listDifferences } from '../../src/documents/letters/listDifferences.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { blank } from '../../src/domain/record.ts'
import { School } from '../../src/domain/records/school.ts'
import { reconcile } from '../../src/domain/rules/reconcile.ts'
import type { ListRow } from '../../src/domain/rules/reconcileTypes.ts'
import { askedOf, handOver } from '../../src/tab/reconcile/handOver.ts'
import { kept } from '../ui/made.ts'
import { upnNumber } from '../importing/given.ts'

const today = '2026-11-22'
const child = (n: number, given: Partial<ListRow> = {}): ListRow => ({
  row: n + 1,
  upn: upnNumber(n),
  surname: `Surname${n}`,
  forename: 'Ann',
  dateOfBirth: '2018-01-09',
  status: 'E',
  planIssued: '2024-03-01',
  ...given,
})
const ours = [
  child(1, { key: 'A' }),
  child(2, { key: 'B', planIssued: '2025-01-01', lastReview: '2026-05-01' }),
  child(3, { key: 'C' }),
  child(4, { key: 'D', left: '2026-07-20' }),
  child(5, { key: 'E', status: 'K' }),
]
const authority = [
  child(1, { surname: 'Surname1' }),
  child(2, { row: 7, planIssued: '2025-01-01', lastReview: '2025-05-01' }),
  child(4),
  child(5, { planIssued: '2026-10-01' }),
  child(6),
]
const { children, differences } = reconcile(
  { ours, mis: [], authority },
  { today, given: ['ours', 'authority'], authority: 'Ridingdale Council' },
)
const letterOf = (decisions: Parameters<typeof askedOf>[1]['decisions'] = []) => {
  const known = new Set(decisions.map(({ key }) => key))
  const asked = askedOf('tellAuthority', {
    open: differences.filter(({ id }) => !known.has(id)),
    settled: differences.filter(({ id }) => known.has(id)),
    chosen: () => 0,
    decisions,
  })
  const school = { ...blank(School, { name: 'Oakfield Primary School', phase: 'primary', senco: 'Helen Marsh' }), ...kept('S') } // prettier-ignore
  return listDifferences({
    whose: 'authority',
    authority: 'Ridingdale Council',
    differences: handOver('tellAuthority', asked, children),
    file: { school, schoolName: 'Oakfield' },
    today,
  })
}
const rowsOf = (letter: ReturnType<typeof listDifferences>) =>
  letter.blocks.flatMap((block) =>
    block.is === 'table' ? block.rows.map((row) => row.map(({ runs: [run] }) => (run && 'text' in run ? run.text : ''))) : [],
  ) // prettier-ignore

test('the letter to the authority has what it has to put right, line by line, and nothing that is ours to do', () => {
  expect(rowsOf(letterOf())).toEqual([
    [
      'Ann Surname2\nborn 9 Jan 2018\nrow 7 of your list',
      'Last annual review',
      '1 May 2025',
      '1 May 2026',
      'Change last annual review from 1 May 2025 to 1 May 2026.',
    ],
    [
      `Ann Surname3\nborn 9 Jan 2018\nUPN ${upnNumber(3)}`,
      'Not on the authority’s list',
      'not there',
      'EHC plan',
      'This child has an EHC plan in our records and is not on your list.',
    ],
    [
      'Ann Surname4\nborn 9 Jan 2018\nrow 5 of your list',
      'Left, and on the authority’s list',
      'EHC plan',
      '20 Jul 2026',
      'This child left our school on 20 Jul 2026 and is on your list.',
    ],
    [
      'Ann Surname6\nborn 9 Jan 2018\nrow 7 of your list',
      'On the authority’s list alone',
      'EHC plan',
      'nothing',
      'This child is on your list for our school and not on our roll.',
    ],
  ])
  const text = paragraphsOf(letterOf())
    .map((each) => each.text)
    .join('\n')
  expect(text).toContain('4 lines about 4 children differ')
  expect(text).toContain('Ridingdale Council')
  expect(text).toContain('UK GDPR, Article 5(1)(d)')
  expect(text).not.toContain(upnNumber(2))
})

test('what was told before and is not put right yet stands in the next letter; what was kept does not', () => {
  const [late] = differences.filter(({ field }) => field === 'lastReview')
  const decision = (what: 'toldAuthority' | 'keep') => [{ key: late!.id, archived: false, what }]
  expect(rowsOf(letterOf(decision('toldAuthority')))).toHaveLength(4)
  expect(rowsOf(letterOf(decision('keep')))).toHaveLength(3)
})

test('Word opens it: its parts are sound, and no child is in its name or properties', () => {
  const content = letterOf()
  expect(lintDocx(docxOf(content))).toEqual([])
  expect(`${content.title} ${content.subject}`).not.toMatch(/Surname|Ann/)
})
