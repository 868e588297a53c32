import { entriesInWords, inWords, t } from '../../words/t.ts'
import { Button, makeStyles, SearchBox, ToggleButton } from '@fluentui/react-components'
import { type ReactNode, useRef } from 'react'
import { needTypes, senStatuses, yearGroupOrder, yearGroups } from '../../domain/rules/codes.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chooser } from './choosers.tsx'
import { type Filter, isFiltered, type Mark, marks, unfiltered } from './filter.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    alignItems: 'center',
    '& > button': { flexShrink: 0 },
    // On a phone the filters stay on one line that is pushed sideways, so that the pupils have the room.
    '@media (max-width: 640px)': {
      flexWrap: 'nowrap',
      overflowX: 'auto',
      margin: '0 -12px',
      padding: '2px 12px',
      width: 'calc(100% + 24px)',
      boxSizing: 'border-box',
      scrollbarWidth: 'none',
    },
  },
  search: { width: '300px', maxWidth: '100%', flexGrow: 0, '@media (max-width: 480px)': { width: '100%' } },
  end: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', '@media (max-width: 640px)': { margin: 0 } },
})

/** Search and filters of the register, in words. `/` goes to this search, wherever else there is one. */
export const RegisterBar = ({
  filter,
  typed,
  classes,
  onFilter,
  onTyped,
  children,
}: {
  filter: Filter
  typed: string
  /** Codes and names. */
  classes: readonly (readonly [code: string, name: string])[]
  onFilter: (filter: Filter) => void
  onTyped: (typed: string) => void
  /** What can be done with the view, at the end. */
  children: ReactNode
}) => {
  const styles = useStyles()
  const search = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => search.current?.focus() }, true)
  return (
    <search className={styles.bar} aria-label={t`Find pupils`}>
      <SearchBox
        dismiss={{ 'aria-label': t`clear` }}
        input={{ ref: search }}
        className={styles.search}
        placeholder={t`Name, UPN, class or need`}
        aria-label={t`Search the register`}
        value={typed}
        onChange={(_, { value }) => onTyped(value)}
      />
      <div className={styles.chips}>
        <Chooser
          words={t`Year`}
          chosen={filter.years}
          options={yearGroupOrder.map((code) => [code, inWords(yearGroups[code])])}
          onChosen={(years) => onFilter({ ...filter, years })}
        />
        {classes.length > 0 && (
          <Chooser
            words={t`Class`}
            chosen={filter.classes}
            options={classes}
            onChosen={(chosen) => onFilter({ ...filter, classes: chosen })}
          />
        )}
        <Chooser
          words={t`SEN status`}
          chosen={filter.statuses}
          options={entriesInWords(senStatuses)}
          onChosen={(statuses) => onFilter({ ...filter, statuses })}
        />
        <Chooser
          words={t`Need`}
          chosen={filter.needs}
          options={entriesInWords(needTypes)}
          onChosen={(needs) => onFilter({ ...filter, needs })}
        />
        <Chooser
          words={t`More`}
          chosen={filter.marks}
          options={Object.entries(marks).map(([mark, { words }]) => [mark, words])}
          onChosen={(chosen) => onFilter({ ...filter, marks: chosen as Mark[] })}
        />
        <ToggleButton
          shape="circular"
          size="small"
          checked={filter.overdue}
          appearance={filter.overdue ? 'primary' : 'outline'}
          onClick={() => onFilter({ ...filter, overdue: !filter.overdue })}
        >{t`Review overdue`}</ToggleButton>
        <ToggleButton
          shape="circular"
          size="small"
          checked={filter.everyone}
          appearance={filter.everyone ? 'primary' : 'outline'}
          onClick={() => onFilter({ ...filter, everyone: !filter.everyone })}
        >{t`Everyone on roll`}</ToggleButton>
        {isFiltered(filter, typed) && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              onTyped('')
              onFilter(unfiltered(filter))
            }}
          >{t`Clear filters`}</Button>
        )}
      </div>
      <span className={styles.end}>{children}</span>
    </search>
  )
}
