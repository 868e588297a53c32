import { t } from '../../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { SlotPupil } from '../../../domain/records/slotPupil.ts'
import { slotPupilWrites, type SlotPupilSources } from '../../../domain/rules/timetablePupils.ts'
import { AskDialog } from '../../../ui/AskDialog.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useStaffCopies } from './useStaffCopies.ts'

const useStyles = makeStyles({ text: { margin: '0 0 8px' } })

/**
 * Whether staff see who comes to which time in the week, as the records have it; says so only when they don't. Before
 * names go to the staff site for the first time it is said who will read them.
 */
export const StaffCopies = ({
  sources,
  shown,
}: {
  sources: SlotPupilSources
  shown: readonly Stored<SlotPupil>[]
}) => {
  const styles = useStyles()
  const services = useServices()
  const { school } = services
  const day = services.today()
  const say = useSay()
  const mayWrite = useMayWrite(SlotPupil)
  const { send, busy, trouble } = useStaffCopies()
  const [asking, setAsking] = useState(false)
  const wide = useWide(1000)
  const writes = useMemo(() => slotPupilWrites({ ...sources, shown }, day), [sources, shown, day])
  if (trouble) return <TroubleNotice trouble={trouble} retry={() => void send(sources)} />
  if (writes.length === 0 || !mayWrite) return null
  const isFirst = shown.length === 0
  const of = (kind: (typeof writes)[number]['do']) => writes.filter((write) => write.do === kind).length
  const parts = [
    [of('create') + of('restore'), t`to be shown`],
    [of('change'), t`to be put right`],
    [of('end'), t`to get their last day`],
    [of('takeOff'), t`to be taken off`],
  ].filter(([count]) => count !== 0)
  const doIt = async () => {
    if (await send(sources)) {
      setAsking(false)
      say(t`Staff see who comes when`)
    }
  }
  return (
    <>
      <MessageBar intent={isFirst ? 'info' : 'warning'} layout={wide ? 'singleline' : 'multiline'}>
        <MessageBarBody>
          {isFirst
            ? t`Staff can’t see yet who comes to which time. ${counted(writes.length, 'name')} would be shown on the staff site.`
            : t`Staff see an older list: ${parts.map(([count, words]) => `${count ?? ''} ${words ?? ''}`).join(', ')}.`}
        </MessageBarBody>
        <MessageBarActions>
          <Button
            size="small"
            appearance={isFirst ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={() => (isFirst ? setAsking(true) : void doIt())}
          >
            {busy ? t`Sending` : isFirst ? t`Show staff who comes` : t`Send again`}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {asking && (
        <AskDialog
          title={t`Everybody on the staff site will read these names`}
          words={t`Show ${counted(writes.length, 'name')}`}
          busy={busy}
          ready
          trouble={trouble}
          onDo={() => void doIt()}
          onClose={() => setAsking(false)}
        >
          <p
            className={styles.text}
          >{t`Whoever may read ${school.name}’s staff site sees each pupil’s name and class beside the time, the place and what is given. Names of groups tell what kind of help it is.`}</p>
          <p
            className={styles.text}
          >{t`Nothing else of the pupil’s record goes there: no need, no plan, no cost. A name is emptied there when the pupil’s line is taken off, and when the school year is over.`}</p>
        </AskDialog>
      )}
    </>
  )
}
