import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import { SignInButton } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { wordsOf } from '../../ui/words.ts'

type State =
  | { readonly is: 'ready' }
  | { readonly is: 'working'; readonly done: number; readonly of: number }
  | { readonly is: 'done' }
  | { readonly is: 'stopped'; readonly trouble: Trouble }

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    alignItems: 'flex-start',
    maxWidth: '560px',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { width: '100%' },
})

/** Makes the lists of this school or brings them up to date: a right that few people have. */
export const SetUp = () => {
  const styles = useStyles()
  const services = useServices()
  const client = useQueryClient()
  const [state, setState] = useState<State>({ is: 'ready' })
  const run = async () => {
    setState({ is: 'working', done: 0, of: 1 })
    try {
      await services.setUp((done, of) => setState({ is: 'working', done, of }))
      setState({ is: 'done' })
      await client.invalidateQueries()
    } catch (thrown) {
      setState({ is: 'stopped', trouble: troubleOf(thrown) })
    }
  }
  return (
    <div className={styles.part}>
      <Text className={styles.quiet}>
        Goldthread keeps everything in lists on your school’s own SharePoint sites. Whoever looks after
        Microsoft 365 at your school makes them once, and brings them up to date after a new version. Nothing
        in them is removed.
      </Text>
      <Button disabled={state.is === 'working'} onClick={() => void run()}>
        Set up or update the lists
      </Button>
      {state.is === 'working' && (
        <output className={styles.bar}>
          <ProgressBar value={state.done} max={Math.max(1, state.of)} />
          <Text size={200}>
            {state.done} of {state.of} lists
          </Text>
        </output>
      )}
      {state.is === 'done' && <output>The lists are there and up to date.</output>}
      {state.is === 'stopped' && <Stopped trouble={state.trouble} />}
    </div>
  )
}

const Stopped = ({ trouble }: { trouble: Trouble }) => {
  const { school } = useServices()
  const { title, todo } =
    trouble.code === 'noAccess'
      ? {
          title: 'You may not make lists here',
          todo: 'Ask whoever looks after Microsoft 365 at your school to open this page and press the button.',
        }
      : wordsOf(trouble, school)
  return (
    <Text role="alert">
      {title}. {todo} {trouble.code === 'signedOut' && <SignInButton />}
    </Text>
  )
}
