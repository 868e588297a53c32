import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import { useDeferredValue, useMemo, useState } from 'react'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { AddForm } from '../../ui/AddForm.tsx'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useReviewSettings } from '../../ui/useSchool.ts'
import { useWide } from '../../ui/useWide.ts'
import { useMayWrite } from '../../ui/writeAccess.ts'
import { Page } from '../Page.tsx'
import { useGo } from '../routes.ts'
import { type Filter, filterOf, isFiltered, queryOf, shownRows, totalsOf } from './filter.ts'
import { BulkBar } from './bulk/BulkBar.tsx'
import { RegisterBar } from './RegisterBar.tsx'
import { RegisterGrid } from './RegisterGrid.tsx'
import { RegisterList } from './RegisterList.tsx'
import { type Column, type Row, rowsOf } from './rows.ts'
import { useSelection } from './selection.ts'

const useStyles = makeStyles({
  foot: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, padding: '6px 2px' },
  skeleton: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '8px 0' },
})

const Shape = () => {
  const styles = useStyles()
  return (
    <Skeleton aria-label="Reading the register" className={styles.skeleton}>
      {Array.from({ length: 12 }, (_, i) => (
        <SkeletonItem key={i} size={20} />
      ))}
    </Skeleton>
  )
}

/** Who has SEND in this school, and what is due for whom. */
export const RegisterScreen = ({ query }: { query: URLSearchParams }) => {
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const { go } = useGo()
  const wide = useWide(640)
  const filter = filterOf(query)
  const change = (next: Filter) => go({ at: 'register', query: queryOf(next) }, true)
  const pupils = useAll(Pupil)
  const needs = useAll(Need)
  const reviews = useAll(Review)
  const settings = useReviewSettings()
  const shut = pupils.isError && !pupils.data
  const mayAdd = useMayWrite(Pupil) && !adding && !shut
  useKeys(mayAdd ? { n: () => setAdding(true) } : {})
  return (
    <Page
      title="Register"
      fill
      actions={
        mayAdd && (
          <Button size="small" onClick={() => setAdding(true)}>
            Add a pupil
          </Button>
        )
      }
    >
      {adding && (
        <AddForm
          type={Pupil}
          title="Add a pupil"
          given={{}}
          fields={['forename', 'surname', 'dateOfBirth', 'upn', 'yearGroup', 'className', 'status']}
          onStored={({ key }) => go({ at: 'pupil', key, section: 'details' })}
          onClose={() => setAdding(false)}
        />
      )}
      {!shut && (
        <RegisterBar filter={filter} typed={typed} withColumns={wide} onFilter={change} onTyped={setTyped} />
      )}
      <Loaded queries={[pupils, needs, reviews, settings]} shape={<Shape />}>
        {(pupilList, needList, reviewList, reviewSettings) => (
          <>
            <Unreadable listings={[pupilList, needList, reviewList]} />
            <Found
              pupils={pupilList.records}
              needs={needList.records}
              reviews={reviewList.records}
              settings={reviewSettings}
              filter={filter}
              typed={typed}
              wide={wide}
              onFilter={change}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Found = ({
  pupils,
  needs,
  reviews,
  settings,
  filter,
  typed,
  wide,
  onFilter,
}: {
  pupils: Parameters<typeof rowsOf>[0]
  needs: Parameters<typeof rowsOf>[1]
  reviews: Parameters<typeof rowsOf>[2]
  settings: Parameters<typeof rowsOf>[3]
  filter: Filter
  typed: string
  wide: boolean
  onFilter: (filter: Filter) => void
}) => {
  const styles = useStyles()
  const { go } = useGo()
  const today = useServices().today()
  const selection = useSelection()
  const mayWrite = useMayWrite(Pupil)
  const words = useDeferredValue(typed)
  const address = queryOf(filter).toString()
  const rows = useMemo(
    () => rowsOf(pupils, needs, reviews, settings, today),
    [pupils, needs, reviews, settings, today],
  )
  const shown = useMemo<Row[]>(
    () => shownRows(rows, filterOf(new URLSearchParams(address)), words),
    [rows, address, words],
  )
  if (pupils.length === 0) {
    return (
      <Notice
        title="Nobody is on the register yet"
        todo="Import your pupils from an export of your MIS (SIMS, Arbor, Bromcom or a CTF file), or add one by hand."
        action={
          <Button appearance="primary" onClick={() => go({ at: 'import' })}>
            Import pupils
          </Button>
        }
      />
    )
  }
  const chosen = rows.filter(({ pupil }) => selection.keys.has(pupil.key)).map(({ pupil }) => pupil)
  const sort = (column: Column) =>
    onFilter({ ...filter, sort: column, down: filter.sort === column && !filter.down })
  return (
    <>
      {shown.length === 0 ? (
        <Notice
          title={isFiltered(filter, typed) ? 'No pupil fits all of this' : 'No pupil has SEND on record'}
          todo={
            isFiltered(filter, typed)
              ? 'Take a filter away, or search for part of a name. Pupils without SEN are under “Everyone on roll”.'
              : 'Choose “Everyone on roll” to see all pupils and set their SEN status.'
          }
        />
      ) : wide ? (
        <RegisterGrid
          rows={shown}
          columns={filter.columns}
          sort={filter.sort}
          down={filter.down}
          selection={mayWrite ? selection : null}
          onSort={sort}
        />
      ) : (
        <RegisterList rows={shown} />
      )}
      {/* Under the rows: the one that is ticked next stays where it was. */}
      {chosen.length > 0 && (
        <BulkBar
          pupils={chosen}
          shown={shown.filter(({ pupil }) => selection.keys.has(pupil.key)).length}
          onClear={selection.clear}
        />
      )}
      <output className={styles.foot}>{totalsOf(shown, rows)}</output>
    </>
  )
}
