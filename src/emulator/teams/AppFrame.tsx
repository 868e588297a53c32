import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type RefObject } from 'react'
import type { TabState } from './context.ts'
import type { NaaBroker } from './naaBroker.ts'
import { teamsHost, type TeamsHost, type TeamsHostEvents } from './teamsHost.ts'

const useStyles = makeStyles({
  frame: {
    border: 'none',
    display: 'block',
    width: '100%',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  phone: {
    width: '375px',
    maxWidth: '100%',
    height: '100%',
    margin: '0 auto',
    boxShadow: tokens.shadow16,
  },
})

/** The tab in its frame, with the host that answers it. Mounted anew whenever Teams would load the tab anew. */
export const AppFrame = (props: {
  src: string
  tab: TabState
  naa: NaaBroker
  phone: boolean
  host: RefObject<TeamsHost | null>
  events: TeamsHostEvents
}) => {
  const styles = useStyles()
  const frame = useRef<HTMLIFrameElement>(null)
  const { host, tab, naa, events, src } = props
  const first = useRef({ tab, naa, events })
  useEffect(() => {
    if (!frame.current) return
    frame.current.src = src
    const answering = teamsHost(frame.current, first.current.tab, first.current.naa, first.current.events)
    host.current = answering
    return () => answering.close()
  }, [src, host])
  useEffect(() => host.current?.setTheme(tab.theme), [tab.theme, host])
  return (
    <iframe
      ref={frame}
      name="app"
      title="SEND tab"
      className={mergeClasses(styles.frame, props.phone && styles.phone)}
      allow="clipboard-write"
    />
  )
}
