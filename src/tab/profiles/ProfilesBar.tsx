import { inWords, t } from '../../words/t.ts'
import { Button, makeStyles, SearchBox, ToggleButton } from '@fluentui/react-components'
import { useRef } from 'react'
import { yearGroupOrder, yearGroups } from '../../domain/rules/codes.ts'
import { useKeys } from '../../ui/keys.ts'
import { Chooser } from '../register/choosers.tsx'
import type { Filter } from './filter.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  search: { width: '300px', maxWidth: '100%', '@media (max-width: 480px)': { width: '100%' } },
})

/** Search and filters of the profiles, in words. `/` goes to the search. */
export const ProfilesBar = ({
  filter,
  typed,
  classes,
  mine,
  isMine,
  onTyped,
  onFilter,
}: {
  filter: Filter
  typed: string
  classes: readonly (readonly [code: string, name: string])[]
  /** The classes that the person is put down for, by name. */
  mine: readonly string[]
  isMine: boolean
  onTyped: (typed: string) => void
  onFilter: (filter: Filter) => void
}) => {
  const styles = useStyles()
  const search = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => search.current?.focus() }, true)
  return (
    <search className={styles.bar} aria-label={t`Find profiles`}>
      {mine.length > 0 && (
        <>
          <ToggleButton
            shape="circular"
            size="small"
            appearance={isMine ? 'primary' : 'outline'}
            checked={isMine}
            onClick={() => onFilter({ ...filter, classes: [], years: [], whose: 'mine' })}
          >
            {mine.length <= 3 ? t`My classes: ${mine.join(', ')}` : t`My ${mine.length} classes`}
          </ToggleButton>
          <ToggleButton
            shape="circular"
            size="small"
            appearance={isMine ? 'outline' : 'primary'}
            checked={!isMine}
            onClick={() => onFilter({ ...filter, whose: 'all' })}
          >{t`Everybody`}</ToggleButton>
        </>
      )}
      <SearchBox
        dismiss={{ 'aria-label': t`clear` }}
        input={{ ref: search }}
        className={styles.search}
        placeholder={t`Name, class, or what helps`}
        aria-label={t`Search the profiles`}
        value={typed}
        onChange={(_, { value }) => onTyped(value)}
      />
      <Chooser
        words={t`Class`}
        chosen={filter.classes}
        options={classes}
        onChosen={(chosen) => onFilter({ ...filter, classes: chosen, whose: null })}
      />
      <Chooser
        words={t`Year`}
        chosen={filter.years}
        options={yearGroupOrder.map((code) => [code, inWords(yearGroups[code])])}
        onChosen={(years) => onFilter({ ...filter, years, whose: null })}
      />
      {filter.classes.length + filter.years.length > 0 && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => onFilter({ ...filter, classes: [], years: [] })}
        >{t`Clear filters`}</Button>
      )}
    </search>
  )
}
