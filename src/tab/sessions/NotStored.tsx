import { t } from '../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from '@fluentui/react-components'
import { counted } from '../../domain/counted.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { whyNotSaved } from '../../ui/words.ts'
import type { Unsent } from './outbox.ts'
import { useUnsent } from './notLogged.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', minHeight: '44px' },
  act: { minHeight: '44px' },
})

/** What was said of a session, where it is not stored yet: on its way, or waiting, and why. */
export const NotStored = ({
  unsent: { is, trouble },
  words,
  about,
  onChange,
}: {
  unsent: Unsent
  /** What was said. */
  words: string
  /** The id of what names the session. */
  about: string
  onChange: () => void
}) => {
  const styles = useStyles()
  if (is === 'sending')
    return (
      <output className={styles.line}>
        {t`Being stored:`} <Personal>{words}</Personal>
      </output>
    )
  return (
    <div className={styles.line}>
      <output>
        <StatusMark status="dueSoon" word={t`Not stored yet`} />: <Personal>{words}</Personal>
        {trouble && (
          <Text size={200} block>
            {is === 'waiting'
              ? t`Kept here, and sent by itself: ${whyNotSaved(trouble)}.`
              : t`Kept here: ${whyNotSaved(trouble)}. Press Send now at the top when that is mended.`}
          </Text>
        )}
      </output>
      <Button
        className={styles.act}
        appearance="subtle"
        aria-describedby={about}
        onClick={onChange}
      >{t`Change`}</Button>
    </div>
  )
}

/** At the top of the screen: how many sessions, of any day, are not stored yet. */
export const AllNotStored = () => {
  const styles = useStyles()
  const { all, sendNow } = useUnsent()
  const waiting = all.filter(({ is }) => is === 'waiting' || is === 'stopped')
  if (waiting.length === 0) return null
  const trouble = waiting[0]!.trouble
  const one = waiting.length === 1
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody role="status">
        {t`${counted(waiting.length, 'session')} ${one ? t`is` : t`are`} not stored yet`}
        {trouble && `: ${whyNotSaved(trouble)}`}
        {t`. ${one ? t`It is` : t`They are`} kept on this page and ${
          waiting.some(({ is }) => is === 'waiting')
            ? t`${one ? 'goes' : 'go'} by ${one ? 'itself' : 'themselves'} as soon as that can be; leave the page open`
            : t`${one ? 'waits' : 'wait'} for you`
        }.`}
      </MessageBarBody>
      <MessageBarActions>
        <Button className={styles.act} onClick={sendNow}>{t`Send now`}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
