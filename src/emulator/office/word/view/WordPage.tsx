import {
  FluentProvider,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Pane } from '../../page/Pane.tsx'
import { DocumentView } from './DocumentView.tsx'
import { WordBar } from './WordBar.tsx'
import type { WordDesk } from './wordDesk.ts'

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
  desk: { overflow: 'auto', padding: tokens.spacingHorizontalXL, minWidth: 0 },
  over: { outline: `2px dashed ${tokens.colorBrandStroke1}`, outlineOffset: '-6px' },
})

/** A file dropped anywhere on the page is opened. Answers whether one is being held over it. */
const useDrop = (desk: WordDesk): boolean => {
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

/** A window that stands in for Word: one document beside the task pane, and what a person could do to it. */
export const WordPage = ({ desk }: { desk: WordDesk }) => {
  const styles = useStyles()
  useSyncExternalStore(desk.subscribe, desk.version)
  const over = useDrop(desk)
  const { theme, page } = desk.state()
  const session = desk.session()
  const { instanceId } = session.host
  return (
    <FluentProvider theme={theme === 'dark' ? webDarkTheme : webLightTheme} className={styles.page}>
      <header className={styles.banner}>
        <Text weight="semibold">Stand-in for Word on this machine — not Word</Text>
        <Text size={200}>
          Shows what the document says and where its fields are, not how Word would lay it out.
        </Text>
        <a className={styles.home} href="/">
          All pages
        </a>
      </header>
      <WordBar desk={desk} />
      <div>
        {desk.trouble() && (
          <MessageBar intent="warning">
            <MessageBarBody>{desk.trouble()}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      <div className={styles.body}>
        <main className={mergeClasses(styles.desk, over && styles.over)}>
          <DocumentView key={instanceId} word={session.word} select={session.select} />
        </main>
        {/* The pane starts again with another document or theme: office.js keeps both for as long as its page lives. */}
        <Pane key={`${instanceId} ${theme}`} address={page} title="SEND task pane" />
      </div>
    </FluentProvider>
  )
}
