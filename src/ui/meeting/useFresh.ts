import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { useServices } from '../services.tsx'

/** How often what others mark is read: milliseconds. */
const every = 45_000

/**
 * Reads a review's records again every so often while its meeting is looked at, so that the tab on the wall and the
 * pane beside the document show the same meeting.
 */
export const useFresh = ({ review, pupil }: Pick<ReviewFile, 'review' | 'pupil'>, looked = true): void => {
  const client = useQueryClient()
  const { school } = useServices()
  useEffect(() => {
    if (!looked) return
    const keys = [review.key, pupil.key]
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden' || !navigator.onLine) return
      void client.invalidateQueries({
        queryKey: ['records', school.id],
        predicate: ({ queryKey }) => {
          const about = queryKey[3] as { readonly value?: string } | null
          return keys.includes(about?.value ?? '')
        },
      })
    }, every)
    return () => clearInterval(timer)
  }, [client, school.id, review.key, pupil.key, looked])
}
