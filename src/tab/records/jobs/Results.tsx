import { t } from '../../../words/t.ts'
import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { showCount } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Job } from '../../../domain/records/job.ts'
import { recordTypeNamed } from '../../../domain/records/index.ts'
import { fullName, Pupil } from '../../../domain/records/pupil.ts'
import type { ReportRow } from '../../../jobs/report.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { useRunner } from '../../jobs/useJobs.ts'
import { Waiting } from '../../pupil/Waiting.tsx'

type Outcome = ReportRow['outcome']
const words: Record<Outcome, string> = {
  refused: t`Refused`,
  stored: t`Stored`,
  unchanged: t`Unchanged`,
  notReached: t`Not reached`,
}
const order: readonly Outcome[] = ['refused', 'stored', 'unchanged', 'notReached']

const useStyles = makeStyles({
  scroll: {
    maxHeight: '60vh',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: 'block', padding: '8px 12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  tabs: { flexWrap: 'wrap' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
})

/** What became of each pupil, or row of a file; the refused first where there are any. */
export const Results = ({ job }: { job: Stored<Job> }) => {
  const runner = useRunner()
  const { school, records } = useServices()
  const report = useQuery({
    queryKey: ['jobReport', school.id, job.key, job.etag],
    queryFn: async () => {
      const [{ readPlan, readResults }, { reportRows }] = await Promise.all([
        import('../../../jobs/jobRow.ts'),
        import('../../../jobs/report.ts'),
      ])
      const [plan, results] = await Promise.all([readPlan(runner.ports, job), readResults(runner.ports, job)])
      return { rows: reportRows(plan, results), fromFile: plan.lines !== undefined }
    },
    gcTime: 60_000,
  })
  // With archived ones: what a job archived has a name too.
  const pupils = useQuery({
    queryKey: ['jobPupils', school.id, job.key, job.etag],
    queryFn: async () =>
      new Map((await records.store(Pupil).allWithArchived()).records.map((pupil) => [pupil.key, pupil])),
    gcTime: 60_000,
  })
  const rows = report.data?.rows
  // A row about no pupil, such as a group's, is known by its record's title.
  const titles = useQuery({
    queryKey: ['jobTitles', school.id, job.key, job.etag],
    queryFn: async () => {
      const of = new Set(rows!.flatMap(({ pupil, about }) => (pupil === null && about ? about.type : [])))
      const lists = await Promise.all(
        [...of].map(async (name) => {
          const type = recordTypeNamed(name)!
          const { records: found } = await records.store(type).allWithArchived()
          return found.map((record): [string, string] => [record.key, type.titleOf(record)])
        }),
      )
      return new Map(lists.flat())
    },
    enabled: rows !== undefined,
    gcTime: 60_000,
  })
  return (
    <Loaded queries={[report, pupils, titles]} shape={<Waiting />}>
      {(read, known, named) => <ResultList {...read} pupils={known} titles={named} />}
    </Loaded>
  )
}

type Told = {
  rows: readonly ReportRow[]
  fromFile: boolean
  pupils: ReadonlyMap<string, Pupil>
  titles: ReadonlyMap<string, string>
}

const ResultList = ({ rows, fromFile, pupils, titles }: Told) => {
  const styles = useStyles()
  const { download } = useServices()
  const [chosen, setChosen] = useState<Outcome | null>(null)
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  const present = order.filter((outcome) => count(outcome) > 0)
  const shown = chosen !== null && present.includes(chosen) ? chosen : (present[0] ?? 'stored')
  const save = async () => {
    const { resultCsv } = await import('../../../importing/report.ts')
    download(t`Job report.csv`, new TextEncoder().encode(resultCsv(rows)), 'text/csv')
  }
  return (
    <section aria-label={fromFile ? t`What became of each row` : t`What became of each pupil`}>
      <div className={styles.head}>
        <TabList
          className={styles.tabs}
          selectedValue={shown}
          onTabSelect={(_, { value }) => setChosen(value as Outcome)}
        >
          {present.map((outcome) => (
            <Tab key={outcome} value={outcome}>
              {words[outcome]} {showCount(count(outcome))}
            </Tab>
          ))}
        </TabList>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => void save()}
        >{t`Download the report`}</Button>
      </div>
      <Rows
        key={shown}
        rows={rows.filter(({ outcome }) => outcome === shown)}
        fromFile={fromFile}
        pupils={pupils}
        titles={titles}
      />
    </section>
  )
}

const Rows = ({ rows, fromFile, pupils, titles }: Told) => {
  const styles = useStyles()
  return (
    <VirtualList
      rows={rows}
      keyOf={({ row }) => row}
      height={37}
      scroll={styles.scroll}
      region={fromFile ? t`Rows` : t`Pupils`}
      row={styles.row}
    >
      {(row) => {
        const pupil = row.pupil === null ? undefined : pupils.get(row.pupil)
        const title = pupil || !row.about ? undefined : titles.get(row.about.key)
        return (
          <>
            {/* A number means something where it is a row of the file that the person chose. */}
            {(fromFile || !(pupil || title)) && <Text weight="semibold">{t`Row ${row.row}`} </Text>}
            {pupil && <Personal>{fullName(pupil)}</Personal>}
            {title && <Personal>{title}</Personal>}
            {row.how && <Text className={styles.quiet}> {row.how}</Text>}
            {row.reasons.map(({ column, found, expected }) => (
              <Text
                key={`${column}${expected}`}
                block
              >{t`${column ? `${column}: ` : ''}found ${found}; expected ${expected}`}</Text>
            ))}
          </>
        )
      }}
    </VirtualList>
  )
}
