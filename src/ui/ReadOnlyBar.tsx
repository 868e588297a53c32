import { t } from '../words/t.ts'
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import type { Audience } from '../domain/record.ts'
import { useDraftBook } from './drafts.tsx'
import { keptFor } from './noAccessWords.ts'
import { useServices } from './services.tsx'

const audiences = Object.keys(keptFor) as Audience[]

/** Says once, above every screen, what this person can read but not write. */
export const ReadOnlyBar = () => {
  const { writing, school } = useServices()
  const book = useDraftBook()
  const shut = useSyncExternalStore(writing.subscribe, () =>
    audiences
      .filter((audience) => writing.refused(audience))
      .map((audience) => keptFor[audience])
      .join(' and '),
  )
  if (shut === '') return null
  const again = () => {
    writing.forget()
    void book.flushAll()
  }
  return (
    <MessageBar intent="warning" style={{ flexShrink: 0 }}>
      <MessageBarBody>{t`You can read these records but not change them (${shut} of ${school.name}). If you should be able to, ask the SENCO of your school.`}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={again}>{t`Try again`}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
