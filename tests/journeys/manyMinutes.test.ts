import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Review } from '../../src/domain/records/review.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const school = 'northmoor'

test('the minutes of every review in the list are made, stopped, made again and downloaded as one file', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'reviews', school)
  const these = frame.getByRole('button', { name: /^Minutes of these \d+$/ })
  const count = Number(/\d+/.exec((await these.textContent())!)![0])
  expect(count).toBeGreaterThan(20)
  // A school far from its records: there is time to think again.
  const slow = '**/graph/**'
  await page.route(slow, async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.continue().catch(() => {})
  })
  await these.click()
  const card = frame.getByRole('region', { name: /^Minutes of \d+ reviews$/ })
  await card.getByRole('button', { name: `Make ${count} files` }).click()
  await card.getByText('Reading the records').waitFor()
  await card.getByRole('button', { name: 'Cancel' }).click()
  await card.waitFor({ state: 'detached' })
  await page.unroute(slow)

  await these.click()
  await card.getByRole('button', { name: `Make ${count} files` }).click()
  await card.getByText(/^\d+ files ready$/).waitFor({ timeout: 60_000 })
  await local.shot('many-minutes')
  expect(await seriousOn(local)).toEqual([])
  const ready = Number(/\d+/.exec((await card.getByText(/files ready$/).textContent())!)![0])
  await card.getByRole('button', { name: `Download ${ready} as one file` }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), forWhom(local)])
  const path = join(await mkdtemp(join(tmpdir(), 'many-')), 'many.zip')
  await download.saveAs(path)
  const files = unzipSync(new Uint8Array(await readFile(path)))
  await rm(path)
  const names = Object.keys(files)
  expect(names).toHaveLength(ready)
  // Initials, a day and the end of a key: no child's name in the name of a file.
  for (const name of names)
    expect(name).toMatch(/^[\p{L}]{2} (\d{4}-\d\d-\d\d|no date) [0-9A-Z]{6}( v\d+)?\.docx$/u)
  const { records } = await recordsOf(local, school).store(Review).all()
  const known = new Set(records.map(({ key }) => key))
  const reviews = Object.values(files).map((bytes) => {
    const identity = strFromU8(unzipSync(bytes)['customXml/item1.xml']!)
    return /name="review">([0-9A-Z]{26})</.exec(identity)![1]!
  })
  expect(new Set(reviews).size).toBe(ready)
  for (const review of reviews) expect(known.has(review)).toBe(true)
  await card.getByText(/^Downloaded as Minutes/).waitFor()
  await expect
    .poll(
      async () => {
        const rows = await recordsOf(local, school).store(Disclosure).all()
        return new Set(
          rows.records
            .filter(({ did, what }) => did === 'downloaded' && what === 'Review minutes')
            .map(({ pupil }) => pupil),
        ).size
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(20)
})
