import { inWords, t } from '../../../words/t.ts'
import { Button, Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { fullName } from '../../../domain/records/pupil.ts'
import { needTypes, yearGroups } from '../../../domain/rules/codes.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import type { Choosable } from './useFamilies.ts'

/** By what a list of families is narrowed; '' is everybody. */
export type Narrowing = {
  readonly status: '' | 'K' | 'E'
  readonly year: string
  readonly className: string
  readonly need: string
  readonly talks: '' | 'owed'
}
export const everybody: Narrowing = { status: '', year: '', className: '', need: '', talks: '' }

export const narrowed = (all: readonly Choosable[], by: Narrowing): readonly Choosable[] =>
  all.filter(
    ({ pupil, needs, talks }) =>
      (by.status === '' || pupil.status === by.status) &&
      (by.year === '' || pupil.yearGroup === by.year) &&
      (by.className === '' || pupil.className === by.className) &&
      (by.need === '' || (needs as readonly string[]).includes(by.need)) &&
      (by.talks === '' || talks === 'overdue' || talks === 'due'),
  )

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  field: { minWidth: 'min(180px, 100%)' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    maxHeight: '320px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '4px',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
})

/** Which families are written to: narrowed first, then each can be left out by hand. */
export const ChooseFamilies = ({
  all,
  by,
  onBy,
  off,
  onOff,
}: {
  all: readonly Choosable[]
  by: Narrowing
  onBy: (by: Narrowing) => void
  /** Keys of pupils that were taken out by hand. */
  off: ReadonlySet<string>
  onOff: (off: ReadonlySet<string>) => void
}) => {
  const styles = useStyles()
  const shown = narrowed(all, by)
  const among = <T extends string>(of: (one: Choosable) => readonly (T | null)[]): T[] =>
    [...new Set(all.flatMap(of))].flatMap((one) => (one === null ? [] : [one])).toSorted()
  const pick = (
    name: keyof Narrowing,
    label: string,
    entries: readonly (readonly [string, string])[],
    none = t`All`,
  ) => (
    <Field label={label} size="small" className={styles.field}>
      <Select value={by[name]} onChange={(_, { value }) => onBy({ ...by, [name]: value })}>
        <option value="">{none}</option>
        {entries.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
  const years = Object.keys(yearGroups) as (keyof typeof yearGroups)[]
  const there = new Set(all.map(({ pupil }) => pupil.yearGroup))
  return (
    <>
      <div className={styles.fields}>
        {pick('status', t`SEN status`, [
          ['K', t`SEN support`],
          ['E', t`EHC plan`],
        ])}
        {pick(
          'year',
          t`Year group`,
          years.filter((year) => there.has(year)).map((year) => [year, inWords(yearGroups[year])]),
        )}
        {pick(
          'className',
          t`Class`,
          among(({ pupil }) => [pupil.className]).map((name) => [name, name]),
        )}
        {pick(
          'need',
          t`Need`,
          among(({ needs }) => needs).map((type) => [type, inWords(needTypes[type])]),
        )}
        {pick('talks', t`Conversation of the year`, [['owed', t`Due or overdue`]])}
      </div>
      <div className={styles.row}>
        <Text>{t`${shown.filter(({ pupil }) => !off.has(pupil.key)).length} of ${all.length} pupils`}</Text>
        <Button
          size="small"
          onClick={() =>
            onOff(new Set([...off].filter((key) => !shown.some(({ pupil }) => pupil.key === key))))
          }
        >{t`Tick all of these`}</Button>
        <Button
          size="small"
          onClick={() => onOff(new Set([...off, ...shown.map(({ pupil }) => pupil.key)]))}
        >{t`Untick all of these`}</Button>
      </div>
      <div className={styles.list} role="group" aria-label={t`Pupils whose families are written to`}>
        {shown.map(({ pupil }) => (
          <Checkbox
            key={pupil.key}
            checked={!off.has(pupil.key)}
            onChange={(_, { checked }) => {
              const next = new Set(off)
              if (checked === true) next.delete(pupil.key)
              else next.add(pupil.key)
              onOff(next)
            }}
            label={
              <>
                <Personal>{fullName(pupil)}</Personal>
                {pupil.className && ` · ${pupil.className}`}
              </>
            }
          />
        ))}
      </div>
    </>
  )
}
