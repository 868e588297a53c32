import { t } from '../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { Publication } from '../../domain/records/publication.ts'
import { PupilName } from '../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../ui/Loaded.tsx'
import { Changes } from '../../ui/publish/Changes.tsx'
import type { PublicationLine } from '../../ui/publish/publicationLines.ts'
import { usePublishing } from '../../ui/publish/usePublishing.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'

const useStyles = makeStyles({
  line: { padding: '8px 2px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 16px' },
  name: { width: '220px', maxWidth: '100%' },
  what: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px' },
})

const stillShown = {
  left: t`Has left, and is still shown to staff`,
  archived: t`The record is archived, and is still shown to staff`,
  withdrawn: t`Not published any more, and still shown to staff`,
}

/** One pupil whose record moved on: which parts, how, and the button that brings staff up to date. */
export const ChangedLine = ({ line }: { line: PublicationLine }) => {
  const styles = useStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(Publication)
  const acts = usePublishing(line.pupil)
  const [open, setOpen] = useState(false)
  const id = useId()
  const gone = line.is === 'stillShown'
  const parts = [...new Set(line.changes.map(({ label }) => label.toLowerCase()))]
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <Link className={styles.name} href={href({ at: 'pupil', key: line.pupil, section: 'profile' })}>
          <PupilName pupil={line.named} />
        </Link>
        <Text className={styles.what}>{line.though ? stillShown[line.though] : parts.join(', ')}</Text>
        <span className={styles.buttons}>
          {!gone && (
            <Button
              size="small"
              appearance="subtle"
              aria-expanded={open}
              aria-controls={id}
              onClick={() => setOpen(!open)}
            >
              {open ? t`Hide differences` : t`Show differences`}
            </Button>
          )}
          {mayWrite && (
            <Button
              size="small"
              disabled={acts.busy}
              onClick={() => void (gone ? acts.withdraw() : acts.publishAgain())}
            >
              {gone ? t`Withdraw` : t`Publish changes`}
            </Button>
          )}
        </span>
      </div>
      <div id={id}>{open && <Changes title={t`Changed since published`} changes={line.changes} />}</div>
      {acts.trouble && <TroubleNotice trouble={acts.trouble} />}
    </li>
  )
}
