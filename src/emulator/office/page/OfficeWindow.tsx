import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { type ReactNode, useEffect, useState } from 'react'
import type { OfficeDesk } from './officeDesk.ts'
import { Pane } from './Pane.tsx'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateRows: 'auto auto auto minmax(0, 1fr)',
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  banner: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground5,
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalL}`,
    alignItems: 'center',
  },
  home: { color: tokens.colorBrandForegroundLink },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', minHeight: 0 },
  desk: { minWidth: 0, minHeight: 0 },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-6px' },
})

/** A file dropped anywhere on the page is opened. Answers whether one is being held over it. */
const useDrop = (desk: OfficeDesk): boolean => {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
    }
    const drop = async (event: DragEvent): Promise<void> => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) desk.open(new Uint8Array(await file.arrayBuffer()), file.name)
    }
    const onDrop = (event: DragEvent): void => void drop(event)
    window.addEventListener('dragover', hold)
    window.addEventListener('dragleave', hold)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', hold)
      window.removeEventListener('dragleave', hold)
      window.removeEventListener('drop', onDrop)
    }
  }, [desk])
  return over
}

/** A window that stands in for Word or Excel: the open file under its bar, and the task pane beside it. */
export const OfficeWindow = ({
  desk,
  program,
  about,
  instance,
  trouble,
  bar,
  className,
  children,
}: {
  desk: OfficeDesk
  program: 'Word' | 'Excel'
  /** What this stand-in does not do, in a sentence. */
  about: string
  /** The open file: the pane starts again with another. */
  instance: string
  /** What went wrong last, in words for the person; empty when nothing did. */
  trouble: string
  bar: ReactNode
  className?: string
  children: ReactNode
}) => {
  const styles = useStyles()
  const over = useDrop(desk)
  const { theme, page } = desk.state()
  return (
    <FluentProvider theme={theme === 'dark' ? webDarkTheme : webLightTheme} className={styles.page}>
      <header className={styles.banner}>
        <Text weight="semibold">
          Stand-in for {program} on this machine — not {program}
        </Text>
        <Text size={200}>{about}</Text>
        <a className={styles.home} href="/">
          All pages
        </a>
      </header>
      {bar}
      <div>
        {trouble && (
          <MessageBar intent="warning" politeness="assertive">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div className={styles.body}>
        <main className={mergeClasses(styles.desk, className, over && styles.over)}>{children}</main>
        {/* The pane starts again with another file or theme: office.js keeps both for as long as its page lives. */}
        <Pane key={`${instance} ${theme}`} address={page} title="SEND task pane" />
      </div>
    </FluentProvider>
  )
}
