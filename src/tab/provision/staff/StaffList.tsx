import { inWords, t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import type { Stored } from '../../../domain/record.ts'
import { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { staffRoles } from '../../../domain/rules/codes.ts'
import { type Day, showDay } from '../../../domain/rules/day.ts'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useServices } from '../../../ui/services.tsx'

const parts = [t`Here now`, t`Still to come`, t`Gone`] as const
const partOf = ({ from, until }: SupportStaff, today: Day) =>
  until && until < today ? parts[2] : from > today ? parts[1] : parts[0]
const hoursOf = ({ hours, supportHours }: SupportStaff): string =>
  hours === null
    ? t`Hours not said`
    : supportHours === null || supportHours === hours
      ? t`${hours} h a week`
      : t`${hours} h a week, ${supportHours} for support`
const trainedIn = ({ trained }: SupportStaff): string => trained?.split('\n').filter(Boolean).join(', ') ?? ''

const fields = [
  { fields: ['name', 'userPrincipalName', 'role', 'from', 'until'] },
  { title: t`Hours`, fields: ['hours', 'supportHours', 'weeks'] },
  { fields: ['trained', 'notes'] },
]

/** Everybody who gives support: hours, dates and training. */
export const StaffList = ({ staff }: { staff: readonly Stored<SupportStaff>[] }) => {
  const today = useServices().today()
  const rows = staff.toSorted(
    (a, b) =>
      parts.indexOf(partOf(a, today)) - parts.indexOf(partOf(b, today)) ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
  return (
    <RecordCards
      type={SupportStaff}
      records={rows}
      part={(one) => partOf(one, today)}
      summary={(one) => (
        <TwoLines
          first={one.name}
          second={[inWords(staffRoles[one.role]), trainedIn(one)].filter(Boolean).join(' · ')}
        />
      )}
      aside={(one) => (
        <Text size={200}>
          {hoursOf(one)}
          {one.until ? t` · until ${showDay(one.until)}` : ''}
        </Text>
      )}
      groups={fields}
      add={{
        words: t`Add a member of staff`,
        given: { from: today, role: 'ta' },
        fields: ['name', 'userPrincipalName', 'role', 'hours', 'supportHours', 'from'],
      }}
      empty={{
        title: t`No staff yet`,
        todo: t`Enter who gives support and for how many hours a week. Then hours bought can be set against hours used, and cover can be found.`,
      }}
    />
  )
}
