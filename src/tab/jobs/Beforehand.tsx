import { Text } from '@fluentui/react-components'
import { beforehandWords } from './words.ts'

/** Says before a job begins how long it takes at least, where that is minutes. `rows`: records that it writes. */
export const Beforehand = ({ rows }: { rows: number }) => {
  const words = beforehandWords(rows)
  return words ? <Text block>{words}</Text> : null
}
