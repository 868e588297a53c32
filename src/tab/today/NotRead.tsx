import { t } from '../../words/t.ts'
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { SignInButton } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { useRetryAt } from '../../ui/useRetryAt.ts'
import { wordsOf } from '../../ui/words.ts'
import type { Failed } from './useSources.ts'

/** Lists that couldn't be read: what hangs on them is missing below, and that must not look like nothing to do. */
export const NotRead = ({ failed }: { failed: readonly Failed[] }) => {
  const { school } = useServices()
  const [first] = failed
  const retry = () => failed.forEach((each) => each.retry())
  useRetryAt(first?.trouble ?? null, retry)
  if (!first) return null
  const { title, todo } = wordsOf(first.trouble, school)
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t`${title}. What comes from ${failed.map(({ list }) => `“${list}”`).join(', ')} is missing below. ${todo}`}</MessageBarBody>
      <MessageBarActions>
        {first.trouble.code === 'signedOut' ? (
          <SignInButton />
        ) : (
          <Button size="small" onClick={retry}>{t`Try again`}</Button>
        )}
      </MessageBarActions>
    </MessageBar>
  )
}
