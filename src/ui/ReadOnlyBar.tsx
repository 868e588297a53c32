import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { useDraftBook } from './drafts.tsx'
import { useServices } from './services.tsx'

/** Says once, above every screen, that this person can read but not write. */
export const ReadOnlyBar = () => {
  const { writing } = useServices()
  const book = useDraftBook()
  const shut = useSyncExternalStore(writing.subscribe, () => writing.refused())
  if (!shut) return null
  const again = () => {
    writing.forget()
    void book.flushAll()
  }
  return (
    <MessageBar intent="warning" style={{ flexShrink: 0 }}>
      <MessageBarBody>
        You can read these records but not change them. If you should be able to, ask your SENCO.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={again}>
          Try again
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
