import { expect, test } from 'vitest'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Publication } from '../../src/domain/records/publication.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { helpsBefore } from '../../src/emulator/seed/words/profileWords.ts'
import { pupilSections, recordsSections } from '../../src/tab/routes.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

/** Many places, one after another, on a machine that may have other work. */
const patience = 180_000

const settled = async ({ frame }: Local): Promise<void> => {
  await frame.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(() => frame.locator('[aria-busy=true]').count()).toBe(0)
}
const whole = ({ frame }: Local): Promise<string> =>
  frame.locator('html').evaluate((html) => `${html.outerHTML}\n${html.textContent}`)

/** Every place of the tab whose records lie in the SENCO's site, with keys of records that are there. */
const sencoPlaces = async (local: Local): Promise<string[]> => {
  const records = recordsOf(local)
  const [entry] = (await records.store(ChronologyEntry).all()).records
  const [review] = (await records.store(Review).all()).records
  return [
    'today',
    'today?show=overdue',
    'register',
    'register?show=everyone',
    'reviews',
    'provision',
    'import',
    'school',
    ...recordsSections.map((section) => `records/${section}`),
    ...pupilSections.map((section) => `pupil/${entry!.pupil}/${section}`),
    `review/${review!.key}`,
    `review/${review!.key}/people`,
  ]
}
const staffPlaces = async (local: Local): Promise<string[]> => {
  const [profile] = (await recordsOf(local).store(StaffProfile).all()).records
  return ['profiles', 'profiles?show=changed', 'profiles?show=none', `profiles/${profile!.key}`]
}

/** What tells one pupil from another: full names and UPNs of all, or of those of whom staff see nothing. */
const tellingWords = async (local: Local, which: 'everybody' | 'unpublished'): Promise<string[]> => {
  const { records } = await recordsOf(local).store(Pupil).allWithArchived()
  const shown = new Set((await recordsOf(local).store(StaffProfile).all()).records.map(fullName))
  return records
    .filter((pupil) => which === 'everybody' || !shown.has(fullName(pupil)))
    .flatMap((pupil) => [
      fullName(pupil),
      `${pupil.forename} ${pupil.surname}`,
      ...(pupil.upn ? [pupil.upn] : []),
    ])
    .filter((words) => which === 'everybody' || !shown.has(words))
}
const mustNotTell = async (local: Local, words: readonly string[], place: string): Promise<void> => {
  const page = await whole(local)
  expect(
    words.filter((word) => page.includes(word)),
    place,
  ).toEqual([])
}

/** What Graph answered for a site, by the part of its address. */
const answersFor = ({ server }: Local, site: string) =>
  server.emulator.admin.log().filter(({ path }) => decodeURIComponent(path).includes(site))

