import { inWords, t } from '../../../words/t.ts'
import { Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import { date } from '../../../domain/fields.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { type YearGroup, yearGroupOrder, yearGroups } from '../../../domain/rules/codes.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { DateControl } from '../../../ui/controls/DateControl.tsx'
import { Personal } from '../../../ui/hiddenDetails.tsx'

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: '12px 20px', alignItems: 'flex-end' },
  boxes: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2, paddingLeft: '32px', maxWidth: '720px' },
})
const leavingField = date(t`Leaving date of the last year`)

/** Years that a school can end with. */
const lastYears = yearGroupOrder.filter((year) => year !== 'X' && year !== 'E1' && year !== 'E2')

export type Choices = {
  readonly last: YearGroup
  readonly leavingDay: Day | null
  readonly archiveLeavers: boolean
  /** Null: as is usual for the leaving day. */
  readonly withdraw: boolean | null
  readonly endStaff: boolean
}

/** Whether staff lose the profiles of those who leave: from the leaving day on, or as somebody chose. */
export const withdraws = (
  { withdraw, leavingDay, archiveLeavers }: Pick<Choices, 'withdraw' | 'leavingDay' | 'archiveLeavers'>,
  today: Day,
): boolean => archiveLeavers || (withdraw ?? (leavingDay !== null && leavingDay < today))

/** The choices of moving up: the school's last year, when it leaves, and what becomes of those who do. */
export const RollUpChoices = ({
  choices,
  seen,
  hasStaff,
  today,
  onChoose,
}: {
  choices: Choices
  /** Those who leave and of whom staff see a profile. */
  seen: readonly Pupil[]
  /** Somebody is put down for a class. */
  hasStaff: boolean
  today: Day
  onChoose: (choices: Choices) => void
}) => {
  const styles = useStyles()
  const [typedDay, setTypedDay] = useState<string | null>(null)
  const { last, leavingDay, archiveLeavers, endStaff } = choices
  const takesBack = withdraws(choices, today)
  const them = seen.length === 1 ? t`the profile` : t`the profiles`
  return (
    <>
      <div className={styles.fields}>
        <Field label={t`Last year group of the school`}>
          <Select
            value={last}
            onChange={(_, { value }) => onChoose({ ...choices, last: value as YearGroup })}
          >
            {lastYears.map((code) => (
              <option key={code} value={code}>
                {inWords(yearGroups[code])}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t`Leaving date of the last year`}>
          <DateControl
            field={leavingField}
            value={leavingDay}
            typed={typedDay}
            readOnly={false}
            options={[]}
            onValue={(value) => {
              setTypedDay(null)
              onChoose({ ...choices, leavingDay: typeof value === 'string' ? value : null })
            }}
            onWrong={(typed) => {
              setTypedDay(typed)
              onChoose({ ...choices, leavingDay: null })
            }}
            onLeave={() => undefined}
          />
        </Field>
      </div>
      <div className={styles.boxes}>
        <Checkbox
          label={t`Archive those who leave`}
          checked={archiveLeavers}
          onChange={(_, { checked }) => onChoose({ ...choices, archiveLeavers: checked === true })}
        />
        {seen.length > 0 && (
          <>
            <Checkbox
              label={t`Take back ${them} that staff see of ${counted(seen.length, 'leaver')}`}
              checked={takesBack}
              disabled={archiveLeavers}
              onChange={(_, { checked }) => onChoose({ ...choices, withdraw: checked === true })}
            />
            <Text size={200} className={styles.quiet}>
              <Personal>{seen.map(fullName).join(', ')}</Personal>.{' '}
              {archiveLeavers
                ? t`Whose record is archived is not shown to staff any more.`
                : takesBack
                  ? t`Staff lose ${them} at once; undoing the job brings back what they see.`
                  : t`Staff go on seeing ${them} until you withdraw ${seen.length === 1 ? 'it' : 'them'} under Profiles.`}
            </Text>
          </>
        )}
        {hasStaff && (
          <Checkbox
            label={t`End who is put down for classes on that day`}
            checked={endStaff}
            onChange={(_, { checked }) => onChoose({ ...choices, endStaff: checked === true })}
          />
        )}
      </div>
    </>
  )
}
