import { inWords, t } from '../../../words/t.ts'
import { Link, makeStyles, Text } from '@fluentui/react-components'
import { useMemo } from 'react'
import { counted } from '../../../domain/counted.ts'
import { schoolWeekdays } from '../../../domain/records/slot.ts'
import { timetableClashes } from '../../../domain/rules/timetableClashes.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useGo } from '../../routes.ts'
import type { DeployedRecords } from './useDeployed.ts'

const useStyles = makeStyles({
  title: { margin: 0 },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
})

/** Who would have to be in two places at once. */
export const ClashList = ({ records }: { records: DeployedRecords }) => {
  const styles = useStyles()
  const { href } = useGo()
  const today = useServices().today()
  const { slots, slotPupils, pupils } = records
  const clashes = useMemo(
    () => timetableClashes(slots, slotPupils).filter(({ until }) => until === null || until >= today),
    [slots, slotPupils, today],
  )
  const slotOf = new Map(slots.map((slot) => [slot.key, slot]))
  const pupilOf = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const timetable = href({ at: 'provision', section: 'timetable' })
  return (
    <section aria-label={t`Clashes`}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {clashes.length === 0
          ? t`Nobody is in two places at once`
          : counted(clashes.length, 'clash', 'clashes')}
      </Text>
      {clashes.length > 0 && (
        <ul className={styles.list}>
          {clashes.map(({ is, who, slots: [a, b] }) => {
            const [one, other] = [slotOf.get(a)!, slotOf.get(b)!]
            const pupil = pupilOf.get(who)
            return (
              <li key={`${is}${who}${a}${b}`}>
                {is === 'staff' ? who : pupil ? <PupilName pupil={pupil} /> : t`A pupil`}
                {t`: ${inWords(schoolWeekdays[one.weekday])} ${one.starts} ${one.what} and ${other.starts} ${other.what}. `}
                <Link inline href={timetable}>{t`Open Timetable`}</Link>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
