import { t } from '../../words/t.ts'
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { troubleOf } from '../../domain/problem.ts'
import { documentState } from '../../documents/documentState.ts'
import { wordCan } from '../../host/word.ts'
import { wordsOf } from '../../ui/words.ts'
import { openDocumentQuery } from '../minutes/openDocument.ts'
import { noticesOf } from './notices.ts'

/** What should be known of the open document and of this Word before anything is put in; without Track changes where that is said already. */
export const DocumentNotices = ({ tracking = true }: { tracking?: boolean }) => {
  const document = useQuery(openDocumentQuery)
  const { data } = document
  const can = wordCan()
  const state = useMemo(() => (data ? documentState(data.xml, data.told) : null), [data])
  const look = (
    <Button size="small" disabledFocusable={document.isFetching} onClick={() => void document.refetch()}>
      {document.isFetching ? t`Looking` : t`Look again`}
    </Button>
  )
  const unread = can.insert && !data && document.error ? wordsOf(troubleOf(document.error)) : null
  return (
    <>
      {unread && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{unread.title}</MessageBarTitle>
            {unread.todo}
          </MessageBarBody>
          <MessageBarActions>{look}</MessageBarActions>
        </MessageBar>
      )}
      {noticesOf(state, can)
        .filter(({ key }) => tracking || key !== 'tracking')
        .map((notice) => (
          <MessageBar key={notice.key} intent={notice.intent} layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{notice.title}</MessageBarTitle>
              {notice.todo}
            </MessageBarBody>
            {notice.look && <MessageBarActions>{look}</MessageBarActions>}
          </MessageBar>
        ))}
    </>
  )
}
