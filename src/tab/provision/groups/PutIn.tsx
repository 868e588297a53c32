import { inWords, t } from '../../../words/t.ts'
import { Button, Checkbox, Field as FluentField, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { senStatuses } from '../../../domain/rules/codes.ts'
import { latest } from '../../../domain/rules/day.ts'
import { type JoinDoubt, joinDoubts } from '../../../domain/rules/groupJoin.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { pupilText } from '../../../ui/pupilOptions.ts'
import { useServices } from '../../../ui/services.tsx'
import { DayField, dayIs, type TypedDay } from '../shared/DayField.tsx'
import { lineOf, useJoin } from './joining.ts'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 1fr) 190px 190px 32px',
    gap: '4px 12px',
    alignItems: 'start',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) 32px' },
  },
  days: { '@media (max-width: 640px)': { gridColumn: '1 / -1' } },
  remove: { '@media (max-width: 640px)': { gridRow: 1, gridColumn: 2 } },
  doubt: { display: 'block', color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Row = { readonly key: string; readonly pupil: string; readonly from: TypedDay; readonly until: TypedDay }

/** Puts pupils into a group, many at once, each on their own days; says beside each what speaks against it. */
export const PutIn = ({
  group,
  pupils,
  lines,
  groups,
  onClose,
}: {
  group: Stored<Group>
  pupils: readonly Stored<Pupil>[]
  lines: readonly Stored<Allocation>[]
  groups: readonly Stored<Group>[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { join, busy, trouble, nextKey } = useJoin()
  const [rows, setRows] = useState<readonly Row[]>([])
  const [isSure, setSure] = useState(false)
  const chosen = new Set(rows.map(({ pupil }) => pupil))
  const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const options = pupils
    .filter(({ key }) => !chosen.has(key))
    .toSorted((a, b) => rank(a) - rank(b) || fullName(a).localeCompare(fullName(b), 'en-GB'))
    .map((pupil) => ({
      key: pupil.key,
      text: pupilText(pupil, pupil.status !== 'N' && inWords(senStatuses[pupil.status])),
    }))
  const doubtsOf = ({ pupil, from, until }: Row): JoinDoubt[] =>
    joinDoubts(
      { from: from.value, until: until.value },
      group,
      lines.filter((line) => line.pupil === pupil),
      groups,
    )
  const all = rows.map((row) => ({ row, doubts: doubtsOf(row) }))
  const isWrong = all.some(
    ({ row, doubts }) => row.from.complaint || row.until.complaint || doubts.some(({ stops }) => stops),
  )
  const isDoubtful = all.some(({ doubts }) => doubts.some(({ stops }) => !stops))
  const change = (key: string, changes: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changes } : row)))
  const store = async () => {
    const done = await join(
      rows.map(({ key, pupil, from, until }) => ({
        key,
        record: lineOf(group, { pupil, from: from.value, until: until.value }),
      })),
      `${counted(rows.length, 'pupil')} put into ${group.name}`,
    )
    if (done.size === rows.length) onClose()
    else setRows(rows.filter(({ key }) => !done.has(key)))
  }
  return (
    <section className={styles.part} aria-label={t`Put pupils in`}>
      <FluentField label={t`Find a pupil to put in`}>
        <TypeAhead
          options={options}
          value={null}
          required={false}
          readOnly={busy}
          onChosen={(pupil) => {
            if (!pupil) return
            setSure(false)
            setRows([
              ...rows,
              { key: nextKey(), pupil, from: dayIs(latest(group.from, today)), until: dayIs(null) },
            ])
          }}
        />
      </FluentField>
      {rows.length === 0 ? (
        <Text
          className={styles.quiet}
        >{t`Type a name; add as many as you like. Whatever a pupil’s own line leaves blank is as the group has it.`}</Text>
      ) : (
        <div>
          {all.map(({ row, doubts }) => {
            const pupil = byKey.get(row.pupil)!
            const about = (field: JoinDoubt['field']) => doubts.find((doubt) => doubt.field === field)
            return (
              <div key={row.key} className={styles.row}>
                <div>
                  <Text block>
                    <PupilName pupil={pupil} />
                  </Text>
                  <Text size={200} className={styles.quiet}>
                    {pupil.className}
                  </Text>
                  {doubts
                    .filter(({ field }) => field === 'pupil')
                    .map(({ words }) => (
                      <Text key={words} size={200} className={styles.doubt} role="status">
                        {words}
                      </Text>
                    ))}
                </div>
                <div className={styles.days}>
                  <DayField
                    name="from"
                    label={t`From`}
                    day={row.from}
                    note={about('from')?.words ?? null}
                    stops={about('from')?.stops ?? false}
                    onDay={(from) => change(row.key, { from })}
                  />
                </div>
                <div className={styles.days}>
                  <DayField
                    name="until"
                    label={t`Until (blank: as the group)`}
                    day={row.until}
                    note={about('until')?.words ?? null}
                    stops={about('until')?.stops ?? false}
                    onDay={(until) => change(row.key, { until })}
                  />
                </div>
                <Button
                  className={styles.remove}
                  size="small"
                  appearance="subtle"
                  icon={<DismissRegular />}
                  aria-label={t`Leave out ${fullName(pupil)}`}
                  onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                />
              </div>
            )
          })}
        </div>
      )}
      {isDoubtful && !isWrong && (
        <Checkbox
          checked={isSure}
          onChange={(_, { checked }) => setSure(checked === true)}
          label={t`I have read what is said beside the names; put them in all the same`}
        />
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={busy || rows.length === 0 || isWrong || (isDoubtful && !isSure)}
          onClick={() => void store()}
        >
          {rows.length === 0 ? t`Put in` : t`Put ${counted(rows.length, 'pupil')} in`}
        </Button>
        <Button disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
        {isWrong && <Text size={200}>{t`Put right what is said beside the names first.`}</Text>}
      </div>
    </section>
  )
}

/** Those with SEND first. */
const rank = ({ status }: Pupil) => (status === 'N' ? 1 : 0)
