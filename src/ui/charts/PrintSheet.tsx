import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { usePrinting } from '../usePrinting.ts'

const useStyles = makeStyles({
  title: { margin: 0 },
  sheet: { display: 'flex', flexDirection: 'column', gap: '16px' },
})

/** Charts and their tables on paper, in the light theme; only while the printing goes on, and never in sight. */
export const PrintSheet = ({
  title,
  about,
  foot,
  children,
  onDone,
}: {
  title: string
  about: string
  foot: string
  children: ReactNode
  onDone: () => void
}) => {
  const styles = useStyles()
  usePrinting(onDone)
  return createPortal(
    <FluentProvider theme={teamsLightTheme} className="paper">
      <Text as="h1" block size={600} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <Text block>{about}</Text>
      <div className={styles.sheet}>{children}</div>
      <Text block size={200}>
        {foot}
      </Text>
    </FluentProvider>,
    document.body,
  )
}
