import { inWords, t } from '../../../words/t.ts'
import {
  Button,
  Field as FluentField,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArchiveRegular, DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { schoolWeekdays, Slot } from '../../../domain/records/slot.ts'
import { addDays, showDay } from '../../../domain/rules/day.ts'
import type { Clash } from '../../../domain/rules/timetableClashes.ts'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { Personal, useHiddenDetails } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { useServices } from '../../../ui/services.tsx'
import { useArchive } from '../../../ui/useArchive.ts'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import type { Person } from './useTimetable.ts'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px 16px 16px',
    maxWidth: '900px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'end' },
  who: { minWidth: '220px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** A clash in words, as seen from one of its two times. */
const ClashLine = ({
  clash,
  slot,
  slots,
  pupils,
}: {
  clash: Clash
  slot: Stored<Slot>
  slots: readonly Stored<Slot>[]
  pupils: ReadonlyMap<string, Stored<Pupil>>
}) => {
  const other = slots.find(({ key }) => key !== slot.key && clash.slots.includes(key))
  const pupil = clash.is === 'pupil' ? pupils.get(clash.who) : undefined
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {clash.is === 'staff' ? clash.who : pupil ? <Personal>{fullName(pupil)}</Personal> : t`A pupil`}{' '}
        {t`also has ${other ? t`${other.what} at ${other.starts}, ${other.minutes} min` : t`another time`}`}
        {clash.until && t`, until ${showDay(clash.until)}`}
      </MessageBarBody>
    </MessageBar>
  )
}

/** One time in the week: what it meets, who comes, who gives it, and its form. */
export const SlotCard = ({
  slot,
  slots,
  clashes,
  coming,
  pupils,
  people,
  onClose,
}: {
  slot: Stored<Slot>
  slots: readonly Stored<Slot>[]
  clashes: readonly Clash[]
  /** Keys of the pupils who come. */
  coming: readonly string[]
  pupils: ReadonlyMap<string, Stored<Pupil>>
  people: readonly Person[]
  onClose: () => void
}) => {
  const styles = useStyles()
  const card = useRef<HTMLElement>(null)
  const mayWrite = useMayWrite(Slot)
  const today = useServices().today()
  const { hidden } = useHiddenDetails()
  const act = useRecordAct(Slot, slot)
  const { archive, trouble } = useArchive(Slot)
  useEffect(() => card.current?.focus(), [])
  const names = coming.flatMap((key) => pupils.get(key) ?? []).map(fullName)
  return (
    <section ref={card} tabIndex={-1} className={styles.card} aria-label={t`A time in the week`}>
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" style={{ margin: 0 }}>
          {slot.what}: {inWords(schoolWeekdays[slot.weekday])} {slot.starts}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={t`Close this time`}
          onClick={onClose}
        />
      </div>
      {clashes.map((clash) => (
        <ClashLine
          key={`${clash.who}${clash.slots.join()}`}
          clash={clash}
          slot={slot}
          slots={slots}
          pupils={pupils}
        />
      ))}
      <Text className={styles.quiet}>
        {names.length === 0
          ? t`Nobody comes to it yet.`
          : t`Comes: ${hidden ? t`${names.length} pupils` : names.join(', ')}.`}
      </Text>
      {mayWrite && people.length > 0 && (
        <div className={styles.row}>
          <FluentField label={t`Give it to`} className={styles.who}>
            <TypeAhead
              options={people.map(({ name, userPrincipalName }) => ({
                key: name,
                text: userPrincipalName ? `${name} · ${userPrincipalName}` : t`${name} · no sign-in address`,
              }))}
              value={null}
              required
              readOnly={act.busy}
              onChosen={(name) => {
                const person = people.find((one) => one.name === name)
                if (person)
                  void act.doIt({
                    words: t`Give`,
                    said: t`${slot.what} is given by ${person.name}`,
                    changes: () => ({
                      staff: person.name,
                      userPrincipalName: person.userPrincipalName,
                      role: person.role ?? slot.role,
                    }),
                  })
              }}
            />
          </FluentField>
        </div>
      )}
      {(act.trouble ?? trouble) && <TroubleNotice trouble={(act.trouble ?? trouble)!} />}
      <RecordForm
        type={Slot}
        record={slot}
        history
        groups={[
          { fields: ['weekday', 'starts', 'minutes', 'everyWeeks', 'from', 'until'] },
          { fields: ['what', 'staff', 'userPrincipalName', 'role', 'place'] },
        ]}
      />
      {mayWrite && (slot.until === null || slot.until >= today) && (
        <div>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArchiveRegular />}
            onClick={() => {
              onClose()
              // What was planned until now stays planned: the log of it is held against it.
              if (slot.from < today)
                void act.doIt({
                  words: t`Take out of the week`,
                  said: t`${slot.what} is out of the week from today; what was planned before stays`,
                  changes: (day) => ({ until: addDays(day, -1) }),
                })
              else void archive(slot, 'Taken out of the timetable')
            }}
          >{t`Take this time out of the week`}</Button>
        </div>
      )}
    </section>
  )
}
