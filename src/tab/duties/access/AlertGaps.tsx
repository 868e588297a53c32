import { inWords, t } from '../../../words/t.ts'
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { DutyContext } from '../../../domain/duties/duty.ts'
import { alertGaps } from '../../../domain/duties/safetyAlerts.ts'
import type { Stored } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { type SafetyPlan, safetyKinds } from '../../../domain/records/safetyPlan.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { ShowAll } from './ShowAll.tsx'
import { useAll } from '../../../ui/records.ts'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '16px', maxWidth: '760px' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  list: { margin: 0, paddingLeft: '20px' },
})
const few = 12

/** Pupils whose alert and plan don’t go together: a flag that leads nowhere, or a plan that nobody is told of. */
export const AlertGaps = ({
  plans,
  context,
}: {
  plans: readonly Stored<SafetyPlan>[]
  context: DutyContext
}) => {
  const styles = useStyles()
  const { href } = useGo()
  const [all, setAll] = useState(false)
  return (
    <Loaded queries={[useAll(Pupil)]} shape={null}>
      {(pupils) => {
        const gaps = alertGaps(pupils.records, plans, context.today)
        return gaps.length === 0 ? null : (
          <section className={styles.part} aria-label={t`Alerts and plans`}>
            <Text as="h2" size={400} weight="semibold" className={styles.title}>{t`Alerts and plans`}</Text>
            <Text className={styles.quiet}>
              {t`An alert on a pupil’s page says that there is a plan. Here the two do not go together: set the alert under Details, or write down where the plan lies.`}
            </Text>
            <ul className={styles.list}>
              {gaps.slice(0, all ? gaps.length : few).map(({ pupil, kind, lacks }) => (
                <li key={`${pupil.key} ${kind}`}>
                  <Link
                    href={href({
                      at: 'pupil',
                      key: pupil.key,
                      section: lacks === 'alert' ? 'details' : 'access',
                    })}
                  >
                    <PupilName pupil={pupil} />
                  </Link>
                  {': '}
                  {lacks === 'alert'
                    ? t`${inWords(safetyKinds[kind])}, and the alert is not set`
                    : t`the alert is set, and no plan of this kind is written down: ${inWords(safetyKinds[kind])}`}
                </li>
              ))}
            </ul>
            {!all && gaps.length > few && <ShowAll count={gaps.length} onClick={() => setAll(true)} />}
          </section>
        )
      }}
    </Loaded>
  )
}
