import { blank } from '../../domain/record.ts'
import { EvaluationHeading } from '../../domain/records/evaluationHeading.ts'
import { Evidence } from '../../domain/records/evidence.ts'
import { GovernorReport } from '../../domain/records/governorReport.ts'
import { Objective } from '../../domain/records/objective.ts'
import { PlanAction } from '../../domain/records/planAction.ts'
import { Policy } from '../../domain/records/policy.ts'
import { PolicyReading } from '../../domain/records/policyReading.ts'
import { PublishedOn } from '../../domain/records/publishedOn.ts'
import { QualityVisit } from '../../domain/records/qualityVisit.ts'
import { ReportSection } from '../../domain/records/reportSection.ts'
import { VisitFinding } from '../../domain/records/visitFinding.ts'
import { askingRows } from '../../domain/rules/askReaders.ts'
import { addDays, type Day } from '../../domain/rules/day.ts'
import { startHeadings } from '../../domain/rules/evaluationStart.ts'
import { type SirCode, sirHeadings } from '../../domain/rules/sirHeadings.ts'
import { addressOf } from './classStaffRows.ts'
import { reportTexts } from './leadingTexts.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

export type LeadingRows = {
  readonly ReportSection: Row<ReportSection>[]
  readonly PublishedOn: Row<PublishedOn>[]
  readonly GovernorReport: Row<GovernorReport>[]
  readonly Policy: Row<Policy>[]
  readonly PolicyReading: Row<PolicyReading>[]
  readonly Objective: Row<Objective>[]
  readonly QualityVisit: Row<QualityVisit>[]
  readonly VisitFinding: Row<VisitFinding>[]
  readonly PlanAction: Row<PlanAction>[]
  readonly EvaluationHeading: Row<EvaluationHeading>[]
  readonly Evidence: Row<Evidence>[]
}

