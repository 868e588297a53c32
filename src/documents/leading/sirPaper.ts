import { t } from '../../words/t.ts'
import { sectionTitle } from '../../domain/duties/reportSections.ts'
import type { ReportSection } from '../../domain/records/reportSection.ts'
import type { School } from '../../domain/records/school.ts'
import { type Day, latest, showDay } from '../../domain/rules/day.ts'
import type { LeadingFigure } from '../../domain/rules/leadingFigureKinds.ts'
import { type SirHeading, sirHeadings } from '../../domain/rules/sirHeadings.ts'
import type { Block, DocumentContent } from '../blocks.ts'
import { note, paragraph, text } from '../minutes/parts.ts'
import { told, under } from '../papers/paper.ts'
import { figureTable, figuresOf, howCounted } from './figureTable.ts'

/** What the SEN information report is made of. */
export type SirFile = {
  readonly sections: readonly ReportSection[]
  readonly school: Pick<School, 'name' | 'senco' | 'telephone' | 'email'> | null
  readonly schoolName: string
  readonly today: Day
  /** Figures as outsiders may see them. */
  readonly figures: readonly LeadingFigure[]
  readonly fewest: number
}

const order = [...Object.keys(sirHeadings), 'own']

/** Sections with a text, in the order of the law, the school's own after them. */
export const sectionsInOrder = <S extends Pick<ReportSection, 'heading' | 'title'>>(
  sections: readonly S[],
): readonly S[] =>
  sections.toSorted(
    (a, b) =>
      order.indexOf(a.heading) - order.indexOf(b.heading) ||
      sectionTitle(a).localeCompare(sectionTitle(b), 'en-GB'),
  )

const oneSection = (section: ReportSection, { figures, today }: SirFile): Block[] => {
  const starts: readonly string[] =
    section.heading === 'own' ? [] : ((sirHeadings[section.heading] as SirHeading).figures ?? [])
  const table = section.showFigures
    ? figureTable(t`Figures on: ${sectionTitle(section)}`, figuresOf(figures, starts), today)
    : []
  return under(1, sectionTitle(section), [...told(section.text), ...table])
}

/** The SEN information report as it is published: texts under the headings of the law, with figures where they are asked for. */
export const sirPaper = (file: SirFile): DocumentContent => {
  const { sections, school, schoolName, today, fewest } = file
  const name = school?.name ?? schoolName
  const written = sectionsInOrder(sections.filter((one) => one.text !== null))
  const reviewed = written.flatMap((one) => (one.reviewed === null ? [] : [one.reviewed]))
  const ways = [school?.telephone, school?.email].filter(Boolean).join(', ')
  const blocks = written.flatMap((section) => oneSection(section, file))
  return {
    title: t`SEN information report: ${name}`,
    subject: t`SEN information report under the Children and Families Act 2014, section 69`,
    author: name,
    language: 'en-GB',
    footer: t`${name} · SEN information report, ${showDay(today)}`,
    blocks: [
      { is: 'title', text: t`SEN information report` },
      paragraph(
        text(
          t`What ${name} does for children with special educational needs and disabilities, for parents and everybody who wants to know. It is brought up to date at least once a year.`,
        ),
      ),
      ...(reviewed.length > 0
        ? [note(t`Last reviewed on ${showDay(latest(...(reviewed as [Day, ...Day[]])))}.`)]
        : []),
      ...(school?.senco
        ? [paragraph(text([t`SENCO: ${school.senco}`, ways].filter(Boolean).join(', ')))]
        : []),
      ...blocks,
      ...(blocks.some(({ is }) => is === 'table') ? [howCounted(today, fewest)] : []),
    ],
    identity: { kind: 'sirReport', keys: {}, made: today },
  }
}
