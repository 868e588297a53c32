import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
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
  phone: { width: '375px', maxWidth: '100%', margin: '0 auto', boxShadow: tokens.shadow16 },
})

/** The tab in its frame, with the host that answers it. Mounted anew whenever Teams would load the tab anew. */
export const AppFrame = (props: {
  src: string
  tab: TabState
  naa: NaaBroker
  phone: boolean
  onHost: (host: TeamsHost) => void
  events: TeamsHostEvents
}) => {
  const styles = useStyles()
  const frame = useRef<HTMLIFrameElement>(null)
  const host = useRef<TeamsHost>(null)
  const first = useRef(props)
  const { src, phone, tab } = props
  const { theme } = tab
  useEffect(() => {
    if (!frame.current) return
    const { naa, events, onHost } = first.current
    frame.current.src = src
    const answering = teamsHost(frame.current, first.current.tab, naa, events)
    host.current = answering
    onHost(answering)
    return () => answering.close()
  }, [src])
  useEffect(() => host.current?.setTheme(theme), [theme])
  return (
    <iframe
      ref={frame}
      name="app"
      title="SEND tab"
      className={mergeClasses(styles.frame, phone && styles.phone)}
      allow="clipboard-write"
    />
  )
}
