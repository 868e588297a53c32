import { t } from '../../words/t.ts'
import { counted } from '../../domain/counted.ts'
import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { SentSoFar } from './useMapBack.ts'

const useStyles = makeStyles({
  list: { margin: 0, overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
})
/** After a sending that left something over: what is stored, by cell, and that a second sending does the rest. */
export const SentSoFarBar = ({ soFar: { cells, left, stopped } }: { soFar: SentSoFar }) => {
  const styles = useStyles()
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {cells.length === 0
            ? t`Nothing is stored yet`
            : t`${counted(cells.length, 'change')} stored, ${left} not`}
        </MessageBarTitle>
        {t`${
          stopped > 0
            ? t`You stopped. ${stopped === left ? t`What is left` : t`${counted(stopped, 'change')} of what is left`} was not tried. `
            : t`Each below says why. `
        }Send again for what is left: nothing is stored twice.`}
        {cells.length > 0 && (
          <details>
            <summary className={styles.summary}>{t`Which cells are stored`}</summary>
            <p className={styles.list}>{cells.join(', ')}</p>
          </details>
        )}
      </MessageBarBody>
    </MessageBar>
  )
}
