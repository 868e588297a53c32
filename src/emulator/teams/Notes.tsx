import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'

export type Note = { readonly intent: 'info' | 'warning' | 'error'; readonly text: string }

const useStyles = makeStyles({
  notes: { display: 'flex', flexDirection: 'column', gap: '4px', padding: '0 12px' },
})

/** What the host has to say about the tab: nothing that it leaves undone goes unseen. */
export const Notes = ({ notes, dismiss }: { notes: readonly Note[]; dismiss(note: Note): void }) => {
  const styles = useStyles()
  return (
    <div className={styles.notes} role="log" aria-label="What the stand-in has to say">
      {notes.map((note) => (
        <MessageBar key={note.text} intent={note.intent}>
          <MessageBarBody>{note.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                aria-label="Dismiss"
                icon={<DismissRegular />}
                onClick={() => dismiss(note)}
              />
            }
          />
        </MessageBar>
      ))}
    </div>
  )
}
