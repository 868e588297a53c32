import { entriesInWords, t } from '../../../words/t.ts'
import { Button, makeStyles, SearchBox } from '@fluentui/react-components'
import { useRef } from 'react'
import { Provision } from '../../../domain/records/provision.ts'
import { areasOfNeed } from '../../../domain/rules/codes.ts'
import { type Level, levelWords } from '../../../domain/rules/levels.ts'
import { useKeys } from '../../../ui/keys.ts'
import { Chooser } from '../../register/choosers.tsx'
import { type CatalogueFilter, noFilter } from './catalogueFilter.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  search: { width: '260px', maxWidth: '100%', '@media (max-width: 480px)': { width: '100%' } },
})

/** Search and filters over kinds of provision, in the school's own names of levels. */
export const CatalogueBar = ({
  label,
  filter,
  levels,
  onFilter,
}: {
  label: string
  filter: CatalogueFilter
  levels: readonly Level[]
  onFilter: (filter: CatalogueFilter) => void
}) => {
  const styles = useStyles()
  const search = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => search.current?.focus() }, true)
  const { areas, lines, typed } = filter
  const isAny = filter.levels.length + areas.length + lines.length > 0 || typed !== ''
  return (
    <search className={styles.bar} aria-label={label}>
      <SearchBox
        dismiss={{ 'aria-label': t`clear` }}
        input={{ ref: search }}
        className={styles.search}
        placeholder={t`A word of it`}
        aria-label={t`${label}: search`}
        value={typed}
        onChange={(_, { value }) => onFilter({ ...filter, typed: value })}
      />
      <Chooser
        words={t`Level`}
        chosen={filter.levels}
        options={levels.map((one) => [one.level, levelWords(one)])}
        onChosen={(chosen) => onFilter({ ...filter, levels: chosen })}
      />
      <Chooser
        words={t`Area of need`}
        chosen={areas}
        options={entriesInWords(areasOfNeed)}
        onChosen={(chosen) => onFilter({ ...filter, areas: chosen })}
      />
      <Chooser
        words={t`Kind`}
        chosen={lines}
        options={entriesInWords(Provision.fields.line.choices)}
        onChosen={(chosen) => onFilter({ ...filter, lines: chosen })}
      />
      {isAny && (
        <Button size="small" appearance="subtle" onClick={() => onFilter(noFilter)}>{t`Show all`}</Button>
      )}
    </search>
  )
}
