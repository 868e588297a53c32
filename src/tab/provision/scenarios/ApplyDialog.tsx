import { t } from '../../../words/t.ts'
import { Checkbox, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { Scenario } from '../../../domain/records/scenario.ts'
import { showDay } from '../../../domain/rules/day.ts'
import type { Change } from '../../../domain/rules/scenarioTypes.ts'
import { scenarioWrites } from '../../../domain/rules/scenarioWrites.ts'
import { scenarioPlan } from '../../../jobs/scenarioPlan.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { useRunner } from '../../jobs/useJobs.ts'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import { Falls } from './Consequences.tsx'
import { freshRecords } from './freshRecords.ts'
import { type Reckoned, reckoned } from './useScenario.ts'
import { WriteList } from './WriteList.tsx'

/** Everything that applying would write, and one button that does it as a job that can be stopped and undone. */
export const ApplyDialog = ({
  scenario,
  changes,
  times,
  is,
  records,
  onClose,
}: {
  scenario: Stored<Scenario>
  changes: readonly Change[]
  /** How often it was applied before. */
  times: number
  is: Reckoned
  records: DeployedRecords
  onClose: () => void
}) => {
  const services = useServices()
  const client = useQueryClient()
  const runner = useRunner()
  const put = usePutStored()
  const { attempt, busy, trouble } = useAttempt()
  const [seen, setSeen] = useState(false)
  const [moved, setMoved] = useState(false)
  const writes = useMemo(() => scenarioWrites(is.state, is.applied.state), [is])
  const { falls } = is.compared
  const apply = () =>
    attempt(async () => {
      // What was read here may be an hour old, and a pupil put into a group since would end with it.
      const now = reckoned(scenario, changes, await freshRecords(client, services, records), times)
      if (JSON.stringify(scenarioWrites(now.state, now.applied.state)) !== JSON.stringify(writes)) {
        setMoved(true)
        setSeen(false)
        return
      }
      const me = await services.me()
      // Told first: a page that dies in between leaves a job to go on with, never a what if that seems untouched.
      const applied = await services.records.store(Scenario).update(scenario, {
        state: 'applied',
        appliedOn: services.today(),
        appliedBy: me.displayName.slice(0, 120),
      })
      put(Scenario, applied)
      await runner.start(scenarioPlan(now.state, now.applied, scenario.name), {
        asked: { scenario: scenario.key },
      })
      onClose()
    })
  return (
    <AskDialog
      title={t`Apply “${scenario.name}”`}
      words={t`Write ${counted(writes.length, 'record')}`}
      wide
      busy={busy}
      ready={writes.length > 0 && (falls.length === 0 || seen)}
      trouble={trouble}
      onDo={() => void apply()}
      onClose={onClose}
    >
      {moved && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t`Somebody changed one of these records while this was open. Nothing was written. The list below is how it would be now: read it again, then write.`}</MessageBarBody>
        </MessageBar>
      )}
      <Falls is={is} records={records} />
      {falls.length > 0 && (
        <Checkbox
          label={t`I know that this stays owed, and how it will be given`}
          checked={seen}
          onChange={(_, { checked }) => setSeen(checked === true)}
        />
      )}
      <Text
        block
      >{t`What has begun ends the day before ${showDay(scenario.starts)}; what goes on is a new record from that day, so history stays. A record that somebody changes meanwhile is left as it is, with all that hangs on it, and listed. It can be stopped, and undone as a whole.`}</Text>
      {is.applied.cant.length > 0 && (
        <Text
          block
          weight="semibold"
        >{t`${counted(is.applied.cant.length, 'change')} can’t be made and ${is.applied.cant.length === 1 ? t`is` : t`are`} left out.`}</Text>
      )}
      <WriteList writes={writes} state={is.state} />
    </AskDialog>
  )
}
