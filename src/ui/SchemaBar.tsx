import { t } from '../words/t.ts'
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useDraftBook } from './drafts.tsx'
import { useSchemaNews } from './schemaNews.ts'
import { useServices } from './services.tsx'

/** Says, above every screen, that the school's lists and this page are of different versions, and what to do. */
export const SchemaBar = () => {
  const news = useSchemaNews()
  const { school } = useServices()
  const book = useDraftBook()
  if (news === null) return null
  const reload = () => {
    void book.flushAll().finally(() => window.location.reload())
  }
  return (
    <MessageBar intent="warning" layout="multiline" style={{ flexShrink: 0 }}>
      {news === 'newer' ? (
        <>
          <MessageBarBody>{t`A newer version of Goldthread has been set up for ${school.name}, and this page is still the old one. What you change here is stored; something new may have to wait until the page is loaded anew.`}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={reload}>{t`Load the new version`}</Button>
          </MessageBarActions>
        </>
      ) : (
        <MessageBarBody>{t`The lists of ${school.name} are not yet up to date with this version of Goldthread. Some of what is new can’t be used until whoever looks after Microsoft 365 at your school opens School, Lists in SharePoint. Nothing is lost meanwhile.`}</MessageBarBody>
      )}
    </MessageBar>
  )
}
