import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { useState } from 'react'
import type { Trouble } from '../../../domain/problem.ts'
import { useServices } from '../../../ui/services.tsx'
import { wordsOf } from '../../../ui/words.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '6px' },
})

/** Why a run stopped in a site, and the way on. What was made stays. */
export const Stopped = ({ trouble, onAgreed }: { trouble: Trouble; onAgreed: () => void }) => {
  const styles = useStyles()
  const { school } = useServices()
  if (trouble.code === 'signedOut') return <Agree onAgreed={onAgreed} />
  const { title, todo } =
    trouble.code === 'noAccess'
      ? {
          title: t`You may not make lists here`,
          todo: t`Only an owner of this site may. Ask whoever looks after Microsoft 365 at your school to open this page and press the button. For IT: the account needs Full Control of the site, as a member of its Owners group or as a site collection administrator; being a global administrator is not enough by itself.`,
        }
      : wordsOf(trouble, school)
  return (
    <div className={styles.part} role="alert">
      <Text>
        {title}. {todo}
      </Text>
      <Text>{t`What was made stays. Press the button again to go on from there.`}</Text>
    </div>
  )
}

const Agree = ({ onAgreed }: { onAgreed: () => void }) => {
  const styles = useStyles()
  const services = useServices()
  const [state, setState] = useState<'ready' | 'asking' | 'refused'>('ready')
  const agree = async () => {
    setState('asking')
    try {
      await services.signIn()
      onAgreed()
    } catch {
      setState('refused')
    }
  }
  return (
    <div className={styles.part} role="alert">
      <Text>{t`Microsoft has to ask you first: making lists takes the permission Sites.Manage.All, which daily use doesn’t have.`}</Text>
      <Button appearance="primary" disabled={state === 'asking'} onClick={() => void agree()}>
        {state === 'asking' ? t`Waiting for Microsoft` : t`Ask now and go on`}
      </Button>
      {state === 'refused' && (
        <Text>{t`Microsoft gave no permission. In many schools only an administrator may agree to it: have one open this page, or run Install-Goldthread.ps1, which makes the lists without this permission.`}</Text>
      )}
    </div>
  )
}
