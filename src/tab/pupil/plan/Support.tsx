import { inWords, t } from '../../../words/t.ts'
import { Link, Text } from '@fluentui/react-components'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { showDay } from '../../../domain/rules/day.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { amountOf } from '../../../domain/rules/goldenThread.ts'
import { useServices } from '../../../ui/services.tsx'
import { useGo } from '../../routes.ts'
import { usePlanStyles } from './styles.ts'
import type { PlanRecords } from './usePlanRecords.ts'

/** The support that runs during a plan, as it is recorded, and what serves none of its targets. */
export const Support = ({
  plan: { pupil, allocations, provisions, outcomes },
  from,
  until,
  targets,
}: {
  plan: PlanRecords
  from: string
  until: string | null
  /** Keys of the outcomes that are worked on. */
  targets: ReadonlySet<string>
}) => {
  const styles = usePlanStyles()
  const today = useServices().today()
  const { href } = useGo()
  const name = (key: string) => provisions.find((one) => one.key === key)?.name ?? t`Support`
  const aim = (key: string | null) => outcomes.find((one) => one.key === key)
  const running = allocations
    .filter((line) => line.from <= (until ?? today) && (!line.until || line.until >= from))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const unserved = [...targets].filter((key) => !running.some(({ outcome }) => outcome === key))
  const all = { at: 'pupil', key: pupil.key, section: 'provision' } as const
  return (
    <div>
      <Text block className={styles.label}>{t`Support in this time`}</Text>
      {running.length === 0 ? (
        <Text>
          {t`None recorded. `}
          <Link inline href={href(all)}>{t`Add support`}</Link>
        </Text>
      ) : (
        <ul className={styles.list} aria-label={t`Support in this time`}>
          {running.map((line) => (
            <li key={line.key}>
              <Link inline href={href({ ...all, about: line.key })}>
                {name(line.provision)}
              </Link>
              <Text block size={200} className={styles.quiet}>
                {[
                  amountOf(line),
                  line.role && inWords(staffRoles[line.role]),
                  line.until
                    ? t`${showDay(line.from)} to ${showDay(line.until)}`
                    : t`from ${showDay(line.from)}`,
                  line.effect &&
                    `${inWords(Allocation.fields.effect.label)}: ${inWords(Allocation.fields.effect.choices[line.effect]).toLowerCase()}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Text block size={200} className={styles.quiet}>
                {aim(line.outcome) ? t`For: ${aim(line.outcome)!.text}` : t`Linked to no target`}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {unserved.length > 0 && running.length > 0 && (
        <Text
          block
          size={200}
        >{t`${unserved.length === 1 ? t`One target has` : t`${unserved.length} targets have`} no support linked: what adults do in class counts, and stands with the target.`}</Text>
      )}
    </div>
  )
}
