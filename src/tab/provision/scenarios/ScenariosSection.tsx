import { t } from '../../../words/t.ts'
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Job } from '../../../domain/records/job.ts'
import { Scenario } from '../../../domain/records/scenario.ts'
import { addDays, type Day, weekdayOf } from '../../../domain/rules/day.ts'
import { readScenario, scenarioText } from '../../../domain/rules/scenarioText.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useAskMayWrite } from '../../../ui/useMayAdd.ts'
import { allOrNone } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { type DeployedRecords, deployedRecords, useDeployedQueries } from '../staff/useDeployed.ts'
import { Falls } from './Consequences.tsx'
import { Figures } from './Figures.tsx'
import { ScenarioLink } from './ScenarioLink.tsx'
import { ScenarioPage } from './ScenarioPage.tsx'
import { jobsOf, reckoned } from './useScenario.ts'

const mostBeside = 3

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '14px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
  list: { listStyle: 'none', margin: 0, padding: 0, maxWidth: '860px' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0 12px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { margin: '8px 0 0' },
})

/** What if somebody left, two groups became one, hours changed: thought through side by side, then applied or dropped. */
export const ScenariosSection = ({ about }: { about: string | null }) => {
  const services = useServices()
  return (
    <Loaded
      queries={[
        ...useDeployedQueries(),
        useQuery(allOrNone(services, Scenario)),
        useQuery(allOrNone(services, Job)),
      ]}
      shape={<Waiting />}
    >
      {(...answers) => {
        const scenarios = answers[13]
        const records = deployedRecords(...(answers.slice(0, 13) as Parameters<typeof deployedRecords>))
        const open = scenarios.records.find(({ key }) => key === about)
        return (
          <>
            <Unreadable listings={answers.filter((answer) => 'unreadable' in answer)} />
            {open ? (
              <ScenarioPage key={open.key} scenario={open} records={records} jobs={answers[14].records} />
            ) : (
              <Overview scenarios={scenarios.records} records={records} jobs={answers[14].records} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** The first day of the next term; a Monday some weeks off where no terms are recorded. */
const nextStart = ({ terms }: SchoolCalendar, today: Day): Day => {
  const soon = addDays(today, 28)
  return terms.find(({ starts }) => starts > today)?.starts ?? addDays(soon, (8 - weekdayOf(soon)) % 7)
}

const Overview = ({
  scenarios,
  records,
  jobs,
}: {
  scenarios: readonly Stored<Scenario>[]
  records: DeployedRecords
  jobs: readonly Stored<Job>[]
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const mayWrite = useMayWrite(Scenario)
  useAskMayWrite(records.pupils[0])
  const [adding, setAdding] = useState(false)
  const drafts = scenarios
    .filter(({ state }) => state === 'draft')
    .toSorted((a, b) => (a.key < b.key ? 1 : -1))
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const beside = drafts.filter(({ key }) => !off.has(key)).slice(0, mostBeside)
  const columns = useMemo(
    () =>
      beside.flatMap((scenario) => {
        const { changes } = readScenario(scenario.changes)
        if (!changes || changes.length === 0) return []
        const { key, name, starts } = scenario
        return [{ key, name, starts, is: reckoned(scenario, changes, records, jobsOf(jobs, key).length) }]
      }),
    // The lists come from one cache: a new one of any of them is a new object there.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [...Object.values(records), jobs, beside.map(({ key, etag }) => `${key}${etag}`).join()],
  )
  const toggle = (key: string) => {
    const next = new Set(off)
    if (!next.delete(key)) next.add(key)
    // The newest three stand beside each other; ticking one more takes the place of the last.
    else {
      const ticked = drafts.filter((one) => !next.has(one.key))
      const spare = ticked.filter((one) => one.key !== key).slice(mostBeside - 1)
      for (const one of spare) next.add(one.key)
    }
    setOff(next)
  }
  const add = mayWrite && !adding && (
    <Button icon={<AddRegular />} onClick={() => setAdding(true)}>{t`Think something through`}</Button>
  )
  const parts = [
    ['applied', t`Applied`],
    ['dropped', t`Dropped`],
  ] as const
  return (
    <div className={styles.part}>
      <Text
        className={styles.quiet}
      >{t`Thought through, nothing written: what it would cost, who would be over their hours, whose plan would no longer be met. What plans specify stays owed whatever it costs.`}</Text>
      {scenarios.length === 0 && !adding && (
        <Notice
          title={t`Nothing thought through yet`}
          todo={t`What if a teaching assistant left, two groups became one, or sessions were shorter? Say what would change; the records stay as they are until you apply it.`}
          action={add}
        />
      )}
      {adding && (
        <AddForm
          type={Scenario}
          title={t`Think something through`}
          given={{ state: 'draft', changes: scenarioText([]), starts: nextStart(records.calendar, today) }}
          fields={['name', 'starts', 'reasons']}
          onStored={(stored) => go({ at: 'provision', section: 'scenarios', about: stored.key })}
          onClose={() => setAdding(false)}
        />
      )}
      {scenarios.length > 0 && <div>{add}</div>}
      {drafts.length > 0 && (
        <ul className={styles.list} aria-label={t`Thought through`}>
          {drafts.map((scenario) => (
            <li key={scenario.key} className={styles.item}>
              <Checkbox
                aria-label={t`Set ${scenario.name} beside today`}
                checked={beside.includes(scenario)}
                onChange={() => toggle(scenario.key)}
              />
              <ScenarioLink scenario={scenario} />
            </li>
          ))}
        </ul>
      )}
      {columns.map(({ key, name, is }) => (
        <section key={key} aria-label={t`Section F: ${name}`}>
          {is.compared.falls.length > 0 && columns.length > 1 && <Text weight="semibold">{name}</Text>}
          <Falls is={is} records={records} />
        </section>
      ))}
      <Figures columns={columns} />
      {parts.map(([state, words]) => {
        const own = scenarios.filter((one) => one.state === state)
        return own.length === 0 ? null : (
          <section key={state} aria-label={words}>
            <Text as="h2" size={400} weight="semibold" className={styles.title}>
              {words}
            </Text>
            <ul className={styles.list}>
              {own.map((scenario) => (
                <li key={scenario.key} className={styles.item}>
                  <ScenarioLink scenario={scenario} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
