import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from '../../src/documents/readDocx.ts'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { calledName, fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { School } from '../../src/domain/records/school.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

type Got = {
  readonly name: string
  readonly text: string
  readonly foot: string
  readonly kind: string | undefined
}

/** Presses a button that gives a file, says for whom, and reads what came. */
const downloaded = async (
  local: Local,
  card: string,
  button: string | RegExp,
  recipient: string,
): Promise<Got> => {
  const coming = local.page.waitForEvent('download')
  await local.frame.getByRole('region', { name: card }).getByRole('button', { name: button }).click()
  await forWhom(local, recipient)
  const file = await coming
  const path = join(await mkdtemp(join(tmpdir(), 'goldthread-papers-')), 'paper.docx')
  await file.saveAs(path)
  const bytes = new Uint8Array(await readFile(path))
  const parts = unzipSync(bytes)
  const said = (part: string) =>
    readParagraphs(strFromU8(parts[part]!))
      .map(({ text }) => text)
      .join('\n')
  return {
    name: file.suggestedFilename(),
    text: said('word/document.xml'),
    foot: said('word/footer1.xml'),
    kind: readDocx(bytes).identity?.kind,
  }
}

test('a profile, a plan, its notice, its draft layout and a summary come from their own screens, each as a file that says whose it is', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const [schools, cycles, contacts, profiles] = await Promise.all([
    records.store(School).all(),
    records.store(Cycle).all(),
    records.store(Contact).all(),
    records.store(Profile).all(),
  ])
  const running = cycles.records.find(
    ({ pupil, agreedOn, reviewedOn, ended }) =>
      agreedOn &&
      !reviewedOn &&
      !ended &&
      profiles.records.some((one) => one.pupil === pupil) &&
      contacts.records.some(
        (one) => one.pupil === pupil && one.parentalResponsibility && !one.restriction?.trim(),
      ) &&
      contacts.records.every((one) => one.pupil !== pupil || !one.restriction?.trim()),
  )!
  const pupil = await records.store(Pupil).byKey(running.pupil)

  // The profile on one page, for everybody and for a young child.
  await goTo(local, `pupil/${pupil.key}/profile`)
  await frame.getByRole('button', { name: 'Print or download the page' }).click()
  const card = frame.getByRole('region', { name: 'The profile on one page' })
  await card.getByText(/Stands on one A4 page/).waitFor()
  await local.shot('paper-profile')
  expect(await seriousOn(local)).toEqual([])
  const page = await downloaded(local, 'The profile on one page', 'Download for Word', 'Stays in school')
  expect(page.text).toContain(fullName(pupil))
  expect(page.text).toContain('How to support me well')
  expect(page.kind).toBe('profile')
  expect(page.name).not.toContain(pupil.surname)
  await card.getByRole('radio', { name: 'For a young child' }).click()
  await card.getByText(/Larger, with pictures/).waitFor()
  const forChild = await downloaded(local, 'The profile on one page', 'Download for Word', 'The family')
  expect(forChild.text).toContain(`All about ${calledName(pupil)}`)
  expect(forChild.text).not.toContain('Strategies in class')

  // The plan with room to write, and the letter that section 68 asks for.
  await goTo(local, `pupil/${pupil.key}/plan`)
  const plan = frame.getByRole('region', { name: `Plan ${running.number}`, exact: true })
  await plan.getByRole('button', { name: 'Print or download this plan' }).click()
  const onPaper = `Plan ${running.number} on paper`
  await frame
    .getByRole('region', { name: onPaper })
    .getByRole('radio', { name: /room to write/ })
    .click()
  await local.shot('paper-plan')
  expect(await seriousOn(local)).toEqual([])
  const room = await downloaded(local, onPaper, 'Download for Word', 'The family')
  expect(room.text).toContain(`Support plan: ${fullName(pupil)}`)
  expect(room.text).toContain('What we decide, and when we meet again')
  expect(room.kind).toBe('supportPlan')
  // On paper from the same words, and only after for whom.
  await frame.locator('body').evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.paper')!.textContent!)
  })
  await frame
    .getByRole('region', { name: onPaper })
    .getByRole('button', { name: 'Print', exact: true })
    .click()
  const printed = () => frame.locator('body').getAttribute('data-printed')
  expect(await printed()).toBeNull()
  await forWhom(local)
  await expect.poll(printed).toContain('What we decide, and when we meet again')
  // No law asks for the draft layout: it isn't offered before the school says so.
  expect(await plan.getByRole('button', { name: /Draft Individual/ }).count()).toBe(0)
  await plan.getByRole('button', { name: 'Write the letter to parents' }).click()
  const letter = 'Letter: SEN support is given'
  await frame.getByRole('region', { name: letter }).waitFor()
  await local.shot('paper-notice')
  const notice = await downloaded(local, letter, /^Download \d letters?$/, 'The family')
  expect(notice.text).toContain('Children and Families Act 2014, section 68')
  expect(notice.text).not.toMatch(/\([A-Z]{2,4}\)/)

  // With the setting on, the draft layout, which says what it is.
  const newest = schools.records.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]!
  await records.store(School).update(newest, { draftSupportPlan: true })
  await frame.locator('body').evaluate(() => window.location.reload())
  await plan.getByRole('button', { name: 'Draft Individual Support Plan layout' }).click()
  const draft = await downloaded(
    local,
    'Draft Individual Support Plan layout',
    'Download for Word',
    'Stays in school',
  )
  expect(draft.text.split('Draft layout. Not statutory.').length).toBeGreaterThan(2)
  expect(draft.foot).toContain('Draft layout. Not statutory.')

  // A review that was held, in plain words and large print, and the year.
  const { records: reviews } = await records.store(Review).all()
  const held = reviews.find(({ stage, recommendation }) => stage === 'reportSent' && recommendation)!
  const child = await records.store(Pupil).byKey(held.pupil)
  await goTo(local, `review/${held.key}/step-report`)
  await frame.getByRole('button', { name: /^Summary for the/ }).click()
  const summary = frame.getByRole('region', { name: /^Summary for the/ })
  await summary.getByRole('radio', { name: /^Large print/ }).click()
  await local.shot('paper-summary')
  expect(await seriousOn(local)).toEqual([])
  const title = await summary.getAttribute('aria-label')
  const plain = await downloaded(local, title ?? 'Summary for the family', 'Download for Word', 'The family')
  expect(plain.text).toContain('What happens next')
  expect(plain.text).toContain('SENDIASS')
  expect(plain.kind).toBe('reviewSummary')
  await goTo(local, `pupil/${child.key}/reviews`)
  await frame.getByRole('button', { name: 'Summary of the year for the family' }).click()
  const year = await downloaded(
    local,
    'Summary of the year for the family',
    'Download for Word',
    'The family',
  )
  expect(year.text).toContain('Who to ask')

  // Each is in the log of what was passed on.
  await expect
    .poll(async () =>
      (await records.store(Disclosure).all()).records
        .filter(({ did }) => did === 'downloaded')
        .map(({ what }) => what)
        .toSorted(),
    )
    .toEqual(
      expect.arrayContaining([
        'Draft support plan layout',
        'Letter: Notice of SEN support',
        'One-page profile',
        'Summary of a review',
        'Summary of a year',
        'Support plan',
      ]),
    )
})
