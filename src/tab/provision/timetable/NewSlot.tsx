import { t } from '../../../words/t.ts'
import { Button, Field as FluentField, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { Slot } from '../../../domain/records/slot.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import type { Person, Purpose } from './useTimetable.ts'

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
  buttons: { display: 'flex', gap: '8px' },
})

/** What the time is for and who gives it; then the day and hour, with the rest filled in. */
export const NewSlot = ({
  purposes,
  people,
  begun,
  onMade,
  onClose,
}: {
  purposes: readonly Purpose[]
  people: readonly Person[]
  /** The key of the group or line to begin with. */
  begun: string | null
  onMade: (key: string) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const [chosen, setChosen] = useState(begun)
  const [who, setWho] = useState<string | null>(null)
  const [isSettled, setSettled] = useState(false)
  const purpose = purposes.find(({ key }) => key === chosen)
  const person = people.find(({ name }) => name === (who ?? purpose?.given.staff))
  if (purpose && isSettled)
    return (
      <AddForm
        key={`${purpose.key}${who}`}
        type={Slot}
        title={t`Put it into the week`}
        given={{
          ...purpose.given,
          staff: person?.name ?? purpose.given.staff ?? null,
          userPrincipalName: person?.userPrincipalName ?? purpose.given.userPrincipalName ?? null,
          role: purpose.given.role ?? person?.role ?? null,
        }}
        fields={['weekday', 'starts', 'minutes', 'everyWeeks', 'from', 'until', 'what', 'place']}
        onStored={({ key }) => onMade(key)}
        onClose={onClose}
      />
    )
  return (
    <section className={styles.part} aria-label={t`New time in the week`}>
      <FluentField label={t`For which group or pupil`} required>
        <TypeAhead options={purposes} value={chosen} required readOnly={false} onChosen={setChosen} />
      </FluentField>
      <FluentField
        label={t`Who gives it`}
        hint={
          purpose?.given.staff && !who
            ? t`${purpose.given.staff}, as the ${purpose.given.group ? 'group' : 'line'} has it`
            : t`From support staff and class staff, with the address that they sign in with`
        }
      >
        <TypeAhead
          options={people.map(({ name, userPrincipalName }) => ({
            key: name,
            text: userPrincipalName ? `${name} · ${userPrincipalName}` : t`${name} · no sign-in address`,
          }))}
          value={who}
          required={false}
          readOnly={false}
          onChosen={setWho}
        />
      </FluentField>
      {purpose?.given.allocation && (
        <Text
          size={200}
        >{t`All staff can read what a time is called. Its first words say what is given and never who for: keep it so.`}</Text>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={!purpose}
          onClick={() => setSettled(true)}
        >{t`Go on to day and time`}</Button>
        <Button onClick={onClose}>{t`Cancel`}</Button>
      </div>
    </section>
  )
}
