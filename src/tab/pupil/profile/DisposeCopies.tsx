import { t } from '../../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import {
  blankedCopies,
  type BlankedCopies,
  countOf,
  disposeCopies,
} from '../../../ui/publish/disposeCopies.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'

const useStyles = makeStyles({ words: { display: 'flex', flexDirection: 'column', gap: '8px' } })

/** After a withdrawal: the blanked rows keep in their versions what staff read, until somebody decides to delete them. */
export const DisposeCopies = ({ pupil }: { pupil: string }) => {
  const { school, records, today } = useServices()
  const [asking, setAsking] = useState(false)
  const copies = useQuery({
    queryKey: ['blankedCopies', school.id, pupil],
    queryFn: () => blankedCopies(records, pupil, today()),
    staleTime: 0,
    gcTime: 0,
  })
  if (!copies.data || countOf(copies.data) === 0) return null
  return (
    <>
      <Text>
        {t`What staff could read before still lies in SharePoint’s version history of ${counted(countOf(copies.data), 'blanked row')} on the staff site, for whoever looks there. `}
        <Button size="small" onClick={() => setAsking(true)}>{t`Delete these rows for good`}</Button>
      </Text>
      {asking && (
        <Ask
          pupil={pupil}
          copies={copies.data}
          onClose={() => {
            setAsking(false)
            void copies.refetch()
          }}
        />
      )}
    </>
  )
}

const Ask = ({ pupil, copies, onClose }: { pupil: string; copies: BlankedCopies; onClose: () => void }) => {
  const styles = useStyles()
  const { records, me, today } = useServices()
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [held, setHeld] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const dispose = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const by = { today: today(), by: (await me()).displayName }
      const done = await disposeCopies(records, pupil, copies, by)
      setHeld(!done)
      if (done) {
        say(t`Deleted from the staff site`)
        onClose()
      }
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <AskDialog
      title={t`Delete the blanked rows on the staff site?`}
      words={t`Delete ${counted(countOf(copies), 'row')}`}
      cancel={t`Keep them`}
      busy={busy}
      ready={!held}
      trouble={trouble}
      onDo={() => void dispose()}
      onClose={onClose}
    >
      <div className={styles.words}>
        <Text>{t`Withdrawing emptied ${counted(countOf(copies), 'row')} and put them out of sight. SharePoint keeps earlier versions of a row, so what staff read can still be opened there. Deleting the rows deletes their versions.`}</Text>
        <Text>{t`They lie in the staff site’s recycle bin for as long as SharePoint keeps it, usually 93 days. Your own records stay as they are. What was shown to staff before can then no longer be proved from SharePoint, and this can’t be undone here. A line in the disposal log says that it was done.`}</Text>
        {held && (
          <Text role="alert">{t`This pupil’s record is held, or somebody’s request for access is not answered yet, so nothing was deleted. See Records.`}</Text>
        )}
      </div>
    </AskDialog>
  )
}
