import { t } from '../../words/t.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Notice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { fetchBeforehand } from '../../ui/shown.ts'
import { useWide } from '../../ui/useWide.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { useGo } from '../routes.ts'
import { type Column, sortedRows } from './columns.ts'
import { classesIn, type Filter, filterOf, isFiltered, queryOf, shownRows, totalsOf } from './filter.ts'
import { RegisterBar } from './RegisterBar.tsx'
import { RegisterGrid } from './RegisterGrid.tsx'
import { type Beside, type Row, rowsOf } from './rows.ts'
import { useSelection } from './selection.ts'
import { ViewBar } from './ViewBar.tsx'
import type { Leaving as Way } from './ViewMenu.tsx'

// What a list needs to leave the app is fetched when somebody asks for it.
const Leaving = lazy(async () => ({ default: (await import('./Leaving.tsx')).Leaving }))
// On a phone alone.
const RegisterList = lazy(async () => ({ default: (await import('./RegisterList.tsx')).RegisterList }))
const bulkBar = async () => ({ default: (await import('./bulk/BulkBar.tsx')).BulkBar })
const BulkBar = lazy(bulkBar)
fetchBeforehand(bulkBar)

const useStyles = makeStyles({
  foot: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, padding: '6px 2px' },
})

/**
 * The register: search and filters, the rows, what is done with those that are ticked, the totals. While the rest is
 * read, the rows of the first page stand there to be opened and nothing is done with many of them.
 */
export const Found = ({
  pupils,
  beside,
  query,
}: {
  pupils: readonly Stored<Pupil>[]
  /** Null while the rest is read: `pupils` are those of the first page. */
  beside: Beside | null
  query: URLSearchParams
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const wide = useWide(640)
  const selection = useSelection()
  const mayWrite = useMayWrite(Pupil)
  const [typed, setTyped] = useState('')
  const [leaving, setLeaving] = useState<Way | null>(null)
  const words = useDeferredValue(typed)
  const filter = filterOf(query)
  const address = queryOf(filter).toString()
  const change = (next: Filter) => go({ at: 'register', query: queryOf(next) }, true)
  const rows = useMemo(() => rowsOf(pupils, beside, today), [pupils, beside, today])
  const classes = useMemo(() => classesIn(rows), [rows])
  const shown = useMemo<Row[]>(
    () => shownRows(rows, filterOf(new URLSearchParams(address)), words),
    [rows, address, words],
  )
  if (pupils.length === 0 && beside) {
    return (
      <Notice
        title={t`Nobody is on the register yet`}
        todo={t`Import your pupils from an export of your MIS (SIMS, Arbor, Bromcom or a CTF file), or add one by hand.`}
        action={<Button appearance="primary" onClick={() => go({ at: 'import' })}>{t`Import pupils`}</Button>}
      />
    )
  }
  const chosen = sortedRows(
    rows.filter(({ pupil }) => selection.keys.has(pupil.key)),
    'name',
    false,
  ).map(({ pupil }) => pupil)
  const sort = (column: Column) =>
    change({ ...filter, sort: column, down: filter.sort === column && !filter.down })
  const Rows = wide ? RegisterGrid : RegisterList
  return (
    <>
      <RegisterBar filter={filter} typed={typed} classes={classes} onFilter={change} onTyped={setTyped}>
        <ViewBar
          filter={filter}
          empty={shown.length === 0 || !beside}
          onColumns={(columns) => change({ ...filter, columns })}
          onLeave={setLeaving}
        />
      </RegisterBar>
      {leaving && beside && (
        <Suspense fallback={null}>
          <Leaving
            leaving={leaving}
            shown={shown}
            rows={rows}
            needs={beside.needs}
            columns={filter.columns}
            onDone={() => setLeaving(null)}
          />
        </Suspense>
      )}
      {shown.length === 0 && beside ? (
        <Notice
          title={isFiltered(filter, typed) ? t`No pupil fits all of this` : t`No pupil has SEND on record`}
          todo={
            isFiltered(filter, typed)
              ? t`Take a filter away, or search for part of a name. Pupils without SEN are under “Everyone on roll”.`
              : t`Choose “Everyone on roll” to see all pupils and set their SEN status.`
          }
        />
      ) : (
        <Suspense>
          <Rows
            rows={shown}
            columns={filter.columns}
            sort={filter.sort}
            down={filter.down}
            selection={mayWrite && beside ? selection : null}
            onSort={sort}
          />
        </Suspense>
      )}
      {/* Under the rows: the one that is ticked next stays where it was. */}
      {chosen.length > 0 && (
        <Suspense>
          <BulkBar
            pupils={chosen}
            shown={shown.filter(({ pupil }) => selection.keys.has(pupil.key)).length}
            onClear={selection.clear}
          />
        </Suspense>
      )}
      <output className={styles.foot}>
        {beside ? totalsOf(shown, rows) : t`Reading the rest of the register, needs and review dates`}
      </output>
    </>
  )
}
