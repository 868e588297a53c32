import { makeStyles } from '@fluentui/react-components'
import type { ComponentProps } from 'react'
import { PrintPaper } from '../PrintPaper.tsx'

const useStyles = makeStyles({ sheet: { display: 'flex', flexDirection: 'column', gap: '16px' } })

/** Charts and their tables on paper, one under another; never in sight. */
export const PrintSheet = ({ children, ...paper }: ComponentProps<typeof PrintPaper>) => {
  const styles = useStyles()
  return (
    <PrintPaper {...paper}>
      <div className={styles.sheet}>{children}</div>
    </PrintPaper>
  )
}
