import { t } from '../../../words/t.ts'
import { Button, Field as FluentField, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { Group } from '../../../domain/records/group.ts'
import type { Provision } from '../../../domain/records/provision.ts'
import { type Day, addDays } from '../../../domain/rules/day.ts'
import { endOfHalfTerm, type SchoolCalendar } from '../../../domain/rules/schoolCalendar.ts'
import type { StaffRole } from '../shared/roles.ts'
import { AddForm } from '../../../ui/AddForm.tsx'
import { TypeAhead } from '../../../ui/controls/TypeAhead.tsx'
import { provisionOptions } from '../../pupil/options.ts'

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
})

const roleOf: Partial<Record<NonNullable<Provision['usualRole']>, StaffRole>> = {
  ta: 'ta',
  hlta: 'hlta',
  teacher: 'teacher',
  external: 'external',
}

/** A last day where the provision says how many weeks it usually runs: those weeks, and what a half-term takes. */
const usualEnd = (provision: Provision, from: Day, calendar: SchoolCalendar): Day | null =>
  provision.weeks === null
    ? endOfHalfTerm(calendar, from)
    : addDays(from, Math.round(provision.weeks) * 7 - 3)

/** Which provision first; then the group with what is usual for it filled in. */
export const NewGroup = ({
  provisions,
  groups,
  calendar,
  today,
  begun,
  onMade,
  onClose,
}: {
  provisions: readonly Stored<Provision>[]
  groups: readonly Stored<Group>[]
  calendar: SchoolCalendar
  today: Day
  /** The key of the provision to begin with. */
  begun: string | null
  onMade: (key: string) => void
  onClose: () => void
}) => {
  const styles = useStyles()
  const [chosen, setChosen] = useState(begun)
  const provision = provisions.find(({ key }) => key === chosen)
  if (!provision)
    return (
      <section className={styles.part} aria-label={t`New group`}>
        <FluentField label={t`Of which provision`}>
          <TypeAhead
            options={provisionOptions(provisions.filter(({ offered }) => offered !== false))}
            value={null}
            required
            readOnly={false}
            onChosen={setChosen}
          />
        </FluentField>
        <Text>{t`What is usual for it is then filled in: sessions, minutes, weeks, who.`}</Text>
        <div>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </div>
      </section>
    )
  const count = groups.filter((one) => one.provision === provision.key).length
  return (
    <AddForm
      key={provision.key}
      type={Group}
      title={t`Make the group`}
      given={{
        provision: provision.key,
        name: t`${provision.name}, group ${count + 1}`,
        from: today,
        until: usualEnd(provision, today, calendar),
        sessionsPerWeek: provision.sessionsPerWeek,
        minutes: provision.minutes,
        weeks: provision.weeks,
        role: provision.usualRole ? (roleOf[provision.usualRole] ?? null) : null,
      }}
      fields={[
        'name',
        'from',
        'until',
        'sessionsPerWeek',
        'minutes',
        'weeks',
        'role',
        'staff',
        'place',
        'size',
      ]}
      onStored={({ key }) => onMade(key)}
      onClose={onClose}
    />
  )
}
