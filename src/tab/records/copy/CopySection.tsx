import { makeStyles } from '@fluentui/react-components'
import { BringIn } from './BringIn.tsx'
import { TakeCopy } from './TakeCopy.tsx'

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '40px', maxWidth: '860px' },
})

/** A copy of the whole school, out and in. */
export const CopySection = () => {
  const styles = useStyles()
  return (
    <div className={styles.parts}>
      <TakeCopy />
      <BringIn />
    </div>
  )
}
