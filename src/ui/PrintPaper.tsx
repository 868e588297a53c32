import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { usePrinting } from './usePrinting.ts'

const useStyles = makeStyles({ title: { margin: 0 }, foot: { marginTop: '8px' } })

/** What goes to the printer, in the light theme: a heading, what it is, and a foot. In the page only while it prints. */
export const PrintPaper = ({
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
      {children}
      <Text block size={200} className={styles.foot}>
        {foot}
      </Text>
    </FluentProvider>,
    document.body,
  )
}
