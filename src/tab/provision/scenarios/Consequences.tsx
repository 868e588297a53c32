import { t } from '../../../words/t.ts'
import { makeStyles, MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { showMinutes } from '../../../domain/rules/deploymentPeople.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { counted } from '../../../domain/counted.ts'
import type { Why as Reason } from '../../../domain/rules/why.ts'
import { Why } from '../../../ui/Why.tsx'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import type { DeployedRecords } from '../staff/useDeployed.ts'
import { PupilChanges } from './PupilChanges.tsx'
import type { Reckoned } from './useScenario.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: '860px' },
  list: { margin: '2px 0 0', paddingLeft: '20px' },
  title: { margin: 0 },
})

/** Plans whose Section F would fall, first and in a warning: it is owed whatever it costs. */
export const Falls = ({ is, records }: { is: Reckoned; records: DeployedRecords }) => {
  const styles = useStyles()
  const { falls } = is.compared
  if (falls.length === 0) return null
  const pupilOf = new Map(records.pupils.map((one) => [one.key, one]))
  const nameOf = new Map(records.provisions.map(({ key, name }) => [key, name]))
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <Text weight="semibold">{t`Section F of ${counted(new Set(falls.map(({ pupil }) => pupil)).size, 'pupil')} would fall`}</Text>
        <Text
          block
        >{t`What a plan specifies must be given whatever it costs, until the authority changes the plan (Children and Families Act 2014, section 42). Give it another way, or ask for an early review first.`}</Text>
        <ul className={styles.list} aria-label={t`Section F that would fall`}>
          {falls.map((one) => (
            <li key={one.line}>
              {pupilOf.has(one.pupil) ? <PupilName pupil={pupilOf.get(one.pupil)!} /> : t`A pupil`},{' '}
              {nameOf.get(one.provision) ?? t`support`}:{' '}
              {one.ends ? t`ends` : t`from ${showMinutes(one.before)} to ${showMinutes(one.after)} a week`};{' '}
              {one.plan === null
                ? t`nobody has recorded the plan’s minutes`
                : t`the plan specifies ${showMinutes(one.plan)} a week`}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}

/** Who passes the threshold, and whose hours change. */
export const Consequences = ({ is, records }: { is: Reckoned; records: DeployedRecords }) => {
  const styles = useStyles()
  const { crossings, staff, clashes } = is.compared
  const pupilOf = new Map(records.pupils.map((one) => [one.key, one]))
  const yearIn = ({ money }: Reckoned['after'], pupil: string) =>
    money.pupils.find((one) => one.pupil.key === pupil)
  const sum = (pence: number, why: Reason | undefined) =>
    why ? <Why why={why}>{showMoney(pence)}</Why> : showMoney(pence)
  const minutes = (value: number, name: string, { use }: Reckoned['after']) => {
    const own = use.find((one) => one.name === name)
    return own ? <Why why={own.why}>{showMinutes(value)}</Why> : showMinutes(value)
  }
  return (
    <div className={styles.part}>
      {crossings.length > 0 && (
        <section aria-label={t`Threshold`}>
          <Text as="h3" size={300} weight="semibold" className={styles.title}>{t`Pass the threshold`}</Text>
          <ul className={styles.list}>
            {crossings.map(({ pupil, before, after, threshold, above }) => (
              <li key={pupil}>
                {pupilOf.has(pupil) ? <PupilName pupil={pupilOf.get(pupil)!} /> : t`A pupil`}:{' '}
                {sum(before, yearIn(is.before, pupil)?.counted.why)} {t`becomes `}
                {sum(after, yearIn(is.after, pupil)?.counted.why)}, {above ? t`above` : t`below`}{' '}
                {sum(threshold, (yearIn(is.after, pupil) ?? yearIn(is.before, pupil))?.threshold.why)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {staff.length > 0 && (
        <section aria-label={t`Staff`}>
          <Text
            as="h3"
            size={300}
            weight="semibold"
            className={styles.title}
          >{t`Hours used, by person`}</Text>
          <ul className={styles.list}>
            {staff.map(({ name, before, after, bought }) => (
              <li key={name}>
                {name}: {minutes(before, name, is.before)} {t`a week becomes `}
                {minutes(after, name, is.after)}
                {bought !== null &&
                  after > bought &&
                  t`, ${showMinutes(after - bought)} more than is bought of them`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {clashes.length > 0 && (
        <section aria-label={t`Clashes`}>
          <Text
            as="h3"
            size={300}
            weight="semibold"
            className={styles.title}
          >{t`Would be in two places at once`}</Text>
          <ul className={styles.list}>
            {clashes.map(({ is: kind, who, times }) => (
              <li key={`${kind}${who}${times.join()}`}>
                {kind === 'staff' ? (
                  who
                ) : pupilOf.has(who) ? (
                  <PupilName pupil={pupilOf.get(who)!} />
                ) : (
                  t`A pupil`
                )}
                : {times.join(' and ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      <PupilChanges is={is} records={records} />
    </div>
  )
}
