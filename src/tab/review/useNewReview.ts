import { useRef, useState } from 'react'
import { type Trouble, troubleOf } from '../../domain/problem.ts'
import type { AnyRecordType } from '../../domain/record.ts'
import { Contributor } from '../../domain/records/contributor.ts'
import { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import { ProvisionReview } from '../../domain/records/provisionReview.ts'
import { Review } from '../../domain/records/review.ts'
import type { Written } from '../../graph/storeTypes.ts'
import { usePutStored } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { type About, type NewReview, newReview } from './newReview.ts'

type State =
  | { readonly is: 'ready' }
  | { readonly is: 'storing'; readonly done: number; readonly of: number }
  | { readonly is: 'stopped'; readonly trouble: Trouble }

/** Stores a new review and its rows. What was stored before it stopped is not stored again by a second click. */
export const useNewReview = () => {
  const { records, now } = useServices()
  const put = usePutStored()
  const planned = useRef<NewReview | null>(null)
  const [state, setState] = useState<State>({ is: 'ready' })

  const keep = (type: AnyRecordType, written: readonly Written<unknown>[]) => {
    for (const row of written) {
      if (row.outcome === 'refused') throw row.problem
      put(type, row.record)
    }
  }
  /** The key of the new review, or null where it could not all be stored. */
  const make = async (about: About): Promise<string | null> => {
    planned.current ??= newReview(about, now().getTime())
    const { review, contributors, progress, provision } = planned.current
    const of = 1 + contributors.length + progress.length + provision.length
    const say = (before: number) => (done: number) => setState({ is: 'storing', done: before + done, of })
    say(0)(0)
    try {
      put(Review, await records.store(Review).create(review.record, review.key))
      keep(Contributor, await records.store(Contributor).createMany(contributors, say(1)))
      keep(
        OutcomeProgress,
        await records.store(OutcomeProgress).createMany(progress, say(1 + contributors.length)),
      )
      keep(
        ProvisionReview,
        await records.store(ProvisionReview).createMany(provision, say(of - provision.length)),
      )
      planned.current = null
      setState({ is: 'ready' })
      return review.key
    } catch (thrown) {
      setState({ is: 'stopped', trouble: troubleOf(thrown) })
      return null
    }
  }
  return { make, state }
}
