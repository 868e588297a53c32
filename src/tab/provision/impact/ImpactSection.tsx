import { t } from '../../../words/t.ts'
import { Button, Link, Skeleton, SkeletonItem } from '@fluentui/react-components'
import { lazy, Suspense, useMemo } from 'react'
import { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { Allocation } from '../../../domain/records/allocation.ts'
import { Goal } from '../../../domain/records/goal.ts'
import { Group } from '../../../domain/records/group.ts'
import { Provision } from '../../../domain/records/provision.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { Rate } from '../../../domain/records/rate.ts'
import { Score } from '../../../domain/records/score.ts'
import { Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { useCalendar } from '../../../ui/useCalendar.ts'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useGo } from '../../routes.ts'
import { Analyses } from './Analyses.tsx'
import { askedOf, queryOf } from './asked.ts'

const ImportScores = lazy(async () => ({ default: (await import('./import/ImportScores.tsx')).ImportScores }))

const importing = {
  at: 'provision',
  section: 'impact',
  query: new URLSearchParams({ view: 'import' }),
} as const

/** What support changed in the whole school, and where scores for it come in from a file. */
export const ImpactSection = ({ query }: { query: URLSearchParams }) => {
  const { href } = useGo()
  if (query.get('view') !== 'import') return <Whole query={query} />
  return (
    <>
      <div>
        <Link href={href({ at: 'provision', section: 'impact' })}>{t`Back to what support changed`}</Link>
      </div>
      <Suspense fallback={null}>
        <ImportScores />
      </Suspense>
    </>
  )
}

/** Across groups, for pupils with and without SEND, and for its price. */
const Whole = ({ query }: { query: URLSearchParams }) => {
  const { go, href } = useGo()
  const asked = useMemo(() => askedOf(query), [query])
  const lists = [
    useAll(Pupil),
    useAll(Allocation),
    useAll(Group),
    useAll(Provision),
    useAll(Score),
    useAll(AssessmentTool),
    useAll(Goal),
    useAll(Rate),
    useCalendar(),
  ] as const
  return (
    <Loaded
      queries={lists}
      shape={
        <Skeleton aria-label={t`Reading scores`}>
          <SkeletonItem size={64} />
          <SkeletonItem style={{ height: '260px', marginTop: '12px' }} />
        </Skeleton>
      }
    >
      {(pupils, allocations, groups, provisions, scores, tools, goals, rates, calendar) => (
        <>
          <Unreadable listings={[pupils, allocations, groups, provisions, scores, tools, goals, rates]} />
          {scores.records.length === 0 ? (
            <Notice
              title={t`No scores yet`}
              todo={t`Charts of what support changed stand here once there are scores: import them, or enter them on a pupil’s Progress page.`}
              action={
                tools.records.length === 0 ? (
                  <Button
                    as="a"
                    appearance="primary"
                    href={href({ at: 'school', section: 'tools' })}
                  >{t`Say which tools you use`}</Button>
                ) : (
                  <Button as="a" appearance="primary" href={href(importing)}>{t`Import scores`}</Button>
                )
              }
            />
          ) : (
            <Analyses
              asked={asked}
              importHref={href(importing)}
              onAsked={(next) => go({ at: 'provision', section: 'impact', query: queryOf(next) }, true)}
              given={{
                pupils: pupils.records,
                allocations: allocations.records,
                groups: groups.records,
                calendar,
                provisions: provisions.records,
                scores: scores.records,
                tools: tools.records,
                goals: goals.records,
                rates: rates.records,
              }}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
