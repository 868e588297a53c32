import { t } from '../../../words/t.ts'
import { Button, Checkbox, Field as FluentField, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { latest } from '../../../domain/rules/day.ts'
import { joinDoubts } from '../../../domain/rules/groupJoin.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { lineOf, useJoin } from '../../provision/groups/joining.ts'
import { DayField, dayIs } from '../../provision/shared/DayField.tsx'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    maxWidth: '860px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px' },
})

/** Puts this pupil into a group that runs or is to begin. */
export const JoinGroup = ({
  pupil,
  lines,
  groups,
  outcome,
  need,
  onClose,
}: {
  pupil: Stored<Pupil>
  /** The pupil's own lines. */
  lines: readonly Stored<Allocation>[]
  groups: readonly Stored<Group>[]
  outcome: string | null
  need: string | null
  onClose: () => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const { join, busy, trouble, nextKey } = useJoin()
  const [key] = useState(nextKey)
  const [chosen, setChosen] = useState<string | null>(null)
  const [from, setFrom] = useState(dayIs(null))
  const [until, setUntil] = useState(dayIs(null))
  const [isSure, setSure] = useState(false)
  const group = groups.find((one) => one.key === chosen)
  const doubts = group ? joinDoubts({ from: from.value, until: until.value }, group, lines, groups) : []
  const isWrong = from.complaint !== null || until.complaint !== null || doubts.some(({ stops }) => stops)
  const about = (field: string) => doubts.find((doubt) => doubt.field === field)
  const store = async () => {
    const done = await join(
      [
        {
          key,
          record: {
            ...lineOf(group!, { pupil: pupil.key, from: from.value, until: until.value }),
            outcome,
            need,
          },
        },
      ],
      `Put into ${group!.name}`,
    )
    if (done.has(key)) onClose()
  }
  return (
    <section className={styles.part} aria-label={t`Put into a group`}>
      <FluentField
        label={t`Group`}
        required
        validationState={about('pupil') ? (about('pupil')!.stops ? 'error' : 'warning') : 'none'}
        validationMessage={about('pupil')?.words ?? null}
      >
        <TypeAhead
          options={groups
            .filter((one) => !one.until || one.until >= today)
            .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB', { numeric: true }))
            .map((one) => ({ key: one.key, text: one.name }))}
          value={chosen}
          required
          readOnly={busy}
          onChosen={(next) => {
            setChosen(next)
            setSure(false)
            const found = groups.find((one) => one.key === next)
            if (found) setFrom(dayIs(latest(found.from, today)))
          }}
        />
      </FluentField>
      {group && (
        <>
          <div className={styles.row}>
            <DayField
              name="from"
              label={t`From`}
              day={from}
              note={about('from')?.words ?? null}
              stops={about('from')?.stops ?? false}
              onDay={setFrom}
            />
            <DayField
              name="until"
              label={t`Until (blank: as the group)`}
              day={until}
              note={about('until')?.words ?? null}
              stops={about('until')?.stops ?? false}
              onDay={setUntil}
            />
          </div>
          <Text
            size={200}
          >{t`Sessions, minutes, weeks and adult are the group’s unless this line says otherwise.`}</Text>
        </>
      )}
      {doubts.length > 0 && !isWrong && (
        <Checkbox
          checked={isSure}
          onChange={(_, { checked }) => setSure(checked === true)}
          label={t`I have read what is said here; put the pupil in all the same`}
        />
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={busy || !group || isWrong || (doubts.length > 0 && !isSure)}
          onClick={() => void store()}
        >{t`Put in`}</Button>
        <Button disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
