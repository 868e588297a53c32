import { expect, test } from 'vitest'
import { DateLimit } from '../../src/domain/records/dateLimit.ts'
import { NeedsAssessment } from '../../src/domain/records/needsAssessment.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { TermDate } from '../../src/domain/records/termDate.ts'
import { londonDay } from '../../src/domain/rules/day.ts'
import { academicYearOf, showAcademicYear } from '../../src/domain/rules/schoolYear.ts'
import { seriousOn } from './axe.ts'
import { goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const year = academicYearOf(londonDay(new Date()))

test('a council’s term dates are pasted, looked at and added, and taken back again', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const store = recordsOf(local).store(TermDate)
  const nextYear = (await store.all()).records.filter(({ starts }) => academicYearOf(starts) === year + 1)
  await store.shelveMany(nextYear.map((stored) => ({ stored, reason: 'Not printed yet' })))
  await goTo(local, 'school/calendar')
  await frame.getByText(/school days, 5 training days/).waitFor()
  await local.shot('calendar')
  expect(await seriousOn(local)).toEqual([])
  const { records } = await store.all()
  const before = records.length
  const ofYear = records.filter(({ starts }) => academicYearOf(starts) === year).length
  await frame.getByRole('button', { name: 'Paste term dates' }).click()
  await frame
    .getByRole('textbox', { name: /^Term dates, as your council/ })
    .fill(
      `Staff training day: 6 July\nSchool closed for polling: 6 May\nGovernors meet on 9 June\nMay Day bank holiday: 3 May`,
    )
  const panel = frame.getByRole('region', { name: 'Paste term dates' })
  await panel
    .getByRole('listitem')
    .filter({ hasText: /^Governors meet on 9 June$/ })
    .waitFor()
  await local.shot('calendar-paste')
  await panel.getByRole('checkbox', { name: /polling/ }).uncheck()
  await panel.getByRole('button', { name: 'Add 1 date' }).click()
  await frame.getByText('1 date added', { exact: true }).waitFor()
  expect((await store.all()).records.length).toBe(before + 1)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await store.all()).records.length).toBe(before)

  await frame.getByRole('tab', { name: showAcademicYear(year + 1) }).click()
  await frame.getByText(`No term dates for ${showAcademicYear(year + 1)} yet`).waitFor()
  await frame.getByRole('button', { name: `Copy ${showAcademicYear(year)}` }).click()
  await frame.getByRole('button', { name: `Add ${ofYear} dates` }).click()
  await frame.getByText(/school days, \d training days/).waitFor()
  expect(await frame.getByRole('button', { name: /^Copy / }).count()).toBe(0)
})

test('a limit that is looser than the law is refused in a sentence, a tighter one moves the dates of its pupils', async () => {
  const local = await openLocal({ page: 'teams', viewport: { width: 420, height: 900 } })
  const { frame } = local
  await goTo(local, 'school/limits')
  await frame.getByText('Annual review guidance for schools, page 4').waitFor()
  await frame.getByText('The law says so').first().waitFor()
  await local.shot('limits-phone')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Add a limit' }).click()
  const form = frame.getByRole('form', { name: 'Add a limit' })
  await form.getByRole('combobox', { name: /What it is about/ }).fill('Report')
  await frame.getByRole('option', { name: 'Report after the meeting' }).click()
  await form.getByRole('textbox', { name: /Calendar days/ }).fill('21')
  await form.getByRole('textbox', { name: /Where it is written/ }).fill('Guide')
  await form.getByRole('button', { name: 'Add a limit' }).click()
  await form.getByText(/^The law says 14 days at most/).waitFor()
  await local.shot('limits-refused')
  await form.getByRole('textbox', { name: /Calendar days/ }).fill('7')
  await form.getByRole('button', { name: 'Add a limit' }).click()
  await form.waitFor({ state: 'detached' })
  const { records } = await recordsOf(local).store(DateLimit).all()
  expect(records.map(({ days }) => days).toSorted()).toEqual([10, 7])
})

test('a request for a plan is followed step by step, and a refusal shows the last day to appeal', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const requests = recordsOf(local).store(NeedsAssessment)
  const asked = new Set((await requests.all()).records.map(({ pupil }) => pupil))
  const pupils = (await recordsOf(local).store(Pupil).all()).records
  const pupil = pupils.find(({ key, status }) => status === 'K' && !asked.has(key))!
  await goTo(local, `pupil/${pupil.key}/assessment`)
  await frame.getByText('No plan has been asked for').waitFor()
  await frame.getByRole('button', { name: 'Add a request' }).click()
  await frame
    .getByRole('form', { name: 'Add a request' })
    .getByRole('button', { name: 'Add a request' })
    .click()
  await frame.getByRole('button', { name: /Request being prepared/ }).click()
  for (const press of ['Request sent today', 'It assesses: told today', 'Asked for our advice today']) {
    await frame.getByRole('button', { name: press }).click()
  }
  await frame.getByRole('button', { name: 'Our advice sent today' }).waitFor()
  await local.shot('assessment')
  expect(await seriousOn(local)).toEqual([])
  const [request] = (await requests.about('pupil', pupil.key)).records
  const today = londonDay(new Date())
  expect(request).toMatchObject({ requested: today, assessDecision: 'yes', adviceAsked: today })
  await frame.getByRole('button', { name: 'Our advice sent today' }).click()
  await frame.getByRole('button', { name: 'It refuses a plan: told today' }).click()
  const steps = frame.getByRole('list', { name: 'Steps of this request' })
  await steps.getByText('Last day to appeal').waitFor()
  expect(await steps.getByText('Final plan').count()).toBe(0)
  await frame.getByRole('button', { name: 'Undo' }).click()
  await steps.getByText('Final plan').waitFor()
})
