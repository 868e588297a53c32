import { useQuery } from '@tanstack/react-query'
import type { Stored } from '../../domain/record.ts'
import { ContactAnswer } from '../../domain/records/contactAnswer.ts'
import { answerFor, mayGoTo, type Restricted } from '../../domain/rules/contactAnswers.ts'
import type { Listing } from '../../graph/storeTypes.ts'
import { orNone } from '../orNone.ts'
import { aboutOf } from '../records.ts'
import { useServices } from '../services.tsx'

/** What was answered about the contact restrictions of a pupil; none where the school has no list for it yet. */
export const useContactAnswers = (pupil: string) => {
  const services = useServices()
  return useQuery({
    queryKey: aboutOf(services, ContactAnswer, 'pupil', pupil).queryKey,
    queryFn: (): Promise<Listing<ContactAnswer>> =>
      orNone(services.records.store(ContactAnswer).about('pupil', pupil)),
  })
}

/** Whether a kind of letter may go to people of one review, by what was answered. Until that is read, nothing may go. */
export const useMayGo = (pupil: string, review: string | null, what: string) => {
  const answers = useContactAnswers(pupil).data?.records ?? []
  return {
    mayGo: (to: Restricted): boolean => mayGoTo(answers, to, what, review),
    answerTo: (to: Restricted): Stored<ContactAnswer> | null => answerFor(answers, to, what, review),
  }
}
