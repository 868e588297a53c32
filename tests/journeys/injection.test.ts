import { expect, onTestFinished, test } from 'vitest'
import { type AnyRecordType, check, fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import type { Loose } from '../../src/graph/rows.ts'
import type { Store } from '../../src/graph/storeTypes.ts'
import { pupilSections, recordsSections } from '../../src/tab/routes.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const whole = `"'><img src=x data-planted onerror="window.planted=1"><script>window.planted=1</script>{{7*7}}\${7*7}`
const short = `<b data-planted>`
const script = `javascript:window.planted=1//`

/** Puts markup into every text of the rows that belong to a pupil, and of some others of every list. */
const plant = async (local: Local, pupil: string, review: string): Promise<void> => {
  const records = recordsOf(local)
  for (const type of recordTypes) {
    const store = records.store(type as AnyRecordType) as unknown as Store<Loose>
    if (!(await records.mayRead(type.audience))) continue
    const { records: rows } = await store.all()
    const near = rows.filter((row) =>
      [row['pupil'], row['review'], row.key].some((key) => key === pupil || key === review),
    )
    const texts = fieldsOf(type).filter(([, { kind }]) => kind === 'text' || kind === 'longText')
    const changes = Object.fromEntries(
      texts.map(([name, field]) => {
        const room = field.kind === 'text' ? field.max : 60_000
        return [
          name,
          /email|telephone/i.test(name)
            ? script.slice(0, room)
            : room >= whole.length
              ? whole
              : short.slice(0, room),
        ]
      }),
    )
    const done = await store.updateMany(
      [...near, ...rows.slice(0, 3)].map((stored) => ({
        stored,
        changes: takenBy(type as AnyRecordType, stored, changes),
      })),
    )
    // A row that was chosen twice is changed once.
    expect(done.some(({ outcome }) => outcome === 'stored') || rows.length === 0, type.name).toBe(true)
  }
}

/** Without the fields that a record's own rules want in another shape, such as times of day or a photo's address. */
const takenBy = (
  type: AnyRecordType,
  row: Loose,
  changes: Record<string, string>,
): Record<string, string> => {
  const refused = check(type, { ...row, ...changes }).filter(({ field }) => field in changes)
  if (refused.length === 0) return changes
  const left = Object.entries(changes).filter(([name]) => !refused.some(({ field }) => field === name))
  return takenBy(type, row, Object.fromEntries(left))
}

const shows = (local: Local): Promise<boolean> =>
  local.frame.locator('body').evaluate((body) => {
    const typed = [...body.querySelectorAll('input, textarea')] as HTMLInputElement[]
    return [(body as HTMLElement).innerText, ...typed.map(({ value }) => value)].some((text) =>
      text.includes('data-planted'),
    )
  })
/** Nothing is awaited any more: what waits says so after 300 ms. */
const settled = async ({ page, frame }: Local): Promise<void> => {
  await page.waitForTimeout(500)
  await expect.poll(() => frame.locator('[aria-busy="true"]').count()).toBe(0)
}

const planted = (local: Local): Promise<string[]> =>
  local.frame
    .locator('body')
    .evaluate((body) => [
      ...('planted' in window ? ['a script ran'] : []),
      ...[...body.querySelectorAll('[data-planted]')].map((element) => element.outerHTML.slice(0, 80)),
      ...[...body.querySelectorAll('a[href^="javascript:" i], iframe, object, embed')].map((element) =>
        element.outerHTML.slice(0, 80),
      ),
    ])

test(
  'markup that stands in any text of any list is shown as text on every screen, and runs nowhere',
  { timeout: 180_000 },
  async () => {
    const local = await openLocal({ page: 'teams' })
    onTestFinished(() => local.close())
    await goTo(local, 'register')
    await local.frame.getByRole('table', { name: 'SEND register' }).getByRole('row').nth(2).waitFor()
    const records = recordsOf(local)
    const [review] = (await records.store(Review).all()).records.filter(
      ({ stage }) => stage === 'meetingHeld',
    )
    const pupil = await records.store(Pupil).byKey(review!.pupil)
    await plant(local, pupil.key, review!.key)
    const must = [
      'provision',
      `review/${review!.key}`,
      ...['thread', 'details', 'needs', 'outcomes'].map((section) => `pupil/${pupil.key}/${section}`),
    ]
    const places = [
      'today',
      'register',
      ...pupilSections.map((section) => `pupil/${pupil.key}/${section}`),
      `review/${review!.key}`,
      'reviews',
      'provision',
      'profiles',
      ...recordsSections.map((section) => `records/${section}`),
      'school',
      'import',
    ]
    await local.page.reload()
    // The tab is framed after the page around it has loaded; before that there is no address to change.
    await local.frame.getByRole('main').waitFor()
    for (const place of places) {
      await goTo(local, place)
      await local.frame.getByRole('main').waitFor()
      if (must.includes(place))
        await expect
          .poll(
            async () => {
              // Only a wait that acts lets the question be answered why the record is opened.
              await local.frame.getByRole('main').waitFor()
              return shows(local)
            },
            { message: place },
          )
          .toBe(true)
      else await settled(local)
      expect(await planted(local), place).toEqual([])
    }
  },
)
