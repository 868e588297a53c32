import { inWords, t } from '../../../words/t.ts'
import {
  Button,
  Checkbox,
  Dropdown,
  Field as FluentField,
  makeStyles,
  Option,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Value } from '../../../domain/fields.ts'
import { fieldOf } from '../../../domain/record.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Control } from '../../../ui/controls/controls.tsx'

/** Fields of which the same can be true of many pupils. The SEN status has an act of its own, with its days. */
const bulkFields = [
  'className',
  'yearGroup',
  'keyAdult',
  'pupilPremium',
  'freeSchoolMeals',
  'lookedAfter',
  'careAuthority',
  'unit',
  'disability',
  'eal',
  'partTime',
  'localAuthority',
  'localAuthorityOfficer',
  'movesTo',
  'moves',
] as const satisfies readonly (keyof Pupil)[]
type BulkField = (typeof bulkFields)[number]

/** A field and what it is to be; nothing is written before it has a value, or is to be made blank on purpose. */
export type Chosen = {
  readonly name: BulkField
  readonly label: string
  readonly value: Value
  readonly blank: boolean
}
export const valuesOf = (chosen: readonly Chosen[]): Partial<Pupil> =>
  Object.fromEntries(
    chosen.flatMap(({ name, value, blank }): [string, Value][] =>
      blank ? [[name, null]] : value === null ? [] : [[name, value]],
    ),
  )

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '4px 12px' },
  field: { flexGrow: 1, minWidth: '220px', maxWidth: '360px' },
})

/** Which fields are to be changed, and to what. */
export const EditFields = ({
  pupils,
  chosen,
  onChosen,
}: {
  pupils: readonly Pupil[]
  chosen: readonly Chosen[]
  onChosen: (chosen: readonly Chosen[]) => void
}) => {
  const styles = useStyles()
  const left = bulkFields.filter((name) => !chosen.some((one) => one.name === name))
  const put = (name: BulkField, changes: Partial<Chosen>) =>
    onChosen(chosen.map((one) => (one.name === name ? { ...one, ...changes } : one)))
  return (
    <div className={styles.list}>
      {chosen.map(({ name, label, value, blank }) => (
        <div key={name} className={styles.line}>
          <FluentField label={label} className={styles.field}>
            <Control
              field={fieldOf(Pupil, name)}
              value={blank ? null : value}
              typed={null}
              readOnly={blank}
              options={[]}
              onValue={(next) => put(name, { value: next })}
              onWrong={() => put(name, { value: null })}
              onLeave={() => undefined}
            />
          </FluentField>
          <Checkbox
            label={t`Make it blank`}
            aria-label={t`Make ${label} blank`}
            checked={blank}
            onChange={(_, { checked }) => put(name, { blank: checked === true })}
          />
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={t`Leave ${label} as it is`}
            onClick={() => onChosen(chosen.filter((one) => one.name !== name))}
          />
        </div>
      ))}
      <FluentField label={chosen.length === 0 ? t`What is to be changed` : t`And`} className={styles.field}>
        <Dropdown
          placeholder={t`Choose a field`}
          selectedOptions={[]}
          value=""
          onOptionSelect={(_, { optionValue }) => {
            const name = bulkFields.find((one) => one === optionValue)
            if (!name) return
            onChosen([
              ...chosen,
              {
                name,
                label: inWords(fieldOf(Pupil, name).label),
                value: commonOf(pupils, name),
                blank: false,
              },
            ])
          }}
        >
          {left.map((name) => (
            <Option key={name} value={name}>
              {inWords(fieldOf(Pupil, name).label)}
            </Option>
          ))}
        </Dropdown>
      </FluentField>
    </div>
  )
}

/** What all of them have now, to begin with. */
const commonOf = (pupils: readonly Pupil[], name: BulkField): Value => {
  const first = pupils[0]?.[name] ?? null
  return pupils.every((pupil) => pupil[name] === first) ? first : null
}
