import { t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Scenario } from '../../../domain/records/scenario.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { readScenario } from '../../../domain/rules/scenarioText.ts'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } })

/** The way to a what if, with from when and how much it would change. */
export const ScenarioLink = ({ scenario }: { scenario: Stored<Scenario> }) => {
  const styles = useStyles()
  const { href } = useGo()
  const { changes } = readScenario(scenario.changes)
  return (
    <>
      <Link href={href({ at: 'provision', section: 'scenarios', about: scenario.key })}>{scenario.name}</Link>
      <Text
        size={200}
        className={styles.quiet}
      >{t`from ${showDay(scenario.starts)}, ${changes ? counted(changes.length, 'change') : t`can’t be read by this version`}`}</Text>
    </>
  )
}
