import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import { moveDay } from '../../../domain/duties/transitions.ts'
import { saidOf } from '../../../domain/fields.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { Transition } from '../../../domain/records/transition.ts'
import { TransitionVisit } from '../../../domain/records/transitionVisit.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { type UsualVisit, usualVisits, worthAsking } from '../../../domain/rules/transitionPlan.ts'
import { Loaded, TroubleNotice } from '../../../ui/Loaded.tsx'
import { orNone } from '../../../ui/orNone.ts'
import { aboutOf, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { useGo } from '../../routes.ts'
import { TransitionPlanPaper } from './TransitionPlanPaper.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '860px', alignItems: 'flex-start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0, width: '100%' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 12px',
    alignItems: 'center',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  asks: { margin: 0, paddingLeft: '20px' },
})

/** The dates of a transition plan, the usual ones that are missing, and what is worth asking for its kind of move. */
export const TransitionDates = ({
  pupil,
  transition,
  context,
}: {
  pupil: Stored<Pupil>
  transition: Stored<Transition>
  context: DutyContext
}) => {
  const styles = useStyles()
  const services = useServices()
  const { href } = useGo()
  const mayWrite = useMayWrite(TransitionVisit)
  const put = usePutStored()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const visits = useQuery({
    ...aboutOf(services, TransitionVisit, 'pupil', pupil.key),
    queryFn: () => orNone(services.records.store(TransitionVisit).about('pupil', pupil.key)),
  })
  const moves = moveDay(transition, context)
  const add = async ({ kind, on }: UsualVisit) => {
    setBusy(true)
    setTrouble(null)
    try {
      const given = { pupil: pupil.key, transition: transition.key, kind, on }
      put(
        TransitionVisit,
        await services.records.store(TransitionVisit).create(blank(TransitionVisit, given)),
      )
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <TransitionPlanPaper pupil={pupil} transition={transition} context={context} />
      <section className={styles.part} aria-label={t`Visits and other dates`}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {t`Visits and other dates`}
        </Text>
        <Text className={styles.quiet}>
          {moves
            ? t`The pupil moves on ${showDay(moves)}. Each date is on Today until somebody says how it went.`
            : t`Nobody has said when the pupil moves: enter it as “Moves on” in the pupil’s details.`}
        </Text>
        <Loaded queries={[visits]} shape={<Waiting />}>
          {({ records: all }) => {
            const own = all
              .filter(({ transition: of }) => of === transition.key)
              .toSorted((a, b) => a.on.localeCompare(b.on))
            const missing =
              moves && transition.closedOn === null
                ? usualVisits(transition.kind, moves, own, context.today)
                : []
            return (
              <>
                <ul className={styles.list}>
                  {own.map((one) => (
                    <li key={one.key} className={styles.row}>
                      <Link href={href({ at: 'duties', place: 'with', duty: 'visits', key: one.key })}>
                        {saidOf(TransitionVisit.fields.kind, one.kind)}
                      </Link>
                      <Text>{[showDay(one.on), one.time, one.where].filter(Boolean).join(', ')}</Text>
                      <Text className={styles.quiet}>
                        {one.fellThrough ? t`fell through` : one.doneOn ? t`took place` : t`planned`}
                      </Text>
                    </li>
                  ))}
                </ul>
                {mayWrite && missing.length > 0 && (
                  <>
                    <Text
                      as="h3"
                      weight="semibold"
                      className={styles.title}
                    >{t`Usual, and not planned yet`}</Text>
                    <ul className={styles.list}>
                      {missing.map((one, at) => (
                        <li key={`${one.kind}${one.on}${at}`} className={styles.row}>
                          <Text>{saidOf(TransitionVisit.fields.kind, one.kind)}</Text>
                          <Button
                            size="small"
                            disabled={busy}
                            aria-label={t`Plan for ${showDay(one.on)}: ${saidOf(TransitionVisit.fields.kind, one.kind)}`}
                            onClick={() => void add(one)}
                          >
                            {t`Plan for ${showDay(one.on)}`}
                          </Button>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </>
            )
          }}
        </Loaded>
        {trouble && <TroubleNotice trouble={trouble} />}
      </section>
      <section className={styles.part} aria-label={t`Worth asking`}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Worth asking`}</Text>
        <ul className={styles.asks}>
          {worthAsking(transition.kind).map((question) => (
            <li key={question}>
              <Text>{question}</Text>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
