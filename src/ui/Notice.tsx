import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    maxWidth: '560px',
    padding: '32px 24px',
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  todo: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
})

/** A title, a sentence and the first step: for empty, for no access, for whatever went wrong. */
export const Notice = ({ title, todo, action }: { title: string; todo: string; action?: ReactNode }) => {
  const styles = useStyles()
  return (
    <div className={styles.notice}>
      <h2 className={styles.title}>{title}</h2>
      <span className={styles.todo}>{todo}</span>
      {action}
    </div>
  )
}

/** Nothing for the first 300 ms, so that what comes quickly does not flicker. */
export const Later = ({ children }: { children: ReactNode }) => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return late ? children : null
}