test.each([
  ['teacher', ['staff']],
  ['ta', ['staff']],
  ['governor', ['governors']],
] as const)(
  '%s is refused by Graph whatever is not theirs, at every address, and is told whose it is and whom to ask',
  async (persona, letInto) => {
    const local = await openLocal({ page: 'teams', persona })
    const everybody = await tellingWords(local, 'everybody')
    const unpublished = await tellingWords(local, 'unpublished')
    const [shut, open] = [await sencoPlaces(local), await staffPlaces(local)]
    // What the test itself read, as the SENCO, is no part of what this person was answered.
    local.server.emulator.admin.clearLog()
    await local.page.reload()
    await settled(local)
    const mayStaff = letInto[0] === 'staff'
    const links = local.frame.getByRole('navigation', { name: 'Parts of SEND' }).getByRole('link')
    if (mayStaff) {
      await local.frame.getByRole('list', { name: 'Profiles' }).waitFor()
      expect(await links.allTextContents()).toEqual(['Sessions', 'Concerns', 'Profiles'])
    } else {
      await local.frame.getByRole('heading', { level: 1, name: 'Figures of the trust' }).waitFor()
      await local.frame.getByRole('table', { name: 'Register' }).waitFor()
      await mustNotTell(local, everybody, 'figures')
      await goTo(local, '', 'northmoor')
      await local.frame.getByText('You don’t have access to the SEND records of Northmoor Academy').waitFor()
      await local.frame.getByText(/Governors get reports that name no pupil/).waitFor()
      expect(await links.count()).toBe(0)
    }
    for (const place of shut) {
      await goTo(local, place)
      await local.frame
        .getByText('You don’t have access to the SENCO’s records of Oakfield Primary School')
        .first()
        .waitFor()
      await local.frame
        .getByText(/ask the SENCO of your school/)
        .first()
        .waitFor()
      await mustNotTell(local, everybody, place)
    }
    for (const place of open) {
      await goTo(local, place)
      if (mayStaff) {
        await expect
          .poll(() => local.frame.getByRole('list').or(local.frame.getByRole('region')).count())
          .toBeGreaterThan(0)
        await mustNotTell(local, unpublished, place)
      } else {
        await local.frame
          .getByText('You don’t have access to the staff profiles of Oakfield Primary School')
          .waitFor()
        await mustNotTell(local, everybody, place)
      }
    }
    const senco = answersFor(local, 'oakfield-senco')
    expect(senco.length).toBeGreaterThan(0)
    expect(senco.filter(({ status }) => status !== 403)).toEqual([])
    const staff = answersFor(local, 'oakfield-staff')
    expect(staff.length).toBeGreaterThan(0)
    expect(staff.some(({ status }) => status === 403)).toBe(!mayStaff)
    const rows = local.server.emulator.admin
      .log()
      .filter(({ path, status }) => status === 200 && path.includes('/lists/'))
    if (!mayStaff)
      expect(rows.filter(({ path }) => !decodeURIComponent(path).includes('/lists/School figures/'))).toEqual(
        [],
      )
  },
  patience,
)

test.each(['word', 'excel'] as const)(
  'the pane in %s is shut to whoever the SENCO’s site shuts out',
  async (page) => {
    for (const persona of ['teacher', 'governor']) {
      const local = await openLocal({ page, persona })
      const everybody = await tellingWords(local, 'everybody')
      local.server.emulator.admin.clearLog()
      await local.page.reload()
      await local.frame
        .getByText('You don’t have access to the SENCO’s records of Oakfield Primary School')
        .first()
        .waitFor()
      await mustNotTell(local, everybody, `${page} as ${persona}`)
      expect(answersFor(local, 'oakfield-senco').map(({ status }) => status)).not.toContain(200)
      await local.close()
    }
  },
  patience,
)

test.each(['head', 'it'])(
  '%s finds every place of both sites open',
  async (persona) => {
    const local = await openLocal({ page: 'teams', persona })
    for (const place of [...(await sencoPlaces(local)), ...(await staffPlaces(local))]) {
      await goTo(local, place)
      expect(await local.frame.getByText(/You don’t have access to the (SENCO|staff)/).count(), place).toBe(0)
    }
  },
  patience,
)

test(
  'a teacher with a phone finds a pupil by what helps, and reads the profile',
  async () => {
    const local = await openLocal({
      page: 'teams',
      persona: 'teacher',
      viewport: { width: 390, height: 844 },
    })
    const { frame } = local
    const profiles = (await recordsOf(local).store(StaffProfile).all()).records
    const known = profiles.find(({ helps, className }) => helps && className)!
    await frame.getByRole('list', { name: 'Profiles' }).waitFor()
    await local.shot('profiles-phone')
    await frame.getByLabel('Search the profiles').fill(fullName(known).toLowerCase())
    await expect.poll(() => frame.getByText(`1 of ${profiles.length} profiles`).count()).toBe(1)
    await frame.getByRole('link', { name: fullName(known) }).click()
    await frame.getByRole('heading', { level: 1, name: fullName(known) }).waitFor()
    await expect
      .poll(() => frame.getByRole('region', { name: 'How to support me well' }).textContent())
      .toContain(known.helps!.split('\n')[0])
    await frame.getByText(/Published .* by Helen Marsh/).waitFor()
    await local.shot('profile-phone')
    const wide = await frame.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth)
    expect(wide, 'nothing lies beyond the edge').toBe(false)
    await frame.getByRole('link', { name: 'Profiles' }).first().click()
    await frame.getByRole('button', { name: 'Class', exact: true }).click()
    await frame.getByRole('menuitemcheckbox', { name: known.className! }).click()
    await local.page.keyboard.press('Escape')
    const inClass = profiles.filter(({ className }) => className === known.className).length
    await frame.getByText(new RegExp(`^${inClass} of ${profiles.length} profiles?$`)).waitFor()
    const hash = await frame.locator('body').evaluate(() => window.location.hash)
    expect(hash).toMatch(/^#\/oakfield\/profiles\?class=[0-9A-Z]{8}$/)
  },
  patience,
)

