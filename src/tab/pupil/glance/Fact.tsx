import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({ wide: { gridColumn: '1 / -1', maxWidth: '900px' } })

/** One thing to know at a glance: what it is about, and what it is. */
export const Fact = ({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) => {
  const styles = useStyles()
  return (
    <div className={wide ? styles.wide : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
