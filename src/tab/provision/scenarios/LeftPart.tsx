import { t } from '../../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Job } from '../../../domain/records/job.ts'
import type { Scenario } from '../../../domain/records/scenario.ts'
import { addDays, showDay } from '../../../domain/rules/day.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useRunner } from '../../jobs/useJobs.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import type { DeployedRecords } from '../staff/useDeployed.ts'

const useStyles = makeStyles({ part: { display: 'flex', flexDirection: 'column', gap: '6px' } })

const nextStep = ({ state }: Job): string =>
  state === 'stopped'
    ? t`Apply the rest, or undo it as a whole.`
    : state === 'finished'
      ? t`Put right by hand what was left, try the rest again, or undo it as a whole.`
      : t`Go on to write the rest, or stop and undo it as a whole.`

/** Where a what if was written only in part: who is left without, and the way on. Nothing where all of it is written. */
export const LeftPart = ({
  scenario,
  job,
  records,
}: {
  scenario: Stored<Scenario>
  job: Stored<Job>
  records: DeployedRecords
}) => {
  const { school } = useServices()
  const runner = useRunner()
  const left = useQuery({
    queryKey: ['scenarioLeft', school.id, job.key, job.etag],
    queryFn: async () => {
      const [{ readPlan, readResults }, { scenarioLeft }] = await Promise.all([
        import('../../../jobs/jobRow.ts'),
        import('../../../jobs/scenarioLeft.ts'),
      ])
      const plan = await readPlan(runner.ports, job)
      return { plan, is: scenarioLeft(plan, await readResults(runner.ports, job)) }
    },
    gcTime: 60_000,
  })
  return (
    <Loaded queries={[left]} shape={<Waiting />}>
      {({ plan, is }) =>
        is.refused + is.notReached === 0 ? null : (
          <Left
            scenario={scenario}
            job={job}
            is={is}
            pupils={records.pupils}
            onRest={async () => {
              // The same writes once more: what is done already stays as it is.
              await runner.start(plan, { asked: { scenario: scenario.key } })
            }}
          />
        )
      }
    </Loaded>
  )
}

const Left = ({
  scenario,
  job,
  is: { pupils: keys, times, refused, notReached },
  pupils,
  onRest,
}: {
  scenario: Stored<Scenario>
  job: Stored<Job>
  is: ReturnType<typeof import('../../../jobs/scenarioLeft.ts').scenarioLeft>
  pupils: DeployedRecords['pupils']
  onRest: () => Promise<void>
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Job)
  const { attempt, busy, trouble } = useAttempt()
  const pupilOf = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const lastDay = showDay(addDays(scenario.starts, -1))
  const isOver = job.state === 'stopped' || job.state === 'finished'
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.part}>
        <Text weight="semibold">{t`Only a part of it is written`}</Text>
        {keys.length > 0 && (
          <Text>
            {t`Support of ${counted(keys.length, 'pupil')} ends on ${lastDay} with nothing in its place yet: `}
            {keys.map((key, at) => (
              <span key={key}>
                {at > 0 && ', '}
                {pupilOf.has(key) ? <PupilName short pupil={pupilOf.get(key)!} /> : t`a pupil`}
              </span>
            ))}
          </Text>
        )}
        {times.length > 0 && (
          <Text>{t`Times in the week that end on ${lastDay} with nothing in their place yet: ${times.join(', ')}`}</Text>
        )}
        {refused > 0 && (
          <Text>{t`${counted(refused, 'record')} ${refused === 1 ? t`was` : t`were`} left as found, for the reasons below.`}</Text>
        )}
        {notReached > 0 && <Text>{t`${counted(notReached, 'record')} not written yet.`}</Text>}
        <Text>{nextStep(job)}</Text>
        {isOver && mayWrite && (
          <div>
            <Button disabled={busy} onClick={() => void attempt(onRest)}>
              {job.state === 'stopped' ? t`Apply the rest` : t`Try the rest again`}
            </Button>
          </div>
        )}
        {trouble && <TroubleNotice trouble={trouble} />}
      </MessageBarBody>
    </MessageBar>
  )
}
