import { t } from '../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { saidOf } from '../../domain/fields.ts'
import { ListDecision } from '../../domain/records/listDecision.ts'
import { showDay } from '../../domain/rules/day.ts'
import type { Difference } from '../../domain/rules/reconcileTypes.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { Notice } from '../../ui/Loaded.tsx'
import type { Compared } from './useComparison.ts'
import type { Ours } from './useOurs.ts'
import { nameOfRow, rowOfChild } from './words.ts'

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px', maxWidth: '860px' } })

/** What was settled before and still differs, with who was told what; each can be asked again. */
export const SettledBefore = ({
  settled,
  compared: { children },
  ours,
  onAskAgain,
}: {
  settled: readonly Difference[]
  compared: Compared
  ours: Ours
  onAskAgain: (id: string) => void
}) => {
  const styles = useStyles()
  if (settled.length === 0)
    return (
      <Notice
        title={t`Nothing was settled before`}
        todo={t`What you keep with a reason, or ask somebody about, stands here next time instead of being asked again.`}
      />
    )
  return (
    <ul className={styles.list}>
      {settled.map(({ id, child, label }) => {
        const decision = ours.decisions.find(({ key }) => key === id)
        return (
          <li key={id}>
            <Personal>{nameOfRow(rowOfChild(children[child]!))}</Personal>: {label}.{' '}
            {decision && (
              <>{t`${saidOf(ListDecision.fields.what, decision.what)} on ${showDay(decision.on)}${decision.reason ? `: ${decision.reason}` : ''}. `}</>
            )}
            <Button size="small" onClick={() => onAskAgain(id)}>{t`Ask again`}</Button>
          </li>
        )
      })}
    </ul>
  )
}
