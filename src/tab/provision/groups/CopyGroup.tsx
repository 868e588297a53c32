import { t } from '../../../words/t.ts'
import {
  Button,
  Checkbox,
  Field as FluentField,
  Input,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import type { Slot } from '../../../domain/records/slot.ts'
import type { SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useGo } from '../../routes.ts'
import { DayField, dayIs } from '../shared/DayField.tsx'
import { copyKey, nextTerm } from './groupCopy.ts'
import { useCopyGroup } from './useCopyGroup.ts'

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'start' },
  name: { flexGrow: 1, minWidth: '200px', maxWidth: '420px' },
})

/** Runs a group again: the same provision, times and adults, with those of its pupils who are chosen. */
export const CopyGroup = ({
  group,
  members,
  groups,
  pupils,
  calendar,
  slots,
  onClose,
}: {
  group: Stored<Group>
  /** Lines of those who are in it. */
  members: readonly Stored<Allocation>[]
  /** All groups: whether the copy is there already. */
  groups: readonly Stored<Group>[]
  pupils: readonly Stored<Pupil>[]
  calendar: SchoolCalendar
  /** Its times in the week. */
  slots: readonly Stored<Slot>[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const { today } = useServices()
  const { go } = useGo()
  const { take, busy, trouble } = useCopyGroup(group, members)
  const next = nextTerm(group, calendar, today())
  const [name, setName] = useState(`${group.name}, ${next.name?.toLowerCase() ?? 'again'}`.slice(0, 120))
  const [from, setFrom] = useState(dayIs(next.from))
  const [until, setUntil] = useState(dayIs(next.until))
  const keys = [...new Set(members.map(({ pupil }) => pupil))]
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(keys))
  const [hasTimes, setTimes] = useState(slots.length > 0)
  const wrong =
    from.value === null
      ? { field: 'from', words: t`From needs a date` }
      : until.value !== null && until.value < from.value
        ? { field: 'until', words: t`Until is before from` }
        : null
  // A copy that failed midway, or that somebody else has begun.
  const begun = from.value && groups.find(({ key }) => key === copyKey(group.key, from.value!))
  const store = async () => {
    const copy = await take({
      name: name.trim(),
      from: from.value!,
      until: until.value,
      pupils: keys.filter((key) => chosen.has(key)),
      slots: hasTimes ? slots : [],
    })
    if (!copy) return
    onClose()
    go({ at: 'provision', section: 'groups', about: copy.key })
  }
  return (
    <section className={styles.part} aria-label={t`Copy to the next term`}>
      <div className={styles.row}>
        <FluentField
          label={t`Name`}
          className={styles.name}
          required
          validationState={name.trim() === '' ? 'error' : 'none'}
          validationMessage={name.trim() === '' ? t`The copy needs a name` : null}
        >
          <Input value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
        </FluentField>
        <DayField
          name="from"
          label={t`From`}
          day={from}
          note={wrong?.field === 'from' ? wrong.words : null}
          stops
          onDay={setFrom}
        />
        <DayField
          name="until"
          label={t`Until`}
          day={until}
          note={wrong?.field === 'until' ? wrong.words : null}
          stops
          onDay={setUntil}
        />
      </div>
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend>{t`Who goes on`}</legend>
        <div className={styles.row}>
          {keys.map((key) => {
            const pupil = pupils.find((one) => one.key === key)
            return (
              pupil && (
                <Checkbox
                  key={key}
                  checked={chosen.has(key)}
                  label={<Personal>{fullName(pupil)}</Personal>}
                  onChange={(_, { checked }) => {
                    const nextChosen = new Set(chosen)
                    if (checked) nextChosen.add(key)
                    else nextChosen.delete(key)
                    setChosen(nextChosen)
                  }}
                />
              )
            )
          })}
          {keys.length === 0 && t`Nobody is in it: the copy begins empty.`}
        </div>
      </fieldset>
      {slots.length > 0 && (
        <Checkbox
          checked={hasTimes}
          onChange={(_, { checked }) => setTimes(checked === true)}
          label={t`Copy its ${counted(slots.length, 'time')} in the week too`}
        />
      )}
      {begun && (
        <Text role="status">{t`A copy that begins on that day is there already: ${begun.name}. The button puts in whom and what it lacks, and doubles nothing. For a second copy choose another day.`}</Text>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={
            busy ||
            wrong !== null ||
            name.trim() === '' ||
            from.complaint !== null ||
            until.complaint !== null
          }
          onClick={() => void store()}
        >
          {begun ? t`Go on with the copy` : t`Copy with ${counted(chosen.size, 'pupil')}`}
        </Button>
        <Button disabled={busy} onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
