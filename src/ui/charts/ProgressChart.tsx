import { t } from '../../words/t.ts'
import { Skeleton, SkeletonItem } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { Day } from '../../domain/rules/day.ts'
import type { TickKind } from './chartScales.ts'
import type { Better, ChartSeries } from './chartTypes.ts'

export type ProgressProps = {
  readonly title: string
  readonly series: readonly ChartSeries[]
  /** What is counted, such as `standardised score` or `months`. */
  readonly unit: string
  /** A value as people read it on this scale. */
  readonly show?: (value: number) => string
  /** What is counted; ages are in months. */
  readonly ticks?: TickKind
  readonly target?: { readonly value: number; readonly by?: Day | null } | null
  /** A straight line from where it began to what was expected by a day. */
  readonly expected?: {
    readonly from: { readonly day: Day; readonly value: number }
    readonly until: { readonly day: Day; readonly value: number }
  } | null
  /** Which way is better on this scale; higher unless said. */
  readonly better?: Better
  readonly note?: string
  /** What stands there while nothing was measured. */
  readonly empty?: string
  /** Heading level of the title; 3 unless said. */
  readonly level?: 2 | 3 | 4
  readonly onPaper?: boolean
}

const Drawn = lazy(async () => ({ default: (await import('./DrawnProgress.tsx')).DrawnProgress }))

/**
 * A pupil’s progress on one tool: what was measured and its intervals, the target, and what was expected. Summary and
 * table are made from the same points. One series for each number of the tool; scales that differ go into charts of
 * their own. What draws it is loaded when the first is shown.
 */
export const ProgressChart = (props: ProgressProps) => (
  <Suspense
    fallback={
      <Skeleton aria-label={t`Drawing the chart`}>
        <SkeletonItem style={{ height: '260px' }} />
      </Skeleton>
    }
  >
    <Drawn {...props} />
  </Suspense>
)
