import { inWords, t } from '../../words/t.ts'
import { ReportSection } from '../records/reportSection.ts'
import type { School } from '../records/school.ts'
import { type Day, showDay } from '../rules/day.ts'
import { type SirCode, sirCodesOn, sirHeadings, sirSource } from '../rules/sirHeadings.ts'
import type { Why } from '../rules/why.ts'
import { defineDuty, type Due, type Standing } from './duty.ts'
import { monthsAfter } from './why.ts'

/** How a heading stands: `missing` red, `old` amber, `fine` green. */
export type SectionLight = 'missing' | 'old' | 'fine'
type Section = Pick<ReportSection, 'heading' | 'title' | 'text' | 'reviewed'>

export const sectionTitle = ({ heading, title }: Pick<Section, 'heading' | 'title'>): string =>
  heading === 'own' ? (title ?? t`A heading of our own`) : inWords(sirHeadings[heading].words)

/** What the law or the school asks for; a heading of the school's own is asked for by nobody. */
const askedBy = (heading: ReportSection['heading']): Why => ({
  rule: t`SEN information report`,
  says:
    heading === 'own'
      ? t`A heading of your own: begun and still empty`
      : t`Governing bodies publish what the Act and the regulations list; this heading has no text yet`,
  strength: heading === 'own' ? 'local' : 'must',
  source: heading === 'own' ? t`This school` : sirSource(heading),
  inputs: [],
})

const reviewAgain = (reviewed: Day | null, school: School | null) =>
  monthsAfter(
    school,
    'reportReview',
    {
      rule: t`SEN information report`,
      says: t`The report is brought up to date at least every year, and when something changes`,
      strength: 'should',
      source: 'SEND Code of Practice 6.79',
    },
    t`Last reviewed on`,
    reviewed,
  )

const due = (day: Day | null, why: Why): Due => ({
  what: t`A part of the SEN information report`,
  day,
  owner: 'school',
  verb: t`Look at it`,
  why,
})

/** The light of one heading, with the day from which it is old. `missing` where nobody has begun it: no section at all. */
export const sectionStanding = (
  section: Section | null,
  heading: ReportSection['heading'],
  school: School | null,
  today: Day,
): Standing & { readonly light: SectionLight } => {
  if (section === null || !section.text)
    return { light: 'missing', is: 'open', word: t`Missing`, due: due(null, askedBy(heading)) }
  const again = reviewAgain(section.reviewed, school)
  return again.day !== null && again.day > today
    ? { light: 'fine', is: 'done', word: t`Fine`, due: null }
    : {
        light: 'old',
        is: 'open',
        word: section.reviewed === null ? t`Never reviewed` : t`Older than you allow`,
        due: due(again.day, again.why),
      }
}

/** The headings that the law asks of this school today and nobody has begun. */
export const headingsWithout = (
  rows: readonly Pick<ReportSection, 'heading'>[],
  school: School | null,
  today: Day,
): readonly SirCode[] =>
  sirCodesOn(today, school?.phase ?? null).filter((code) => !rows.some(({ heading }) => heading === code))

/** The SEN information report, heading by heading. */
export const sections = defineDuty<typeof ReportSection>({
  name: 'sections',
  place: 'leading',
  words: t`SEN information report`,
  says: t`What governors must publish about SEND, heading by heading: your text, whose it is, what it rests on, and when it was last looked at.`,
  type: ReportSection,
  columns: [
    {
      words: t`Heading`,
      of: sectionTitle,
      by: ({ heading }) => String([...Object.keys(sirHeadings), 'own'].indexOf(heading)).padStart(3, '0'),
    },
    { words: t`Whose it is`, of: ({ owner }) => owner ?? '' },
    {
      words: t`Last reviewed`,
      of: ({ reviewed }) => (reviewed ? showDay(reviewed) : ''),
      by: ({ reviewed }) => reviewed ?? '',
    },
  ],
  titleOf: sectionTitle,
  searched: ({ text, evidence, note }) => [text, evidence, note],
  standing: (row, { school, today }) => sectionStanding(row, row.heading, school, today),
  steps: [
    {
      field: 'reviewed',
      words: t`Reviewed today`,
      said: t`Reviewed today`,
      offered: ({ text }) => text !== null,
      again: true,
    },
  ],
  form: {
    add: t`Add a part`,
    fields: ['heading', 'title', 'text', 'owner', 'showFigures'],
    given: () => ({ showFigures: true }),
    groups: [
      { fields: ['heading', 'title', 'text', 'showFigures'] },
      { title: t`Inside the school`, fields: ['owner', 'reviewed', 'evidence', 'note'] },
    ],
    past: ['reviewed'],
  },
  empty: {
    title: t`Nothing of the report yet`,
    todo: t`Begin all headings that the law asks for, then write under each. The report for Word and for your website is made from them.`,
  },
  task: { purpose: 'other', words: t`SEN information report` },
  // A school that has begun none keeps its report elsewhere; from the first part on, what is missing is told.
  owed: (rows, { school, today }) => {
    const without = rows.length === 0 ? [] : headingsWithout(rows, school, today)
    return without.length === 0
      ? []
      : [
          {
            what:
              without.length === 1
                ? t`A heading that the law asks for is missing from the SEN information report`
                : t`${without.length} headings that the law asks for are missing from the SEN information report`,
            day: null,
            owner: 'school',
            verb: t`Begin them`,
            why: {
              ...askedBy(without[0]!),
              inputs: without.map((code) => ({ label: t`Heading`, value: inWords(sirHeadings[code].words) })),
            },
          },
        ]
  },
  folded: (count) =>
    count === 1
      ? t`A part of the SEN information report is missing or old`
      : t`${count} parts of the SEN information report are missing or old`,
})
