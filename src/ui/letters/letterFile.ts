import { blank, type Kept, type Stored } from '../../domain/record.ts'
import type { Contact } from '../../domain/records/contact.ts'
import type { DateLimit } from '../../domain/records/dateLimit.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Review } from '../../domain/records/review.ts'
import type { School } from '../../domain/records/school.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'

const keptOf = ({
  key,
  id,
  etag,
  archived,
  archivedReason,
  createdAt,
  createdBy,
  modifiedAt,
  modifiedBy,
}: Kept): Kept => ({
  key,
  id,
  etag,
  archived,
  archivedReason,
  createdAt,
  createdBy,
  modifiedAt,
  modifiedBy,
})

/** What a letter stands on that is of no review: the pupil, the school and whom to write to; nothing else is in it. */
export const letterFile = (
  known: {
    readonly school: Stored<School> | null
    readonly schoolName: string
    readonly pupil: Stored<Pupil>
    readonly contacts: readonly Stored<Contact>[]
    readonly limits?: readonly Stored<DateLimit>[]
  },
  of: Kept,
): ReviewFile => ({
  limits: [],
  ...known,
  needs: [],
  outcomes: [],
  allocations: [],
  provisions: [],
  review: {
    ...blank(Review, { pupil: known.pupil.key, type: 'annual', stage: 'planning' }),
    ...keptOf(of),
  },
  previousReview: null,
  previousActions: [],
  contributors: [],
  progress: [],
  provisionReviews: [],
  sectionChanges: [],
  actions: [],
  views: [],
})
