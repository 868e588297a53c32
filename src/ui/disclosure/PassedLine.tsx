import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Passed } from './passOn.ts'

const useStyles = makeStyles({ done: { color: tokens.colorNeutralForeground2 } })

/** What became of a document that was let go. */
export const PassedLine = ({ passed }: { passed: Passed }) => (
  <output className={useStyles().done}>
    {passed.words}{' '}
    {passed.link && (
      <Link href={passed.link.address} target="_blank" rel="noreferrer">
        {passed.link.words}
      </Link>
    )}
  </output>
)
