import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { saidOf } from '../../../domain/fields.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Transition } from '../../../domain/records/transition.ts'
import { moversWithout, type TransitionKind } from '../../../domain/rules/transitionPlan.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { useAll, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useReviewSettings } from '../../../ui/useSchool.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Why } from '../../../ui/Why.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'

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

/** Pupils who move on this year and have no plan for it, each with the button that begins one. */
export const MoversWithout = ({ transitions }: { transitions: readonly Stored<Transition>[] }) => {
  const styles = useStyles()
  const { records, today } = useServices()
  const { go, href } = useGo()
  const mayWrite = useMayWrite(Transition)
  const put = usePutStored()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const begin = async (pupil: Stored<Pupil>, kind: TransitionKind) => {
    setBusy(true)
    setTrouble(null)
    try {
      const made = await records
        .store(Transition)
        .create(blank(Transition, { pupil: pupil.key, kind, began: today() }))
      put(Transition, made)
      go({ at: 'duties', place: 'with', duty: 'transitions', key: made.key })
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      setBusy(false)
    }
  }
  return (
    <Loaded queries={[useAll(Pupil), useReviewSettings()]} shape={<Waiting />}>
      {(pupils, settings) => {
        const movers = moversWithout(pupils.records, transitions, settings, today())
        const [first] = movers
        if (!first) return null
        return (
          <section className={styles.part} aria-label={t`Moving on without a plan`}>
            <Text as="h2" size={400} weight="semibold" className={styles.title}>
              {t`Moving on without a plan`}
            </Text>
            <Text className={styles.quiet}>
              {t`They have support or a plan and move on this year.`}{' '}
              <Why why={first.begin.why}>{t`Why now`}</Why>
            </Text>
            <ul className={styles.list}>
              {movers.map(({ pupil, kind }) => (
                <li key={pupil.key} className={styles.row}>
                  <Link href={href({ at: 'pupil', key: pupil.key, section: 'services' })}>
                    <PupilName pupil={pupil} />
                  </Link>
                  <Text>{saidOf(Transition.fields.kind, kind)}</Text>
                  {mayWrite && (
                    <Button size="small" disabled={busy} onClick={() => void begin(pupil, kind)}>
                      {t`Begin the plan`}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {trouble && <TroubleNotice trouble={trouble} />}
          </section>
        )
      }}
    </Loaded>
  )
}
