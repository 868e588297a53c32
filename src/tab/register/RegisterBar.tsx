import { Button, makeStyles, SearchBox, ToggleButton } from '@fluentui/react-components'
import { useRef } from 'react'
import { needTypes, senStatuses, yearGroupOrder, yearGroups } from '../../domain/rules/codes.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chooser, ColumnChooser } from './choosers.tsx'
import { type Filter, isFiltered } from './filter.ts'

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
  end: { marginLeft: 'auto' },
})

/** Search and filters of the register, in words. `/` goes to the search. */
export const RegisterBar = ({
  filter,
  typed,
  withColumns,
  onFilter,
  onTyped,
}: {
  filter: Filter
  typed: string
  withColumns: boolean
  onFilter: (filter: Filter) => void
  onTyped: (typed: string) => void
}) => {
  const styles = useStyles()
  const search = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => search.current?.focus() })
  return (
    <search className={styles.bar} aria-label="Find pupils">
      <SearchBox
        input={{ ref: search }}
        className={styles.search}
        placeholder="Name, UPN, class or need"
        aria-label="Search the register"
        value={typed}
        onChange={(_, { value }) => onTyped(value)}
      />
      <div className={styles.chips}>
        <Chooser
          words="Year"
          chosen={filter.years}
          options={yearGroupOrder.map((code) => [code, yearGroups[code]])}
          onChosen={(years) => onFilter({ ...filter, years })}
        />
        <Chooser
          words="SEN status"
          chosen={filter.statuses}
          options={Object.entries(senStatuses)}
          onChosen={(statuses) => onFilter({ ...filter, statuses })}
        />
        <Chooser
          words="Primary need"
          chosen={filter.needs}
          options={Object.entries(needTypes)}
          onChosen={(needs) => onFilter({ ...filter, needs })}
        />
        <ToggleButton
          shape="circular"
          size="small"
          checked={filter.overdue}
          appearance={filter.overdue ? 'primary' : 'outline'}
          onClick={() => onFilter({ ...filter, overdue: !filter.overdue })}
        >
          Review overdue
        </ToggleButton>
        <ToggleButton
          shape="circular"
          size="small"
          checked={filter.everyone}
          appearance={filter.everyone ? 'primary' : 'outline'}
          onClick={() => onFilter({ ...filter, everyone: !filter.everyone })}
        >
          Everyone on roll
        </ToggleButton>
        {isFiltered(filter, typed) && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              onTyped('')
              onFilter({ ...filter, years: [], statuses: [], needs: [], overdue: false })
            }}
          >
            Clear filters
          </Button>
        )}
      </div>
      {withColumns && (
        <span className={styles.end}>
          <ColumnChooser filter={filter} onFilter={onFilter} />
        </span>
      )}
    </search>
  )
}
