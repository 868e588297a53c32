import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import { SignInButton } from '../../ui/Loaded.tsx'
import { wordsOf } from '../../ui/words.ts'
import type { Work } from './useWorkbook.ts'

/** What is being done, was done, or went wrong. */
export const WorkNotice = ({ work }: { work: Work }) => {
  if (work.is === 'working')
    return (
      <output>
        <Spinner size="tiny" label={work.words} style={{ justifyContent: 'flex-start' }} />
      </output>
    )
  if (work.is === 'done')
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          {work.words}{' '}
          {work.link && (
            <Link href={work.link.address} target="_blank" rel="noreferrer">
              {work.link.words}
            </Link>
          )}
        </MessageBarBody>
      </MessageBar>
    )
  if (work.is !== 'failed') return null
  const { title, todo } = wordsOf(work.trouble)
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {todo}
      </MessageBarBody>
      <MessageBarActions>
        {work.trouble.code === 'signedOut' ? (
          <SignInButton onDone={work.again} />
        ) : (
          <Button onClick={work.again}>Try again</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
