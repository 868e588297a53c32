import { expect } from 'vitest'
import { duties } from '../../src/domain/duties/index.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Review } from '../../src/domain/records/review.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import {
  provisionSections,
  pupilSections,
  recordsSections,
  type Route,
  schoolSections,
} from '../../src/tab/routes.ts'
import { type StepName, stepNames, stepPlace } from '../../src/tab/review/path/steps.ts'
import { blockNames } from '../../src/ui/review/blocks.ts'
import { goTo, type Local } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

/** The records that a walk through every place looks at: one pupil with a plan, their review, and a published profile. */
export type Keys = { readonly pupil: string; readonly review: string; readonly profile: string }

/** Every place of the tab: a new one in `Route` has no place here until somebody gives it one. */
export const placesAt: { readonly [At in Route['at']]: (keys: Keys) => readonly string[] } = {
  home: () => [''],
  today: () => ['today'],
  register: () => ['register'],
  census: () => ['census'],
  reconcile: () => ['reconcile'],
  reviews: () => ['reviews', 'reviews?view=board', 'reviews?view=calendar', 'reviews?view=planner'],
  live: ({ review }) => [`live/${review}`],
  provision: () => provisionSections.map((section) => `provision/${section}`),
  duties: () => [
    ...duties.map(({ place, name }) => `${place}/${name}`),
    ...['with/conversations', 'with/notes'],
  ],
  sessions: () => ['sessions'],
  concerns: () => ['concerns'],
  trust: () => ['trust'],
  import: () => ['import'],
  forms: () => ['forms'],
  school: () => schoolSections.map((section) => `school/${section}`),
  profiles: () => ['profiles'],
  profile: ({ profile }) => [`profiles/${profile}`],
  records: () => recordsSections.map((section) => `records/${section}`),
  pupil: ({ pupil }) => pupilSections.map((section) => `pupil/${pupil}/${section}`),
  review: ({ review }) => [
    ...Object.keys(stepNames).map((step) => `review/${review}/${stepPlace(step as StepName)}`),
    ...Object.keys(blockNames).map((block) => `review/${review}/${block}`),
  ],
  nowhere: () => ['no-such-place'],
}

/** Keys of records that the made-up school has. */
export const keysIn = async (local: Local): Promise<Keys> => {
  const records = recordsOf(local)
  const [reviews, profiles, published] = await Promise.all([
    records.store(Review).all(),
    records.store(Profile).all(),
    records.store(StaffProfile).all(),
  ])
  const told = new Set(profiles.records.map(({ pupil }) => pupil))
  const review = reviews.records.find(({ pupil, stage }) => told.has(pupil) && stage === 'meetingHeld')!
  return { pupil: review.pupil, review: review.key, profile: published.records[0]!.key }
}

/**
 * Goes to a place, says why where that is asked, and waits until nothing loads: no shape of what comes, no spinner.
 * Answers whether it was asked why.
 */
export const arriveAt = async (local: Local, place: string): Promise<boolean> => {
  const { frame, page } = local
  let wasAsked = false
  await goTo(local, place)
  // The address is read in a task of its own, and drawn in the frame after it.
  await frame
    .locator('body')
    .evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn))))
  await frame.locator('main h1').first().waitFor({ state: 'attached' })
  // In English, and in the made-up language of the emulator.
  const asked = frame
    .getByRole('region', { name: /^W(hy are you|hŷ àré ŷôü)/ })
    .getByRole('button')
    .first()
  const loading = frame.locator('main [aria-busy="true"], main .fui-Spinner, main .fui-Skeleton')
  await expect
    .poll(async () => {
      if ((await asked.count()) > 0) {
        wasAsked = true
        await asked.click()
        // Nothing under the pointer looks as the rest does.
        await page.mouse.move(0, 0)
      }
      return (await asked.count()) + (await loading.count())
    })
    .toBe(0)
  return wasAsked
}
