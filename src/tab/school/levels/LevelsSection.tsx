import { inWords, t } from '../../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { LevelSetting } from '../../../domain/records/levelSetting.ts'
import { Provision, provisionLevels } from '../../../domain/records/provision.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { allLevelsOn, type Level } from '../../../domain/rules/levels.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { narrowRows, narrowTable } from '../../../ui/narrowTable.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  heading: { margin: 0, paddingTop: '16px' },
  wide: { overflowX: 'auto', maxWidth: '900px' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'left',
      padding: '6px 16px 6px 4px',
      fontWeight: tokens.fontWeightRegular,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { color: tokens.colorNeutralForeground2 },
    '& caption': { textAlign: 'left', paddingBottom: '4px' },
    [narrowTable]: { ...narrowRows, '& caption': { display: 'block', textAlign: 'left' } },
  },
})

const fields = ['level', 'from', 'name', 'wave', 'used', 'source'] as const
const order = (a: LevelSetting, b: LevelSetting) => {
  const at = (one: LevelSetting) => Object.keys(provisionLevels).indexOf(one.level)
  return at(a) - at(b) || (a.from < b.from ? 1 : -1)
}

/** What the school calls its levels of provision, from when on, and which wave of older maps each is. */
export const LevelsSection = () => {
  const styles = useStyles()
  const today = useServices().today()
  return (
    <section className={styles.part} aria-label={t`Levels of provision`}>
      <Text
        className={styles.quiet}
      >{t`Every map, list and sum names levels as you do here. A new name is a new row with its own first day: maps of before keep the name that they had.`}</Text>
      <Loaded queries={[useAll(LevelSetting), useAll(Provision)]} shape={<Waiting />}>
        {(rows, offered) => (
          <>
            <Unreadable listings={[rows, offered]} />
            <Today levels={allLevelsOn(rows.records, today)} offered={offered.records} />
            <Text
              as="h2"
              size={500}
              weight="semibold"
              className={styles.heading}
            >{t`What you have set`}</Text>
            <RecordCards
              type={LevelSetting}
              records={rows.records.toSorted(order)}
              summary={(row) => (
                <TwoLines
                  first={`${inWords(provisionLevels[row.level])}: ${row.used === false ? t`not in use` : (row.name ?? inWords(provisionLevels[row.level]))}`}
                  second={[t`from ${showDay(row.from)}`, row.wave !== null && t`wave ${row.wave}`, row.source]
                    .filter(Boolean)
                    .join(' · ')}
                />
              )}
              aside={(row) => <Mark row={row} all={rows.records} today={today} />}
              groups={[{ fields }]}
              add={{
                words: t`Set a level`,
                given: { from: today, used: true },
                fields: ['level', 'from', 'name', 'wave', 'used', 'source'],
              }}
              empty={{
                title: t`Nothing set: the usual three levels hold`,
                todo: t`Universal, Targeted and Specialist, which older maps call waves 1, 2 and 3. Set a level to call it something else, to bring Targeted plus into use, or to stop using one.`,
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}

/** The four levels as they stand today, with how much of what is on offer each has. */
const Today = ({ levels, offered }: { levels: readonly Level[]; offered: readonly Stored<Provision>[] }) => {
  const styles = useStyles()
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption>{t`Levels today`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Level`}</th>
            <th scope="col">{t`You call it`}</th>
            <th scope="col">{t`Wave in older maps`}</th>
            <th scope="col">{t`On offer`}</th>
            <th scope="col">{t`In use`}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ level, name, wave, isUsed }) => {
            const count = offered.filter((one) => one.level === level && one.offered !== false).length
            return (
              <tr key={level}>
                <th scope="row">{inWords(provisionLevels[level])}</th>
                <td data-label={t`You call it`}>{name}</td>
                <td data-label={t`Wave in older maps`}>{wave ?? t`None`}</td>
                <td data-label={t`On offer`}>{count}</td>
                <td data-label={t`In use`}>
                  {isUsed ? (
                    t`Yes`
                  ) : count > 0 ? (
                    <StatusMark status="dueSoon" word={t`No, but ${count} on offer have it`} />
                  ) : (
                    t`No`
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Whether a row holds today, is still to begin, or was followed by a newer one. */
const Mark = ({
  row,
  all,
  today,
}: {
  row: Stored<LevelSetting>
  all: readonly Stored<LevelSetting>[]
  today: Day
}) => {
  if (row.from > today) return <StatusMark status="unknown" word={t`Not yet`} />
  const isNewest = !all.some(({ level, from }) => level === row.level && from > row.from && from <= today)
  return isNewest ? (
    <StatusMark status="done" word={t`Holds today`} />
  ) : (
    <StatusMark status="unknown" word={t`Replaced`} />
  )
}
