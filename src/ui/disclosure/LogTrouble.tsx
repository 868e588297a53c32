import { Text } from '@fluentui/react-components'
import { useLog } from './useLog.ts'
import { shutWords, waitingWords } from './words.ts'

/** Says that what was just done is not in the log, or not yet; nothing while all of it is. */
export const LogTrouble = () => {
  const { state } = useLog()
  if (state.is === 'well') return null
  return (
    <Text role="status" size={200}>
      {state.is === 'shut' ? shutWords(state.trouble) : waitingWords(state.trouble)}
    </Text>
  )
}
