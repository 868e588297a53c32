import { t } from '../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'

const Checks = lazy(async () => ({ default: (await import('../ui/diagnostics/Checks.tsx')).Checks }))

const useStyles = makeStyles({
  checks: {
    padding: '16px 12px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
  },
})

/** For IT, out of the way of everybody else: at the foot of the pane. */
export const ChecksInPane = () => {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.checks} aria-label={t`Checks for IT`}>
      <Button
        appearance="subtle"
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >{t`Checks for IT`}</Button>
      {open && (
        <Suspense fallback={null}>
          <Checks />
        </Suspense>
      )}
    </section>
  )
}
