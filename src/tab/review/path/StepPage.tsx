import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: '16px' },
  says: { color: tokens.colorNeutralForeground2, maxWidth: '720px' },
})

/** One step of the path: what it is for, then what is done in it. */
export const StepPage = ({
  title,
  says,
  children,
}: {
  title: string
  says: ReactNode
  children: ReactNode
}) => {
  const styles = useStyles()
  return (
    <section className={styles.step} aria-label={title}>
      <Text as="h2" size={500} weight="semibold" style={{ margin: 0 }}>
        {title}
      </Text>
      <Text className={styles.says}>{says}</Text>
      {children}
    </section>
  )
}
