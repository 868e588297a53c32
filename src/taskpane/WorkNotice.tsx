import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { SignInButton } from '../ui/Loaded.tsx'
import { wordsOf } from '../ui/words.ts'
import type { PaneWork } from './paneWork.ts'

const useStyles = makeStyles({ spinner: { justifyContent: 'flex-start' } })

/** What is being done, was done, or went wrong. */
export const WorkNotice = ({
  work,
  onDismiss,
  otherways,
}: {
  /** A question or what was read shows itself elsewhere. */
  work: PaneWork | { readonly is: 'asking' | 'read' | 'passing' | 'refused' | 'updated' | 'copied' }
  onDismiss: () => void
  /** Other ways on after what went wrong, as buttons. */
  otherways?: ReactNode
}) => {
  const styles = useStyles()
  if (work.is === 'working')
    return (
      <output>
        <Spinner size="tiny" label={work.words} className={styles.spinner} />
      </output>
    )
  if (work.is === 'done')
    return (
      <MessageBar intent={work.warns ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          {work.words}{' '}
          {work.link && (
            <Link href={work.link.address} target="_blank" rel="noreferrer">
              {work.link.words}
            </Link>
          )}
        </MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              aria-label="Close this message"
              icon={<DismissRegular />}
              onClick={onDismiss}
            />
          }
        />
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
        {otherways}
      </MessageBarActions>
    </MessageBar>
  )
}