test(
  'the SENCO ticks, sees what teachers will see, publishes, changes, withdraws and takes it back',
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame } = local
    const records = recordsOf(local)
    const published = new Set((await records.store(Publication).all()).records.map(({ pupil }) => pupil))
    const pupils = (await records.store(Pupil).all()).records
    const profile = (await records.store(Profile).all()).records.find(
      ({ pupil, from }) =>
        !published.has(pupil) &&
        pupils.some(({ key, status }) => key === pupil && status === 'K') &&
        from > '2000',
    )!
    const copy = async () =>
      (await records.store(StaffProfile).all()).records.find(({ pupil }) => pupil === profile.pupil)
    await goTo(local, `pupil/${profile.pupil}/profile`)
    await frame.getByText('Staff see nothing of this pupil yet.').waitFor()
    const preview = frame.getByRole('region', { name: 'Preview' })
    await frame.getByRole('checkbox', { name: /^Needs/ }).uncheck()
    await expect.poll(() => preview.getByRole('region', { name: 'Needs' }).count()).toBe(0)
    expect(await copy()).toBeUndefined()
    await frame.getByRole('button', { name: 'Publish to staff' }).click()
    await frame.getByText('This is what staff see now').waitFor()
    expect(await copy()).toMatchObject({ needs: null, helps: profile.helps, publishedBy: 'Helen Marsh' })
    await local.shot('what-staff-see')

    await frame.getByRole('textbox', { name: 'How to support me well' }).fill('Greet me at the door.')
    await frame.getByText('Changed since published').first().waitFor()
    await frame.getByText('Would be: Greet me at the door.').waitFor()
    await frame.getByRole('button', { name: 'Publish changes' }).click()
    await expect.poll(async () => (await copy())?.helps).toBe('Greet me at the door.')
    await frame.getByRole('button', { name: 'Withdraw from staff' }).click()
    await expect.poll(copy).toBeUndefined()
    await frame.getByText('Withdrawn: staff see nothing of this pupil', { exact: true }).waitFor()
    expect(await frame.getByRole('button', { name: 'Undo' }).count()).toBe(1)
    await frame.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await copy())?.helps).toBe('Greet me at the door.')

    await goTo(local, 'profiles?show=changed')
    const list = frame.getByRole('list', { name: 'Changed since published' })
    await list.waitFor()
    const before = await list.getByRole('listitem').count()
    await list.getByRole('button', { name: 'Show differences' }).first().click()
    await frame
      .getByText(/^Staff see:/)
      .first()
      .waitFor()
    await local.shot('changed-since-published')
    await list.getByRole('button', { name: 'Publish changes' }).first().click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(before - 1)
    await list.getByRole('button', { name: 'Withdraw' }).click()
    await expect.poll(() => list.getByRole('listitem').count()).toBe(before - 2)

    await frame.getByRole('button', { name: `Publish all ${before - 2} changes` }).click()
    await frame
      .getByRole('dialog')
      .getByRole('button', { name: /^Publish/ })
      .click()
    await frame.getByRole('heading', { level: 1, name: 'Records' }).waitFor()
    const old = async () =>
      (await records.store(StaffProfile).all()).records.filter(({ helps }) => helps === helpsBefore)
    await expect.poll(old, { timeout: 60_000 }).toEqual([])
    await goTo(local, 'profiles?show=changed')
    await frame.getByText('Staff see what your records say').waitFor()
  },
  patience,
)

