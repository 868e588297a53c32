import { expect, test } from 'vitest'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { CycleTarget } from '../../src/domain/records/cycleTarget.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { View } from '../../src/domain/records/view.ts'
import { seriousOn } from './axe.ts'
import { goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('SEN support starts: assess, plan, parents told, review, and the next plan begins with what goes on', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame } = local
  const records = recordsOf(local)
  const pupils = (await records.store(Pupil).all()).records
  const pupil = pupils.find(({ status, left, dateOfBirth }) => status === 'N' && !left && dateOfBirth)!
  const cycles = async () => (await records.store(Cycle).about('pupil', pupil.key)).records
  const now = async () => (await cycles()).toSorted((a, b) => b.number - a.number)[0]!
  await goTo(local, `pupil/${pupil.key}/plan`)
  await frame.getByText('No plan yet').waitFor()
  await local.shot('plan-empty')
  expect(await seriousOn(local)).toEqual([])

  // Assess: what somebody noticed, then what is found, saved as it is typed.
  await frame.getByRole('button', { name: 'Start a plan' }).click()
  await frame.getByRole('textbox', { name: 'What the concern is' }).fill('Waits for others before beginning.')
  await frame.getByRole('textbox', { name: 'Raised by' }).fill('Priya Nair')
  await frame.getByRole('button', { name: 'Start this plan' }).click()
  const page = frame.getByRole('region', { name: 'Plan 1' })
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  const findings = part('Assess').getByRole('textbox', { name: 'What the teacher’s assessment shows' })
  await findings.fill('Knows the words, loses the order of steps.')
  await findings.press('Tab')
  await expect.poll(async () => (await now()).teacherAssessment).toBe('Knows the words, loses the order of steps.') // prettier-ignore
  await part('Assess').getByRole('button', { name: 'Add what the child says' }).click()
  await part('Assess').getByRole('textbox', { name: 'Their words' }).fill('i forget wot comes next')
  await part('Assess').getByRole('button', { name: 'Add what the child says' }).last().click()
  await part('Assess').getByRole('list', { name: 'What was said: Assess' }).waitFor()
  await local.shot('plan-assess')
  expect(await seriousOn(local)).toEqual([])
  await page.getByRole('button', { name: 'Assessment finished', exact: true }).click()

  // Plan: two targets, one a step towards the other.
  const addTarget = async (text: string, button: string, add: string) => {
    await part('Plan').getByRole('button', { name: button, exact: true }).click()
    const form = part('Plan').getByRole('form', { name: add })
    await form.getByRole('textbox', { name: 'Outcome', exact: true }).fill(text)
    await form.getByRole('button', { name: add }).click()
    await form.waitFor({ state: 'detached' })
  }
  await addTarget('By February, begins within two minutes in four lessons of five.', 'Add a target', 'Add this target') // prettier-ignore
  const card = part('Plan').getByRole('button', { name: /begins within two minutes/ })
  await card.click()
  await addTarget('Reads the first step aloud before beginning.', 'Add a step towards it', 'Add this step')
  await expect
    .poll(async () => (await records.store(CycleTarget).about('pupil', pupil.key)).records.length)
    .toBe(2)
  const targets = (await records.store(Outcome).about('pupil', pupil.key)).records
  const [top, step] = targets.toSorted((a, b) => (a.parent ? 1 : 0) - (b.parent ? 1 : 0))
  expect([step!.parent, step!.kind, top!.kind]).toEqual([top!.key, 'step', 'term'])
  await local.shot('plan-plan')
  await page.getByRole('button', { name: 'Plan agreed today', exact: true }).click()

  // The law’s notice is asked for, and so is the status.
  await page.getByText(/the school must tell the parents so/).waitFor()
  await page.getByRole('link', { name: 'Change the status to SEN support' }).waitFor()
  await local.shot('plan-tell')
  expect(await seriousOn(local)).toEqual([])
  await page.getByRole('button', { name: 'Letter sent today', exact: true }).click()
  await expect.poll(async () => (await now()).toldHow).toBe('letter')
  expect((await now()).reviewBy! > (await now()).agreedOn!).toBe(true)

  // Review: rated target by target, decided, and on to the next.
  await page.getByRole('button', { name: 'Review held today', exact: true }).click()
  const rated = part('Review').getByRole('list', { name: 'Targets of this plan' }).getByRole('listitem')
  await rated.first().getByRole('combobox', { name: 'Progress' }).click()
  await frame.getByRole('option', { name: 'Achieved' }).click()
  await page.getByRole('button', { name: 'Say what happens now' }).click()
  await part('Review').getByRole('combobox', { name: 'What happens now' }).click()
  await frame.getByRole('option', { name: 'Carry on as it is' }).click()
  await local.shot('plan-review')
  expect(await seriousOn(local)).toEqual([])
  await page.getByRole('button', { name: 'Start the next plan' }).click()
  const ask = frame.getByRole('dialog', { name: 'Start plan 2' })
  expect(await ask.getByRole('checkbox', { checked: true }).count()).toBe(1)
  await ask.getByRole('button', { name: 'Start plan 2' }).click()
  await frame.getByRole('region', { name: 'Plan 2' }).waitFor()
  await frame.getByRole('heading', { name: 'Earlier plans' }).waitFor()
  const second = await now()
  const first = (await cycles()).find(({ number }) => number === 1)!
  expect([second.number, second.previous]).toEqual([2, first.key])
  expect(await records.store(CycleTarget).about('cycle', second.key)).toMatchObject({
    records: [{ outcome: step!.key, rating: null }],
  })
  expect((await records.store(View).about('pupil', pupil.key)).records).toMatchObject([
    { cycle: first.key, whose: 'child', words: 'i forget wot comes next' },
  ])
  await local.shot('plan-next')
})
