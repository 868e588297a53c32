import { t } from '../words/t.ts'
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

const useStyles = makeStyles({
  spinner: { justifyContent: 'flex-start' },
  // It stands before it says anything, or nobody is told; empty it takes no room.
  said: { ':empty': { position: 'absolute' } },
})

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
  return (
    <>
      <div role="status" className={styles.said}>
        {work.is === 'working' && <Spinner size="tiny" label={work.words} className={styles.spinner} />}
        {work.is === 'done' && <Done work={work} onDismiss={onDismiss} />}
      </div>
      {work.is === 'failed' && <Failed work={work} otherways={otherways} />}
    </>
  )
}

type Is<W extends PaneWork['is']> = Extract<PaneWork, { readonly is: W }>

const Done = ({ work, onDismiss }: { work: Is<'done'>; onDismiss: () => void }) => (
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
          aria-label={t`Close this message`}
          icon={<DismissRegular />}
          onClick={onDismiss}
        />
      }
    />
  </MessageBar>
)

const Failed = ({ work, otherways }: { work: Is<'failed'>; otherways: ReactNode }) => {
  const { title, todo } = wordsOf(work.trouble)
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <div role="alert">
          <MessageBarTitle>{title}</MessageBarTitle>
          {todo}
        </div>
      </MessageBarBody>
      <MessageBarActions>
        {work.trouble.code === 'signedOut' ? (
          <SignInButton onDone={work.again} />
        ) : (
          <Button onClick={work.again}>{t`Try again`}</Button>
        )}
        {otherways}
      </MessageBarActions>
    </MessageBar>
  )
}
