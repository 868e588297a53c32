import { test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('a link to what is archived, gone, elsewhere or cut short says so, and leads nowhere by itself', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const [review] = (await records.store(Review).all()).records
  const pupil = await records.store(Pupil).byKey(review!.pupil)
  await records.store(Review).archive(review!, 'Begun by mistake')
  await records.store(Pupil).archive(pupil, 'Left in July')

  await goTo(local, `pupil/${pupil.key}`)
  await frame.getByText('This pupil’s record is archived: Left in July.').waitFor()
  await goTo(local, `review/${review!.key}`)
  await frame.getByText('This review is archived.').waitFor()
  await goTo(local, `pupil/${newKey()}`)
  await frame.getByText('This record isn’t here any more').waitFor()
  // The pupil is Oakfield's: Northmoor knows nobody of this key.
  await goTo(local, `pupil/${pupil.key}`, 'northmoor')
  await frame.getByText('This record isn’t here any more').waitFor()
  await goTo(local, 'pupil/01ARZ3')
  await frame.getByText('This link leads nowhere').waitFor()
})
