import { entriesInWords, inWords, t } from '../../../words/t.ts'
import { Button, Field, makeStyles, SearchBox } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { date } from '../../../domain/fields.ts'
import { Disclosure, purposes } from '../../../domain/records/disclosure.ts'
import { DateControl } from '../../../ui/controls/DateControl.tsx'
import { useKeys } from '../../../ui/keys.ts'
import { Chooser } from '../../register/choosers.tsx'
import { type LogFilter, noFilter } from './logRows.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  search: { width: '300px', maxWidth: '100%', '@media (max-width: 480px)': { width: '100%' } },
  day: {
    display: 'grid',
    gridTemplateColumns: 'auto 186px',
    columnGap: '8px',
    alignItems: 'center',
    '@media (max-width: 640px)': { gridTemplateColumns: '40px 186px' },
  },
})
const fields = { from: date(t`From`), until: date(t`To`) }

/** Search and filters of the log. What is typed stays in the page. */
export const LogBar = ({
  filter,
  onFilter,
}: {
  filter: LogFilter
  onFilter: (filter: LogFilter) => void
}) => {
  const styles = useStyles()
  const search = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => search.current?.focus() }, true)
  const [wrong, setWrong] = useState<Partial<Record<'from' | 'until', { typed: string; why: string }>>>({})
  const day = (name: 'from' | 'until') => (
    <Field
      label={inWords(fields[name].label)}
      orientation="horizontal"
      className={styles.day}
      {...(wrong[name]
        ? {
            validationState: 'warning' as const,
            validationMessage: t`${wrong[name].why}. Until then it narrows nothing.`,
          }
        : {})}
    >
      <DateControl
        field={fields[name]}
        value={filter[name]}
        typed={wrong[name]?.typed ?? null}
        readOnly={false}
        options={[]}
        onValue={(value) => {
          setWrong({ ...wrong, [name]: undefined })
          onFilter({ ...filter, [name]: value })
        }}
        onWrong={(typed, why) => {
          setWrong({ ...wrong, [name]: { typed, why } })
          onFilter({ ...filter, [name]: null })
        }}
        onLeave={() => undefined}
      />
    </Field>
  )
  const narrowed = { ...filter, pupil: null }
  return (
    <search className={styles.bar} aria-label={t`Find in the log`}>
      <SearchBox
        dismiss={{ 'aria-label': t`clear` }}
        input={{ ref: search }}
        className={styles.search}
        placeholder={t`Pupil, person, what or why`}
        aria-label={t`Search the log`}
        value={filter.words}
        onChange={(_, { value }) => onFilter({ ...filter, words: value })}
      />
      <Chooser
        words={t`What`}
        chosen={filter.did}
        options={entriesInWords(Disclosure.fields.did.choices)}
        onChosen={(did) => onFilter({ ...filter, did })}
      />
      <Chooser
        words={t`Why`}
        chosen={filter.purposes}
        options={entriesInWords(purposes)}
        onChosen={(chosen) => onFilter({ ...filter, purposes: chosen })}
      />
      {day('from')}
      {day('until')}
      {(wrong.from || wrong.until || JSON.stringify(narrowed) !== JSON.stringify(noFilter)) && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            setWrong({})
            onFilter({ ...noFilter, pupil: filter.pupil })
          }}
        >{t`Clear filters`}</Button>
      )}
    </search>
  )
}