test(
  'a class is printed a page a pupil, without the app around it',
  async () => {
    const local = await openLocal({ page: 'teams', persona: 'ta' })
    const { frame } = local
    const profiles = (await recordsOf(local).store(StaffProfile).all()).records
    const { className } = profiles.find((each) => each.className)!
    await frame.getByRole('button', { name: 'Class', exact: true }).click()
    await frame.getByRole('menuitemcheckbox', { name: className! }).click()
    await local.page.keyboard.press('Escape')
    const count = profiles.filter((each) => each.className === className).length
    // The browser's own dialog would wait for a person.
    await frame.locator('body').evaluate(() => (window.print = () => {}))
    await frame.getByRole('button', { name: /^Print th/ }).click()
    const paper = frame.locator('.paper article')
    await expect.poll(() => paper.count()).toBe(count)
    expect(await paper.first().isVisible()).toBe(false)
    await local.page.emulateMedia({ media: 'print' })
    await expect.poll(() => paper.first().isVisible()).toBe(true)
    expect(await frame.locator('#root').isVisible()).toBe(false)
    expect(await paper.first().textContent()).toMatch(/Confidential: for staff of Oakfield Primary School/)
    await local.shot('profiles-on-paper')
  },
  patience,
)

test(
  'a school with the SENCO’s site alone works, offers no profiles, and says everywhere what it lacks',
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame } = local
    const [school] = localConfig.schools
    const { senco } = school!.sites
    await local.page.route('**/config.json', (route) =>
      route.fulfill({ json: { ...localConfig, schools: [{ ...school, sites: { senco } }] } }),
    )
    await local.page.reload()
    await frame.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await goTo(local, 'register')
    await frame.getByRole('table', { name: 'SEND register' }).waitFor()
    const links = frame.getByRole('navigation', { name: 'Parts of SEND' }).getByRole('link')
    expect(await links.allTextContents()).not.toContain('Profiles')
    for (const place of (await sencoPlaces(local)).filter((each) => !each.endsWith('/profile'))) {
      await goTo(local, place)
      expect(await frame.getByText(/You don’t have access to|has no site/).count(), place).toBe(0)
    }
    await goTo(local, 'profiles')
    await frame.getByText('This school has no site for staff yet').waitFor()
    const [profile] = (await recordsOf(local).store(Profile).all()).records
    await goTo(local, `pupil/${profile!.pupil}/profile`)
    await frame.getByRole('textbox', { name: 'How to support me well' }).waitFor()
    await frame.getByText('This school has no site for staff yet').waitFor()
    await goTo(local, 'school/access')
    const staff = frame.getByRole('region', { name: 'For staff' })
    await staff.getByText('No site').waitFor()
    await staff.getByText(/Everything else works/).waitFor()
    await frame
      .getByRole('region', { name: 'The SENCO’s records' })
      .getByText(/lists are there and up to date/)
      .waitFor()
  },
  patience,
)

test(
  'axe finds nothing serious where staff and the SENCO see who sees what, in light, dark and high contrast',
  async () => {
    const local = await openLocal({ page: 'teams' })
    await settled(local)
    const { records } = await recordsOf(local).store(StaffProfile).all()
    const known = (await recordsOf(local).store(Pupil).all()).records
    const shown = records.find(
      ({ pupil, status }) => status === 'K' && known.some(({ key }) => key === pupil),
    )!
    const places = [
      'profiles',
      'profiles?show=changed',
      `profiles/${shown.key}`,
      `pupil/${shown.pupil}/profile`,
      'school/access',
    ]
    const found: string[] = []
    for (const theme of ['Light', 'Dark', 'High contrast']) {
      await local.page.getByLabel('Theme').selectOption({ label: theme })
      for (const place of places) {
        await goTo(local, place)
        await local.page.waitForTimeout(300)
        if (place === 'school/access')
          await local.frame.getByRole('region', { name: 'For staff' }).scrollIntoViewIfNeeded()
        await local.shot(
          `${place.replaceAll(/\W+/g, '-').slice(0, 30)}-${theme.toLowerCase().replace(' ', '-')}`,
        )
        found.push(...(await seriousOn(local, `${theme} ${place}`, { coloursOnly: theme !== 'Light' })))
      }
    }
    expect(found).toEqual([])
  },
  patience,
)
