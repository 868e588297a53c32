import { inWords, t } from '../../../words/t.ts'
import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { type Pupil, shortName } from '../../../domain/records/pupil.ts'
import { schoolWeekdays } from '../../../domain/records/slot.ts'
import { showTime } from '../../../domain/rules/clockTime.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { type Block, type StaffUse, weekdays } from '../../../domain/rules/deployment.ts'
import { heldIn } from '../../../domain/rules/timetableWeek.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { Notice } from '../../../ui/Loaded.tsx'
import { useWide } from '../../../ui/useWide.ts'
import { PrintLeaving } from '../shared/PrintLeaving.tsx'
import { useTableLook } from '../shared/tableLook.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px 20px' },
  day: { minWidth: '150px', verticalAlign: 'top' },
  blocks: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  title: { margin: '8px 0 2px' },
})
type Weeks = 'both' | 'odd' | 'even'
const often = { odd: t`week A`, even: t`week B`, every: '' }

/** Who is where when: a row for each member of staff; one person's week as a list on a phone. */
export const WeekPart = ({
  use,
  pupils,
  day,
}: {
  use: readonly StaffUse[]
  pupils: readonly Stored<Pupil>[]
  day: Day
}) => {
  const styles = useStyles()
  const look = useTableLook()
  const isWide = useWide(760)
  const [who, setWho] = useState('')
  const [weeks, setWeeks] = useState<Weeks>('both')
  const busy = use.filter(({ used, member }) => used > 0 || member !== null)
  if (!busy.some(({ used }) => used > 0))
    return (
      <Notice
        title={t`Nobody is in the timetable yet`}
        todo={t`Give groups and lines of support their times under Timetable; here is then seen who is where when.`}
      />
    )
  const shown = busy.filter(({ name }) => who === '' || name === who)
  const inWeeks = (blocks: readonly Block[]) =>
    blocks.filter(({ slot }) => weeks === 'both' || heldIn(slot, weeks))
  const pupilOf = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const coming = [
    ...new Set(
      shown.flatMap((one) =>
        weekdays.flatMap((weekday) => one.week[weekday].flatMap(({ pupils: own }) => own)),
      ),
    ),
  ]
  const printed = ({ starts, ends, slot, pupils: own }: Block) =>
    [
      t`${showTime(starts)} to ${showTime(ends)} ${slot.what}`,
      often[slot.everyWeeks ?? 'every'],
      own.flatMap((key) => (pupilOf.has(key) ? [shortName(pupilOf.get(key)!)] : [])).join(', '),
    ]
      .filter(Boolean)
      .join(', ')
  const list = (blocks: readonly Block[]) => (
    <ul className={styles.blocks}>
      {inWeeks(blocks).map((block) => (
        <li key={block.slot.key}>
          <Text
            block
            size={200}
          >{t`${showTime(block.starts)} to ${showTime(block.ends)}${often[block.slot.everyWeeks ?? 'every'] ? `, ${often[block.slot.everyWeeks ?? 'every']}` : ''}`}</Text>
          <Text block>{block.slot.what}</Text>
          <Text block size={200} className={styles.quiet}>
            {block.pupils.length === 0
              ? t`nobody comes yet`
              : block.pupils.map((key, at) => (
                  <span key={key}>
                    {at > 0 && ', '}
                    {pupilOf.has(key) ? <PupilName short pupil={pupilOf.get(key)!} /> : t`a pupil`}
                  </span>
                ))}
            {block.slot.place ? ` · ${block.slot.place}` : ''}
          </Text>
        </li>
      ))}
    </ul>
  )
  return (
    <div className={styles.part}>
      <div className={styles.choices}>
        <Field label={t`Who`}>
          <Select value={who} onChange={(_, { value }) => setWho(value)}>
            <option value="">{t`Everybody`}</option>
            {busy.map(({ name, member }) => (
              <option key={member?.key ?? name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t`Weeks`}>
          <Select value={weeks} onChange={(_, { value }) => setWeeks(value as Weeks)}>
            <option value="both">{t`A and B`}</option>
            <option value="odd">{t`Week A`}</option>
            <option value="even">{t`Week B`}</option>
          </Select>
        </Field>
      </div>
      <div>
        <PrintLeaving
          words={t`Print this week`}
          what={t`Who of the support staff is where in the week`}
          pupils={coming.flatMap((key) => pupilOf.get(key) ?? [])}
          sheet={{
            title: t`Who is where`,
            about: t`As the timetable has it on ${showDay(day)}`,
            columns: [t`Name`, ...weekdays.map((weekday) => inWords(schoolWeekdays[weekday]))],
            rows: shown.map((one) => [
              one.name,
              ...weekdays.map((weekday) => inWeeks(one.week[weekday]).map(printed).join('\n')),
            ]),
          }}
        />
      </div>
      {isWide ? (
        <div className={look.scroll} style={{ maxWidth: 'none' }}>
          <table className={look.table}>
            <caption style={{ textAlign: 'left' }}>
              <Text size={200} className={styles.quiet}>{t`The week as the timetable has it today`}</Text>
            </caption>
            <thead>
              <tr>
                <th scope="col" className={look.head}>{t`Name`}</th>
                {weekdays.map((weekday) => (
                  <th key={weekday} scope="col" className={look.head}>
                    {inWords(schoolWeekdays[weekday])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.member?.key ?? one.name}>
                  <th scope="row" className={look.cell} style={{ verticalAlign: 'top' }}>
                    {one.name}
                  </th>
                  {weekdays.map((weekday) => (
                    <td key={weekday} className={`${look.cell} ${styles.day}`}>
                      {list(one.week[weekday])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        shown.map((one) => (
          <section key={one.member?.key ?? one.name} aria-label={one.name}>
            <Text as="h2" size={400} weight="semibold" className={styles.title}>
              {one.name}
            </Text>
            {weekdays
              .filter((weekday) => inWeeks(one.week[weekday]).length > 0)
              .map((weekday) => (
                <div key={weekday}>
                  <Text as="h3" size={300} weight="semibold" block className={styles.title}>
                    {inWords(schoolWeekdays[weekday])}
                  </Text>
                  {list(one.week[weekday])}
                </div>
              ))}
          </section>
        ))
      )}
    </div>
  )
}
