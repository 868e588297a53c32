import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { DutyContext } from '../../domain/duties/duty.ts'
import type { Stored } from '../../domain/record.ts'
import { GovernorReport } from '../../domain/records/governorReport.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import { addMonths, showDay } from '../../domain/rules/day.ts'
import {
  type Earlier,
  earlierReports,
  leadingText,
  statusFiguresOn,
} from '../../domain/rules/leadingHistory.ts'
import { setting } from '../../domain/rules/settings.ts'
import { governorsPage, governorsPaper } from '../../documents/leading/governorsPaper.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { useRecordAct } from '../../ui/useRecordAct.ts'
import { allOrNone } from '../../ui/useSchool.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { FigureRows } from './FigureRows.tsx'
import { PaperButtons } from './PaperButtons.tsx'
import { useLeadingFigures } from './useLeadingFigures.ts'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = {
  report: Stored<GovernorReport>
  context: DutyContext
  pupils: readonly Stored<Pupil>[]
}

/** Of one report: its figures beside earlier ones, and its papers. */
export const GovernorsPanel = (props: Props) => {
  const services = useServices()
  const reports = useQuery(allOrNone(services, GovernorReport))
  const periods = useQuery(allOrNone(services, StatusPeriod))
  return (
    <Loaded queries={[reports, periods]} shape={<Waiting />}>
      {(all, history) => (
        <Figures
          {...props}
          {...comparedTo(
            props,
            all.records as readonly Stored<GovernorReport>[],
            history.records as readonly Stored<StatusPeriod>[],
          )}
        />
      )}
    </Loaded>
  )
}

/** Last term’s report and last year’s; without one of last year, statuses of that day from the history. */
const comparedTo = (
  { report, pupils, context }: Props,
  reports: readonly Stored<GovernorReport>[],
  periods: readonly Stored<StatusPeriod>[],
): { last: Earlier | null; year: Earlier | null } => {
  const asOf = report.asOf ?? context.today
  const earlier = earlierReports(
    reports.filter(({ key }) => key !== report.key),
    asOf,
  )
  if (earlier.year) return earlier
  const day = addMonths(asOf, -12)
  const figures = statusFiguresOn(pupils, periods, day, setting(context.school ?? undefined, 'fewestShown'))
  return (figures.get('send') ?? 0) === 0
    ? earlier
    : { ...earlier, year: { term: t`A year before, from the status history`, asOf: day, figures } }
}

const Figures = ({ report, context, last, year }: Props & { last: Earlier | null; year: Earlier | null }) => {
  const styles = useLeadingStyles()
  const { school: site } = useServices()
  const fewest = setting(context.school ?? undefined, 'fewestShown')
  const file = {
    report,
    last,
    year,
    school: context.school,
    schoolName: site.name,
    today: context.today,
    fewest,
  }
  const adults = [report.by, context.school?.senco, context.school?.headteacher]
  return (
    <section className={styles.part} aria-label={t`Figures of this report`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Figures of this report`}</Text>
      <Text className={styles.quiet}>
        {report.asOf
          ? t`Taken on ${showDay(report.asOf)}. They stay as they were, so that the next report can be compared with them.`
          : t`Take them when the report is nearly ready. Counts of 1 to ${fewest - 1} are hidden before anything is kept.`}
      </Text>
      {report.presentedOn === null && <Take report={report} />}
      {report.figures && (
        <>
          <FigureRows text={report.figures} asOf={report.asOf!} last={last} year={year} fewest={fewest} />
          <PaperButtons
            called={t`Report on SEND to governors`}
            words={t`Download the report`}
            adults={adults}
            content={() => governorsPaper(file)}
          />
          <PaperButtons
            called={t`SEND on one page`}
            words={t`Download the page to present`}
            adults={adults}
            content={() => governorsPage(file)}
          />
        </>
      )}
    </section>
  )
}

/** Takes the figures of today into the report, with a way back. */
const Take = ({ report }: { report: Stored<GovernorReport> }) => {
  const { queries, found } = useLeadingFigures()
  const mayWrite = useMayWrite(GovernorReport)
  const { doIt, busy, trouble } = useRecordAct(GovernorReport, report)
  if (!mayWrite) return null
  return (
    <Loaded queries={queries} shape={<Waiting />}>
      {() => (
        <>
          <div>
            <Button
              disabled={busy || !found}
              onClick={() =>
                found &&
                void doIt({
                  words: t`Take the figures of today`,
                  said: t`Figures of today taken`,
                  changes: (today) => ({ asOf: today, figures: leadingText(found.outside) }),
                })
              }
            >
              {report.asOf ? t`Take the figures of today instead` : t`Take the figures of today`}
            </Button>
          </div>
          {trouble && <TroubleNotice trouble={trouble} />}
        </>
      )}
    </Loaded>
  )
}
