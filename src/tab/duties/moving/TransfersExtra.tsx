import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Transfer } from '../../../domain/records/transfer.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { leaversWithout, recordDue } from '../../../domain/rules/transfer.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useAll, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { BringInPack } from './BringInPack.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '860px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'center',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})

/** Under the transfers: leavers for whom none is begun, and the pack of another school. */
export const TransfersExtra = ({ transfers }: { transfers: readonly Stored<Transfer>[] }) => (
  <>
    <LeaversWithout transfers={transfers} />
    <BringInPack wanted={null} />
  </>
)

const LeaversWithout = ({ transfers }: { transfers: readonly Stored<Transfer>[] }) => {
  const styles = useStyles()
  const { records, today } = useServices()
  const { go, href } = useGo()
  const mayWrite = useMayWrite(Transfer)
  const put = usePutStored()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const begin = async (pupil: Stored<Pupil>) => {
    setBusy(true)
    setTrouble(null)
    try {
      const made = await records.store(Transfer).create(blank(Transfer, { pupil: pupil.key, way: 'leaving' }))
      put(Transfer, made)
      go({ at: 'duties', place: 'with', duty: 'transfers', key: made.key })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  return (
    <Loaded queries={[useAll(Pupil), useCalendar(), useSchool()]} shape={<Waiting />}>
      {(pupils, calendar, school) => {
        const leavers = leaversWithout(pupils.records, transfers, today())
        if (leavers.length === 0) return null
        return (
          <section className={styles.part} aria-label={t`Leavers without a transfer`}>
            <Text as="h2" size={400} weight="semibold" className={styles.title}>
              {t`Leavers without a transfer`}
            </Text>
            <Text className={styles.quiet}>
              {t`They leave soon or left, have a SEND file, and nobody has begun to send it.`}
            </Text>
            <ul className={styles.list}>
              {leavers.map((pupil) => {
                const { day } = recordDue(pupil.left!, { calendar, inLaw: school?.inLaw ?? null })
                return (
                  <li key={pupil.key} className={styles.row}>
                    <Link href={href({ at: 'pupil', key: pupil.key, section: 'services' })}>
                      <PupilName pupil={pupil} />
                    </Link>
                    <Text>{t`last day ${showDay(pupil.left!)}, to send by ${showDay(day)}`}</Text>
                    {mayWrite && (
                      <Button size="small" disabled={busy} onClick={() => void begin(pupil)}>
                        {t`Begin the transfer`}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
            {trouble && <TroubleNotice trouble={trouble} />}
          </section>
        )
      }}
    </Loaded>
  )
}
