import { Pupil } from '../domain/records/pupil.ts'
import { Review } from '../domain/records/review.ts'
import type { Stored } from '../domain/record.ts'
import { normaliseUpn } from '../domain/rules/upn.ts'
import type { OpenSchool } from './openSchools.ts'
import { notFound } from './stop.ts'

const names = (schools: readonly OpenSchool[]) => schools.map(({ school }) => school.name).join(' or ')

/** The pupil with a UPN and the school that knows them. Throws Stop, exit 2, where no school does. */
export const findPupil = async (
  schools: readonly OpenSchool[],
  upn: string,
): Promise<{ at: OpenSchool; pupil: Stored<Pupil> }> => {
  const wanted = normaliseUpn(upn)
  for (const at of schools) {
    const { records } = await at.connection.records.store(Pupil).about('upn', wanted)
    const [pupil, other] = records.filter(({ archived }) => !archived)
    if (other) throw notFound(`More than one pupil at ${at.school.name} has this UPN: put that right first.`)
    if (pupil) return { at, pupil }
  }
  throw notFound(`No pupil at ${names(schools)} has this UPN.`)
}

/** Newest first: those with a meeting by its day, then those without. */
const newestFirst = (a: Stored<Review>, b: Stored<Review>) =>
  (b.meetingDate ?? '').localeCompare(a.meetingDate ?? '') || b.key.localeCompare(a.key)

/** The review that is meant: the one with a key, else the pupil's newest; with `any`, of the first pupil who has one. */
export const findReview = async (
  schools: readonly OpenSchool[],
  pupil: string,
  key: string | undefined,
): Promise<{ at: OpenSchool; review: Stored<Review> }> => {
  const found = pupil === 'any' ? await firstWithReview(schools) : await reviewsOf(schools, pupil)
  const reviews = found.reviews.filter(({ archived }) => !archived).toSorted(newestFirst)
  const review = key === undefined ? reviews[0] : reviews.find((each) => each.key === key)
  if (!review)
    throw notFound(
      key === undefined ? 'This pupil has no review yet.' : 'This pupil has no review with that key.',
    )
  return { at: found.at, review }
}

const reviewsOf = async (schools: readonly OpenSchool[], upn: string) => {
  const { at, pupil } = await findPupil(schools, upn)
  const { records } = await at.connection.records.store(Review).about('pupil', pupil.key)
  return { at, reviews: records }
}

const firstWithReview = async (schools: readonly OpenSchool[]) => {
  for (const at of schools) {
    const { records } = await at.connection.records.store(Review).all()
    const held = records.filter(({ meetingDate }) => meetingDate !== null)
    const first = (held.length > 0 ? held : records).map(({ pupil }) => pupil).toSorted()[0]
    if (first !== undefined) return { at, reviews: records.filter(({ pupil }) => pupil === first) }
  }
  throw notFound(`No pupil at ${names(schools)} has a review.`)
}
