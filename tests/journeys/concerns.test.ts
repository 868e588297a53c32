import { expect, test } from 'vitest'
import { Concern } from '../../src/domain/records/concern.ts'
import { StaffConcern } from '../../src/domain/records/staffConcern.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { seriousOn } from './axe.ts'
import { goTo, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

test('a teacher answers the short questions and raises a concern; the SENCO decides, tells the parents and begins a plan', async () => {
  const local = await openLocal({
    page: 'teams',
    persona: 'teacher',
    viewport: { width: 390, height: 844 },
  })
  const { frame, page } = local
  await goTo(local, 'concerns')

  // The teacher, on a phone.
  const asked = frame.getByRole('region', { name: 'You are asked about' })
  const answer = asked.getByRole('button', { name: /^Answer about/ }).first()
  await answer.waitFor()
  // What she said earlier is hers to read back.
  const earlier = frame.getByRole('region', { name: 'What you have said' })
  await earlier.getByText('Waiting for the SENCO').first().waitFor()
  const waiting = await asked.getByRole('button', { name: /^Answer about/ }).count()
  await local.shot('concerns-teacher-390')
  expect(await seriousOn(local)).toEqual([])
  await answer.click()
  const form = frame.getByRole('form', { name: /^Send your answers about/ })
  await form.getByRole('textbox', { name: 'What you see' }).fill('Loses the thread after the second step.')
  await local.shot('concerns-answer-390')
  await form.getByRole('button', { name: /^Send your answers/ }).click()
  await frame.getByText(/^Thank you\. The SENCO has your answers/).waitFor()
  await expect.poll(() => asked.getByRole('button', { name: /^Answer about/ }).count()).toBe(waiting - 1)

  await frame.getByRole('button', { name: 'Raise a concern' }).click()
  const raise = frame.getByRole('form', { name: 'Send to the SENCO' })
  await raise.getByRole('button', { name: 'Send to the SENCO' }).click()
  await raise.getByText('Choose the pupil, or write the name below').waitFor()
  const free = (await recordsOf(local).store(Pupil).all()).records.find(
    (pupil) => pupil.status === 'N' && pupil.left === null,
  )!
  await raise.getByRole('textbox', { name: 'Or name and class' }).fill('Jo from Oak')
  await raise.getByRole('textbox', { name: 'What you see' }).fill('Covers the ears in the hall.')
  await raise.getByRole('button', { name: 'Send to the SENCO' }).click()
  await frame.getByText(/^Thank you\. The SENCO sees it/).waitFor()
  await frame.getByRole('heading', { level: 3, name: /^Jo from Oak/ }).waitFor()
  // What colleagues wrote is not here.
  expect(await frame.getByText(/You can see what other staff wrote/).count()).toBe(0)

  // The SENCO, at the desk.
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(page.url().replace('as=teacher', 'as=senco'))
  await goTo(local, 'concerns')
  const fresh = frame.getByRole('region', { name: 'New from staff' })
  await fresh.getByRole('heading', { level: 3, name: /^Jo from Oak/ }).waitFor()
  await local.shot('concerns-senco-1440')
  expect(await seriousOn(local)).toEqual([])
  const unmatched = fresh
    .locator('> div')
    .filter({ has: frame.getByRole('heading', { name: /^Jo from Oak/ }) })
  // Nothing is put aside under a name alone.
  await unmatched.getByRole('button', { name: /^Put aside what/ }).click()
  await frame.getByRole('radio', { name: 'Already known and being worked on' }).click()
  await unmatched.getByText(/^Say first which pupil it is about/).waitFor()
  expect(await unmatched.getByRole('button', { name: 'Put aside and tell Priya Nair' }).isDisabled()).toBe(
    true,
  )
  await unmatched.getByRole('button', { name: 'Cancel' }).click()
  await fresh.getByRole('combobox', { name: /Jo from Oak/ }).fill(fullName(free))
  await frame
    .getByRole('option', { name: new RegExp(`^${fullName(free)}`) })
    .first()
    .click()
  const mine = fresh
    .locator('> div')
    .filter({ has: frame.getByRole('heading', { name: new RegExp(`^${fullName(free)}`) }) })
  await mine.waitFor()
  const records = recordsOf(local)
  const said = async () => (await records.store(StaffConcern).all()).records
  const keptOne = async () => (await said()).find(({ pupilName }) => pupilName === 'Jo from Oak')!
  await expect.poll(async () => (await keptOne()).pupil).toBe(free.key)

  // Another is put aside with a reason; Undo brings it back, and the second time stands.
  const other = fresh
    .locator('> div')
    .filter({ hasNot: frame.getByRole('combobox') })
    .first()
  const heading = await other.getByRole('heading', { level: 3 }).innerText()
  const one = fresh.locator('> div').filter({ has: frame.getByRole('heading', { name: heading }) })
  const aside = async () => {
    await one.getByRole('button', { name: /^Put aside what/ }).click()
    await one.getByRole('radio', { name: 'Good teaching in class answers it for now' }).click()
    await local.shot('concerns-aside-1440')
    await one.getByRole('button', { name: 'Put aside and tell Priya Nair' }).click()
    await one.waitFor({ state: 'detached' })
  }
  await aside()
  await frame.getByRole('button', { name: 'Undo' }).click()
  await one.waitFor()
  await aside()
  expect((await said()).filter(({ asideOn }) => asideOn !== null).length).toBe(2)
  await mine.getByRole('button', { name: 'Look into it' }).click()

  await frame.getByRole('heading', { level: 1, name: fullName(free) }).waitFor()
  await frame.getByRole('button', { name: 'Ask teachers' }).click()
  const ask = frame.getByRole('region', { name: 'Ask teachers' })
  await ask.getByRole('textbox', { name: 'Somebody else' }).fill('Priya Nair')
  await ask
    .getByRole('textbox', { name: 'Their user principal name' })
    .fill('Priya.Nair@oakfieldtrust.example')
  const add = ask.getByRole('button', { name: 'Add to the list' })
  if (await add.isEnabled()) await add.click()
  await local.shot('concerns-ask-1440')
  await ask.getByRole('button', { name: /^Ask \d+ teacher/ }).click()
  await frame
    .getByText(/of \d+ answered/)
    .first()
    .waitFor()
  await frame.getByRole('button', { name: 'Link to remind Priya Nair' }).waitFor()

  await frame.getByRole('combobox', { name: 'Decision' }).click()
  await frame.getByRole('option', { name: 'SEN support begins' }).click()
  await frame.getByText('SEN support begins: the school must tell the parents so.').waitFor()
  await frame.getByRole('button', { name: 'Decided today' }).click()

  // A screening result is a score with its tool and who tested; the paper and the letter are there.
  await frame.getByRole('button', { name: 'Add a screening result' }).first().click()
  const score = frame.getByRole('form', { name: 'Add a screening result' })
  await score.getByRole('combobox', { name: 'Tool' }).fill('NGRT')
  await frame.getByRole('option', { name: 'NGRT' }).click()
  await score.getByRole('textbox', { name: 'Standardised score' }).fill('79')
  await score.getByRole('textbox', { name: 'Tested by' }).fill('Helen Marsh')
  await score.getByRole('button', { name: 'Add a screening result' }).click()
  await frame.getByRole('table', { name: 'Scores' }).getByRole('cell', { name: 'Screening' }).waitFor()
  await frame.getByRole('button', { name: 'Print or download this concern' }).click()
  await frame.getByRole('region', { name: 'This concern on paper' }).waitFor()
  await local.shot('concerns-paper-1440')
  await frame.getByRole('button', { name: 'Write to the parents' }).click()
  await frame.getByText(/^Nobody with parental responsibility is among the contacts yet/).waitFor()
  await local.shot('concerns-letter-1440')
  await frame.getByRole('button', { name: 'Close', exact: true }).click()
  await frame.getByRole('button', { name: 'Parents told today at a meeting' }).click()
  await frame.getByRole('button', { name: 'Start a plan from this concern' }).click()
  const plan = frame.getByRole('form', { name: 'Start this plan' })
  await expect
    .poll(() => plan.getByRole('textbox', { name: 'What the concern is' }).inputValue())
    .toBe('Covers the ears in the hall.')
  await plan.getByRole('button', { name: 'Start this plan' }).click()
  await frame.getByText(/Plan 1 follows from it/).waitFor()
  await local.shot('concerns-decided-1440')
  expect(await seriousOn(local)).toEqual([])

  // Whoever raised it is told, and reads it in their own tab.
  const raiser = frame.getByRole('region', { name: 'Whoever raised it' })
  await raiser.getByRole('textbox').fill('Thank you. A plan begins; I bring it to you on Monday.')
  await raiser.getByRole('button', { name: 'Tell Priya Nair' }).click()
  await raiser.getByText(/^Priya Nair was told/).waitFor()

  const [concern] = (await records.store(Concern).all()).records.filter(({ pupil }) => pupil === free.key)
  expect(concern).toMatchObject({ decision: 'support', toldHow: 'meeting', raisedBy: 'Priya Nair' })
  const taken = (await said()).filter((each) => each.concern === concern!.key)
  expect(taken.map(({ pupil, pupilName }) => [pupil, pupilName])).toEqual([[free.key, 'Jo from Oak']])

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(page.url().replace('as=senco', 'as=teacher'))
  await goTo(local, 'concerns')
  const own = frame.getByRole('region', { name: 'What you have said' })
  await own.getByText('Thank you. A plan begins; I bring it to you on Monday.').waitFor()
  // The newest stands first.
  await own
    .getByText(/^Answered/)
    .first()
    .waitFor()
  await local.shot('concerns-became-390')
  expect(await seriousOn(local)).toEqual([])
}, 240_000)
