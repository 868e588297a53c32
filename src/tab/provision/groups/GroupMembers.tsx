import { inWords, t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { Rate } from '../../../domain/records/rate.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { allocationCost } from '../../../domain/rules/cost.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { showMoney } from '../../../domain/rules/money.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Why } from '../../../ui/Why.tsx'
import { useGo } from '../../routes.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 1fr) minmax(150px, auto) 90px 92px',
    gap: '2px 12px',
    alignItems: 'center',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  money: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
})

/** Who is in a group, each on their own days with what it costs; and, folded, who was. */
export const GroupMembers = ({
  group,
  here,
  gone,
  all,
  pupils,
  rates,
  today,
}: {
  group: Stored<Group>
  /** Lines that run or will, with what they leave to the group filled in. */
  here: readonly Stored<Allocation>[]
  /** Lines that are over. */
  gone: readonly Stored<Allocation>[]
  /** All lines as they are stored. */
  all: readonly Stored<Allocation>[]
  pupils: ReadonlyMap<string, Stored<Pupil>>
  rates: readonly Rate[]
  today: Day
}) => {
  const styles = useStyles()
  return (
    <>
      {here.length > 0 && (
        <ul className={styles.list} aria-label={t`In ${group.name}`}>
          {here.map((line) => (
            <Member
              key={line.key}
              line={line}
              stored={all.find(({ key }) => key === line.key) ?? line}
              pupil={pupils.get(line.pupil)}
              group={group}
              rates={rates}
              today={today}
            />
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <details>
          <summary>
            {gone.length === 1 ? t`1 pupil who was in it` : t`${gone.length} pupils who were in it`}
          </summary>
          <ul className={styles.list}>
            {gone.map((line) => (
              <li key={line.key} className={styles.row}>
                <PupilLink line={line} pupil={pupils.get(line.pupil)} />
                <Text size={200}>{t`${showDay(line.from)} to ${showDay(line.until!)}`}</Text>
                <Text size={200}>
                  {line.exitDecision
                    ? inWords(Allocation.fields.exitDecision.choices[line.exitDecision])
                    : ''}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const PupilLink = ({ line, pupil }: { line: Stored<Allocation>; pupil: Stored<Pupil> | undefined }) => {
  const { href } = useGo()
  return pupil ? (
    <Link href={href({ at: 'pupil', key: pupil.key, section: 'provision', about: line.key })}>
      <PupilName pupil={pupil} />
    </Link>
  ) : (
    <Text>{t`A pupil who has left`}</Text>
  )
}

const Member = ({
  line,
  stored,
  pupil,
  group,
  rates,
  today,
}: {
  line: Stored<Allocation>
  stored: Stored<Allocation>
  pupil: Stored<Pupil> | undefined
  group: Stored<Group>
  rates: readonly Rate[]
  today: Day
}) => {
  const styles = useStyles()
  const mayWrite = useMayWrite(Allocation)
  const act = useRecordAct(Allocation, stored)
  const { archive, trouble } = useArchive(Allocation)
  const { cost, missing } = allocationCost(line, rates)
  const own = stored.until !== null || stored.from !== group.from
  const takeOut = () =>
    line.from > today
      ? void archive(stored, 'Taken out before it began')
      : void act.doIt({
          words: t`Take out`,
          said: t`Out of ${group.name} after today. The line stays, and asks what happened`,
          changes: () => ({ until: today }),
        })
  return (
    <li className={styles.row}>
      <PupilLink line={line} pupil={pupil} />
      <Text size={200}>
        {own ? `${showDay(line.from)}${line.until ? t` to ${showDay(line.until)}` : ''}` : t`As the group`}
        {stored.minutes !== null && t` · ${stored.minutes} min`}
        {stored.role !== null && stored.role !== group.role && ` · ${inWords(staffRoles[stored.role])}`}
      </Text>
      <span className={styles.money}>
        {cost ? (
          <Why why={cost.why}>{showMoney(cost.perPupilPence)}</Why>
        ) : (
          <Text size={200}>{t`Needs ${missing.join(', ')}`}</Text>
        )}
      </span>
      {mayWrite && pupil && stored.until !== today && (
        <Button
          size="small"
          disabled={act.busy}
          aria-label={t`Take out ${fullName(pupil)}`}
          onClick={takeOut}
        >{t`Take out`}</Button>
      )}
      {(act.trouble ?? trouble) && <TroubleNotice trouble={(act.trouble ?? trouble)!} />}
    </li>
  )
}
