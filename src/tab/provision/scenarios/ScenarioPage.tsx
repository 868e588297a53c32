import { inWords, t } from '../../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Job } from '../../../domain/records/job.ts'
import { Scenario } from '../../../domain/records/scenario.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { seenNow } from '../../../domain/rules/scenario.ts'
import { scenarioText } from '../../../domain/rules/scenarioText.ts'
import type { Change } from '../../../domain/rules/scenarioTypes.ts'
import { useHiddenDetails } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useRuns } from '../../jobs/useJobs.ts'
import { JobButtons } from '../../records/jobs/JobButtons.tsx'
import { JobState } from '../../records/jobs/JobState.tsx'
import { Results } from '../../records/jobs/Results.tsx'
import { Trail } from '../../Trail.tsx'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import { ApplyDialog } from './ApplyDialog.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { Changes } from './Changes.tsx'
import { Consequences, Falls } from './Consequences.tsx'
import { Figures } from './Figures.tsx'
import { LeftPart } from './LeftPart.tsx'
import { calledOn, jobsOf, useReckoned } from './useScenario.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0, maxWidth: '1100px' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** One what if: what changes, what it would come to, and the way to make it so. */
export const ScenarioPage = ({
  scenario,
  records,
  jobs,
}: {
  scenario: Stored<Scenario>
  records: DeployedRecords
  jobs: readonly Stored<Job>[]
}) => {
  const styles = useStyles()
  const { hidden } = useHiddenDetails()
  const runs = useRuns()
  const mayWrite = useMayWrite(Scenario)
  const own = jobsOf(jobs, scenario.key)
  const { read, is } = useReckoned(scenario, records, own.length)
  const { doIt, busy, trouble } = useRecordAct(Scenario, scenario)
  const [adding, setAdding] = useState(false)
  const [applying, setApplying] = useState(false)
  const changes = read.changes ?? []
  const draft = scenario.state === 'draft'
  const mayEdit = draft && mayWrite && read.changes !== undefined
  const save = (next: readonly Change[], said: string) =>
    doIt({ words: '', said, changes: () => ({ changes: scenarioText(next) }) })
  const put = (state: Scenario['state'], said: string) =>
    doIt({ words: '', said, changes: () => ({ state }) })
  const job = own[0]
  const run = job ? (runs.get(job.key) ?? null) : null
  const over = job && (run === null || run.end !== null)
  return (
    <div className={styles.page}>
      <Trail steps={[{ words: t`What if`, route: { at: 'provision', section: 'scenarios' } }]} />
      <Text as="h2" size={500} weight="semibold" className={styles.title}>
        {scenario.name}
      </Text>
      <Text
        className={styles.quiet}
      >{t`${inWords(Scenario.fields.state.choices[scenario.state])}. From ${showDay(scenario.starts)}${scenario.appliedOn ? t`. Applied on ${showDay(scenario.appliedOn)} by ${scenario.appliedBy ?? ''}` : ''}`}</Text>
      {job && (
        <section aria-label={t`Applying`} className={styles.page}>
          <JobState job={job} run={run} />
          <div className={styles.row}>
            <JobButtons job={job} run={run} />
          </div>
          {over && job.state !== 'undone' && <LeftPart scenario={scenario} job={job} records={records} />}
          {over && <Results job={job} />}
        </section>
      )}
      {read.complaints && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {read.complaints.map((words) => (
              <Text block key={words}>
                {words}
              </Text>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {draft && (
        <RecordForm type={Scenario} record={scenario} groups={[{ fields: ['name', 'starts', 'reasons'] }]} />
      )}
      {(changes.length > 0 || !adding) && (
        <Changes
          changes={changes}
          is={draft ? is : null}
          called={calledOn(records, hidden)}
          busy={busy}
          mayEdit={mayEdit}
          onRemove={(at) =>
            void save(
              changes.filter((_, i) => i !== at),
              t`Change taken off`,
            )
          }
          onRenew={(at) =>
            void save(
              changes.map((one, i) => (i === at ? { ...one, seen: seenNow(one, is.state) } : one)),
              t`Taken as it is now`,
            )
          }
        />
      )}
      {adding ? (
        <ChangeForm
          records={records}
          starts={scenario.starts}
          onAdd={async (change) => {
            await save([...changes, change], t`Change added`)
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      ) : (
        mayEdit && (
          <div>
            <Button icon={<AddRegular />} onClick={() => setAdding(true)}>{t`Add a change`}</Button>
          </div>
        )
      )}
      {draft && changes.length > 0 && (
        <>
          <Falls is={is} records={records} />
          <Figures columns={[{ key: scenario.key, name: scenario.name, starts: scenario.starts, is }]} />
          <Consequences is={is} records={records} />
        </>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      {mayWrite && (
        <div className={styles.row}>
          {draft && changes.length > 0 && (
            <Button
              appearance="primary"
              disabled={busy || is.applied.did.length === 0}
              onClick={() => setApplying(true)}
            >{t`Apply`}</Button>
          )}
          {draft && (
            <Button
              disabled={busy}
              onClick={() => void put('dropped', t`Dropped, and kept`)}
            >{t`Drop it`}</Button>
          )}
          {(scenario.state === 'dropped' ||
            (scenario.state === 'applied' && (!job || job.state === 'undone'))) && (
            <Button
              disabled={busy}
              onClick={() => void put('draft', t`Thought through again`)}
            >{t`Think it through again`}</Button>
          )}
        </div>
      )}
      {applying && (
        <ApplyDialog
          scenario={scenario}
          changes={changes}
          times={own.length}
          is={is}
          records={records}
          onClose={() => setApplying(false)}
        />
      )}
    </div>
  )
}
