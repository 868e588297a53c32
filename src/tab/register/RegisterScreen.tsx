import { t } from '../../words/t.ts'
import { Button, Skeleton, SkeletonItem, makeStyles } from '@fluentui/react-components'
import { useMemo, lazy, Suspense, useState } from 'react'
import { Need } from '../../domain/records/need.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useAll, useFirstPage } from '../../ui/records.ts'
import { useKeys } from '../../ui/keys.ts'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useReviewSettings } from '../../ui/useSchool.ts'
import { useMayAdd } from '../../ui/useMayAdd.ts'
import { Page } from '../Page.tsx'
import { useGo } from '../routes.ts'
import { filterOf, isOfPupils } from './filter.ts'
import { Found } from './Found.tsx'

const AddForm = lazy(async () => ({ default: (await import('../../ui/AddForm.tsx')).AddForm }))

const useStyles = makeStyles({
  skeleton: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '8px 0' },
})

const Shape = () => {
  const styles = useStyles()
  return (
    <Skeleton aria-label={t`Reading the register`} className={styles.skeleton}>
      {Array.from({ length: 12 }, (_, i) => (
        <SkeletonItem key={i} size={20} />
      ))}
    </Skeleton>
  )
}

/** Who has SEND in this school, and what is due for whom. */
export const RegisterScreen = ({ query }: { query: URLSearchParams }) => {
  const [adding, setAdding] = useState(false)
  const { go } = useGo()
  const pupils = useAll(Pupil)
  const needs = useAll(Need)
  const reviews = useAll(Review)
  const settings = useReviewSettings()
  const firstPage = useFirstPage(Pupil)
  const beside = useMemo(
    () =>
      needs.data && reviews.data && settings.data
        ? { needs: needs.data.records, reviews: reviews.data.records, settings: settings.data }
        : null,
    [needs.data, reviews.data, settings.data],
  )
  // What the pupils' own facts allow stands after one answer; what needs the rest waits for all of it.
  const isReading = [pupils, needs, reviews, settings].every(({ isError, data }) => data || !isError)
  const isWhole = pupils.data !== undefined && beside !== null
  const early = !isWhole && isReading && isOfPupils(filterOf(query)) ? (pupils.data ?? firstPage) : undefined
  const shut = pupils.isError && !pupils.data
  const mayWrite = useMayAdd(pupils.data?.records[0])
  const mayAdd = mayWrite && !adding && !shut && pupils.data !== undefined
  useKeys(mayAdd ? { n: () => setAdding(true) } : {})
  return (
    <Page
      title={t`Register`}
      fill
      actions={mayAdd && <Button size="small" onClick={() => setAdding(true)}>{t`Add a pupil`}</Button>}
    >
      {adding && (
        <Suspense>
          <AddForm
            type={Pupil}
            title={t`Add a pupil`}
            given={{}}
            fields={['forename', 'surname', 'dateOfBirth', 'upn', 'yearGroup', 'className', 'status']}
            onStored={({ key }) => go({ at: 'pupil', key, section: 'details' })}
            onClose={() => setAdding(false)}
          />
        </Suspense>
      )}
      <Loaded queries={early ? [] : [pupils, needs, reviews, settings]} shape={<Shape />}>
        {() => (
          <>
            <Unreadable listings={[pupils.data, needs.data, reviews.data].flatMap((list) => list ?? [])} />
            <Found pupils={(early ?? pupils.data)!.records} beside={early ? null : beside} query={query} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
