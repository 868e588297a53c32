import { t } from '../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from '@fluentui/react-components'
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { type Trouble, troubleOf } from '../domain/problem.ts'
import { Later, Notice } from './Notice.tsx'
import { useServices } from './services.tsx'
import { noteShown } from './shown.ts'
import { useRetryAt } from './useRetryAt.ts'
import { clockTime, wordsOf } from './words.ts'

export { Later, Notice } from './Notice.tsx'

const useStyles = makeStyles({
  stale: { marginBottom: '8px' },
})

/** Signs in from a click, then lets everything try again. */
export const SignInButton = ({ onDone }: { onDone?: () => void }) => {
  const services = useServices()
  const client = useQueryClient()
  const [state, setState] = useState<'ready' | 'asking' | 'refused'>('ready')
  const signIn = async () => {
    setState('asking')
    try {
      await services.signIn()
      setState('ready')
      await client.refetchQueries({ predicate: (query) => query.state.status === 'error' })
      onDone?.()
    } catch {
      setState('refused')
    }
  }
  return (
    <>
      <Button appearance="primary" disabled={state === 'asking'} onClick={() => void signIn()}>
        {state === 'asking' ? t`Signing in` : t`Sign in`}
      </Button>
      {state === 'refused' && <Text role="alert">{t`Sign-in did not finish. Try once more.`}</Text>}
    </>
  )
}

/** What went wrong, in words, with what the person can do about it. */
export const TroubleNotice = ({ trouble, retry }: { trouble: Trouble; retry?: () => void }) => {
  const { school } = useServices()
  const { title, todo } = wordsOf(trouble, school)
  const at = useRetryAt(trouble, retry)
  const again = retry && trouble.code !== 'noAccess' && <Button onClick={retry}>{t`Try again`}</Button>
  return (
    <div role="alert">
      <Notice
        title={title}
        todo={at ? t`It asked us to wait until ${clockTime(at)}. This is tried again then by itself.` : todo}
        action={trouble.code === 'signedOut' ? <SignInButton /> : again}
      />
    </div>
  )
}

// Each query has its own kind of answer.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyQuery = UseQueryResult<any>
type Answers<Q extends readonly AnyQuery[]> = {
  [I in keyof Q]: Q[I] extends UseQueryResult<infer A> ? A : never
}

/** Waits for all of the queries: shows the shape of what comes, what went wrong, or what came. */
export const Loaded = <const Q extends readonly AnyQuery[]>({
  queries,
  shape,
  children,
}: {
  queries: Q
  shape: ReactNode
  children: (...answers: Answers<Q>) => ReactNode
}) => {
  const styles = useStyles()
  const { school } = useServices()
  const retry = () => queries.filter((query) => query.isError).forEach((query) => void query.refetch())
  const failed = queries.find((query) => query.isError)
  const missing = queries.find((query) => query.data === undefined)
  // Where nothing is there yet, the notice below does it.
  useRetryAt(failed && !missing ? troubleOf(failed.error) : null, retry)
  const settled = !missing || failed !== undefined
  useEffect(() => {
    if (settled) noteShown()
  }, [settled])
  if (missing && failed) return <TroubleNotice trouble={troubleOf(failed.error)} retry={retry} />
  if (missing) {
    return (
      <div aria-busy="true">
        <Later>{shape}</Later>
      </div>
    )
  }
  return (
    <>
      {failed && (
        <MessageBar intent="warning" className={styles.stale}>
          <MessageBarBody>{t`${wordsOf(troubleOf(failed.error), school).title}. You see what was read at ${clockTime(new Date(failed.dataUpdatedAt))}.`}</MessageBarBody>
          <MessageBarActions>
            {failed.error && troubleOf(failed.error).code === 'signedOut' ? (
              <SignInButton />
            ) : (
              <Button size="small" onClick={retry}>{t`Try again`}</Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
      {children(...(queries.map((query) => query.data as unknown) as Answers<Q>))}
    </>
  )
}