/** What a school keeps for the whole of SEND: a report that is nearly whole, plans under way, a bank of evidence begun. */
export const makeLeading = (setting: Setting, random: Random): LeadingRows => {
  const { today, senco, teachers, kind } = setting
  const on = (days: number): Day => addDays(today, -days)
  const row = <T>(days: number, record: T): Row<T> => ({ key: keyOn(random, on(days)), record })
  const site = `https://${kind}.oakfieldtrust.example`

  const sections = (Object.keys(reportTexts) as SirCode[]).map((heading, at) =>
    row(
      420,
      blank(ReportSection, {
        heading,
        text: reportTexts[heading]!,
        owner: at % 5 === 4 ? 'Business manager' : senco,
        showFigures: 'figures' in sirHeadings[heading],
        reviewed: at % 6 === 5 ? on(400) : at === 3 ? null : on(75),
        evidence: at === 0 ? 'The register and last year’s impact report' : null,
      }),
    ),
  )
  const published = [
    row(440, blank(PublishedOn, { what: 'report', on: on(440), address: `${site}/send`, by: senco })),
    row(
      75,
      blank(PublishedOn, {
        what: 'report',
        on: on(75),
        address: `${site}/send`,
        by: senco,
        changed: 'New SENDIASS telephone number; the calm room; figures of September',
        checked: on(40),
      }),
    ),
    row(
      300,
      blank(PublishedOn, {
        what: 'accessibility',
        on: on(300),
        address: `${site}/accessibility`,
        by: 'Business manager',
        againBy: addDays(today, 60),
      }),
    ),
  ]
  const [send, support, plans] = kind === 'primary' ? [61, 47, 14] : [168, 131, 37]
  const report = (term: string, days: number, less: number, given: Partial<GovernorReport>) =>
    row(
      days,
      blank(GovernorReport, {
        term,
        by: senco,
        asOf: on(days),
        figures: [
          `send: ${send - less}`,
          `status.E: ${plans}`,
          `status.K: ${support - less}`,
          'reviews.share: 88.5',
          'plans.share: 85.7',
          'given.share: 81.2',
          'ehcna.asked: hidden',
        ].join('\n'),
        priorities: 'Reading in Year 3\nFewer sessions lost to cover',
        presentedOn: on(days - 9),
        meetingOn: on(days - 9),
        ...given,
      }),
    )
  const reports = [
    report('Autumn 2025', 362, 6, {}),
    report('Summer 2026', 150, 2, { asks: 'Agree to a second trained reader for dyslexia screening.' }),
    row(
      4,
      blank(GovernorReport, {
        term: 'Autumn 2026',
        meetingOn: addDays(today, 16),
        by: senco,
        approach: 'Teachers now raise concerns on one short form; plans begin within three weeks of it.',
      }),
    ),
  ]
  const policies = [
    row(
      320,
      blank(Policy, {
        name: 'SEND policy',
        owner: senco,
        byLaw: true,
        version: '2026',
        link: `${site}/policies/send-2026`,
        approvedOn: on(60),
        approvedBy: 'Governing body',
        every: 12,
      }),
    ),
    row(
      500,
      blank(Policy, {
        name: 'Supporting pupils with medical conditions',
        owner: 'Deputy head',
        byLaw: true,
        version: '2025',
        link: `${site}/policies/medical-2025`,
        approvedOn: on(390),
        approvedBy: 'Governing body',
        every: 12,
      }),
    ),
    row(200, blank(Policy, { name: 'Intimate care', owner: senco, version: '3', every: 24 })),
  ]
  const asked = askingRows(
    { ...policies[0]!.record, key: policies[0]!.key },
    teachers.slice(0, 6).map((name, at) => ({ name, address: at === 4 ? null : addressOf(name) })),
    on(50),
  )
  const readings = asked.map(({ key, record }, at): Row<PolicyReading> => ({
    key,
    record: at === 1 || at === 2 ? { ...record, readOn: on(45 - at), how: 'self' } : record,
  }))
  const objectives = [
    row(
      80,
      blank(Objective, {
        title: 'Annual reviews are held within twelve months',
        plan: 'improvement',
        priority: 'Leadership and management',
        owner: senco,
        from: on(80),
        by: addDays(today, 230),
        success: 'Every review of the year in time; the authority’s part chased by name.',
        figure: 'reviews.share',
        start: 88.5,
        startOn: on(80),
        target: 100,
      }),
    ),
    row(
      80,
      blank(Objective, {
        title: 'Planned support is given',
        plan: 'send',
        owner: senco,
        from: on(80),
        by: addDays(today, 120),
        figure: 'given.share',
        target: 90,
      }),
    ),
    row(
      420,
      blank(Objective, {
        title: 'Teachers raise concerns in one way',
        plan: 'send',
        owner: senco,
        from: on(420),
        by: on(100),
        evidence: 'All concerns since Easter came on the form.',
        outcome: 'met',
        closedOn: on(95),
      }),
    ),
  ]
  const visit = row(
    24,
    blank(QualityVisit, {
      on: on(24),
      kind: 'walk',
      focus: 'How adults give instructions',
      place: kind === 'primary' ? 'Years 1 to 4, morning lessons' : 'Years 7 and 8, English and science',
      by: `${senco} and the deputy head`,
      toldOn: on(20),
      lookAgain: addDays(today, 5),
    }),
  )
  const finding = (given: Partial<VisitFinding>) =>
    row(24, blank(VisitFinding, { visit: visit.key, kind: 'works', what: '', ...given }))
  const findings = [
    finding({ what: 'One step at a time with a picture in most rooms' }),
    finding({ kind: 'better', what: 'Key words are not in sight when pupils write' }),
    finding({ kind: 'ask', what: 'Do pupils know how to ask for help without speaking?' }),
  ]
  const actions = [
    row(
      70,
      blank(PlanAction, {
        what: 'Dates of all reviews set in September',
        objective: objectives[0]!.key,
        owner: senco,
        by: on(50),
        begun: on(70),
        doneOn: on(55),
        evidence: 'The plan of the year',
      }),
    ),
    row(
      60,
      blank(PlanAction, {
        what: 'Ask the authority each month for decisions that are overdue',
        objective: objectives[0]!.key,
        owner: senco,
        by: on(6),
        begun: on(40),
      }),
    ),
    row(
      22,
      blank(PlanAction, {
        what: 'Key words on each table during writing',
        finding: findings[1]!.key,
        owner: teachers[0]!,
        by: addDays(today, 9),
      }),
    ),
  ]
  const headings = startHeadings().map((one) => row(300, blank(EvaluationHeading, one)))
  const evidence = [
    row(
      24,
      blank(Evidence, {
        heading: headings[1]!.key,
        title: findings[0]!.record.what,
        says: 'strength',
        text: 'Seen on a learning walk',
        asOf: on(24),
        source: 'visit',
        sourceKey: findings[0]!.key,
        looked: on(24),
      }),
    ),
    row(
      380,
      blank(Evidence, {
        heading: headings[0]!.key,
        title: 'Needs are found within a term of starting',
        says: 'strength',
        text: 'Screening of all new pupils in the first six weeks.',
        asOf: on(390),
        source: 'typed',
        looked: on(385),
      }),
    ),
  ]
  return {
    ReportSection: sections,
    PublishedOn: published,
    GovernorReport: reports,
    Policy: policies,
    PolicyReading: readings,
    Objective: objectives,
    QualityVisit: [visit],
    VisitFinding: findings,
    PlanAction: actions,
    EvaluationHeading: headings,
    Evidence: evidence,
  }
}
