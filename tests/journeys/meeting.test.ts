import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { OutcomeProgress } from '../../src/domain/records/outcomeProgress.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { SectionChange } from '../../src/domain/records/sectionChange.ts'
import { View } from '../../src/domain/records/view.ts'
import { agendaParts } from '../../src/domain/rules/meetingAgenda.ts'
import { seriousOn } from './axe.ts'
import { goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const longName = 'Maximiliana-Josephine Featherstonehaugh-Cholmondeley Okonkwo'

const nextReview = async (local: Local) => {
  const { records } = await recordsOf(local).store(Review).all()
  return (
    records.find(({ stage }) => stage === 'circulated') ??
    records.find(({ stage, meetingDate }) => stage === 'adviceRequested' && meetingDate !== null)!
  )
}
const numbered = <T>(count: number, one: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => ({
    key: `01JZMEET1NG00000000${String(Math.floor(Math.random() * 1e5)).padStart(5, '0')}${String(at).padStart(2, '0')}`,
    record: one(at),
  }))

/** A meeting of twenty people about twelve outcomes and forty actions. */
const crowded = async (local: Local) => {
  const review = await nextReview(local)
  const records = recordsOf(local)
  const about = { pupil: review.pupil, review: review.key }
  const written = [
    ...(await records.store(Contributor).createMany(
      numbered(18, (at) =>
        blank(Contributor, {
          review: review.key,
          role: 'other',
          name: at === 0 ? longName : `Person ${at} Otherwise`,
          attended: at % 5 === 4 ? 'apologies' : 'inPerson',
        }),
      ),
    )),
    ...(await records.store(Outcome).createMany(
      numbered(10, (at) =>
        blank(Outcome, {
          pupil: review.pupil,
          kind: 'sectionE',
          status: 'current',
          text: `By July 2028 reads ${at + 1} pages aloud to somebody she trusts, on four days out of five, with one reminder.`,
        }),
      ),
    )),
    ...(await records.store(Action).createMany(
      numbered(40, (at) =>
        blank(Action, {
          ...about,
          what: `Thing ${at + 1} that somebody does`,
          owner: at % 3 ? longName : null,
          due: at % 2 ? '2027-03-01' : null,
          status: 'open',
        }),
      ),
    )),
  ]
  expect(written.filter(({ outcome }) => outcome === 'refused')).toEqual([])
  return review
}
const heading = ({ frame }: Local, part: keyof typeof agendaParts) =>
  frame.getByRole('heading', { level: 2, name: agendaParts[part].label, exact: true })
/** What lies beyond the right edge of the page. */
const beyond = ({ frame }: Local) =>
  frame.locator('html').evaluate((html) => {
    const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (one) =>
        one.getBoundingClientRect().right > html.clientWidth + 1 &&
        one.checkVisibility() &&
        getComputedStyle(one).position !== 'absolute' &&
        !one.closest('[data-tabster-dummy], svg'),
    )
    return html.scrollWidth > html.clientWidth + 1
      ? wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 160))
      : []
  })

const parts = ['people', 'child', 'outcomes', 'changes', 'recommendation', 'actions'] as const

test.for([
  [320, 700, 'default'],
  [768, 1024, 'dark'],
  [720, 450, 'contrast'],
  [1920, 1080, 'default'],
] as const)(
  'a crowded meeting fits %i by %i in %s, in large type, and axe finds nothing',
  async ([width, height, theme]) => {
    const local = await openLocal({ page: 'teams', viewport: { width, height }, theme })
    const review = await crowded(local)
    const { frame } = local
    const found: string[] = []
    for (const part of parts) {
      await goTo(local, `live/${review.key}/${part}`)
      await heading(local, part).waitFor()
      await local.shot(`meeting-${width}-${part}`)
      for (const one of await beyond(local)) found.push(`${part}: beyond the edge ${one}`)
      found.push(...(await seriousOn(local, part, { coloursOnly: theme !== 'default' })))
    }
    expect(found).toEqual([])
    const size = await frame
      .getByText(longName)
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize)
    expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16)
  },
)

test('words, outcomes, sections and reasons are kept in Urdu and Polish as they are typed, by keyboard alone where people speak', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  const review = await nextReview(local)
  await goTo(local, `live/${review.key}/child`)
  await heading(local, 'child').waitFor()
  await page.keyboard.press('Escape')
  await frame.getByRole('heading', { name: /^Meeting/ }).focus()
  const said = [
    'وہ سکول سے پہلے نہیں سوتی۔ "Maths" اسے پسند ہے۔',
    '  Nie lubię, gdy dzwonek dzwoni …\n\n\tto za głośno!  ',
    '=1+1 <b>dw i eisiau tŷ bach</b> 👩🏽‍🦽',
  ]
  for (const [at, words] of said.entries()) {
    await page.keyboard.press('1')
    const box = frame.getByRole('textbox', { name: / says$/ })
    await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.insertText(words)
    if (at === 0) {
      await local.shot('meeting-urdu')
      expect(await box.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
    }
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => box.inputValue()).toBe('')
    await page.keyboard.press('Escape')
  }
  const stored = (await recordsOf(local).store(View).about('review', review.key)).records
  expect(stored.filter(({ how }) => how === 'meeting').map(({ words }) => words)).toEqual(said)
  const rtl = frame.getByRole('list', { name: 'What was said' }).getByText('سکول')
  expect(await rtl.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')

  // An outcome: what shows it, how far, whether it stands.
  await goTo(local, `live/${review.key}/outcomes`)
  const outcome = frame.getByRole('article', { name: 'Outcome 1' })
  const begin = outcome.getByRole('button', { name: 'Review this outcome' })
  await outcome.waitFor()
  if (await begin.isVisible()) await begin.click()
  await outcome.getByRole('textbox', { name: 'Evidence now', exact: true }).fill('24 → 29 słów')
  const rating = outcome.getByRole('combobox', { name: 'Progress' })
  await rating.fill('Good')
  await frame.getByRole('option', { name: 'Good progress' }).click()
  await outcome.getByRole('radio', { name: 'Stay as it is' }).click()
  await expect
    .poll(async () =>
      (await recordsOf(local).store(OutcomeProgress).about('review', review.key)).records.map(
        ({ evidence, rating: how, decision }) => [evidence, how, decision],
      ),
    )
    .toContainEqual(['24 → 29 słów', 'good', 'keep'])

  // A section of the plan: what it says and what it should say.
  await goTo(local, `live/${review.key}/changes`)
  const section = frame.getByRole('region', { name: /^Section E/ })
  await section.getByRole('button', { name: 'Change' }).click()
  expect(await section.getByRole('textbox', { name: 'Current wording', exact: true }).inputValue()).not.toBe(
    '',
  )
  await section.getByRole('textbox', { name: /^Proposed wording/ }).fill('By July 2028 she …')
  await local.shot('meeting-section')
  await section.getByRole('button', { name: /^Propose a change to E/ }).click()
  await expect
    .poll(async () =>
      (await recordsOf(local).store(SectionChange).about('review', review.key)).records.map(
        ({ section: of, proposed }) => [of, proposed],
      ),
    )
    .toContainEqual(['E', 'By July 2028 she …'])

  const current = section.getByRole('textbox', { name: 'Current wording', exact: true })
  const proposed = section.getByRole('textbox', { name: 'Proposed wording', exact: true })
  await expect
    .poll(async () => (await proposed.boundingBox())?.x ?? 0)
    .toBeGreaterThan((await current.boundingBox())!.x + 100)
  await local.shot('meeting-section-pair')

  // Each party recommends; who differs says why in their words.
  await goTo(local, `live/${review.key}/recommendation`)
  await heading(local, 'recommendation').waitFor()
  const party = frame.getByRole('article', { name: 'Parent or carer' }).first()
  const choose = party
    .getByRole('radio', { name: 'End the plan' })
    .or(party.getByRole('combobox', { name: /recommend/i }))
    .first()
  await choose.waitFor()
  await local.shot('meeting-recommendation')
  await party.getByRole('textbox', { name: /easons/ }).fill('Ona tego potrzebuje.')
  await expect
    .poll(async () =>
      (await recordsOf(local).store(Contributor).about('review', review.key)).records.map(
        ({ reasons }) => reasons,
      ),
    )
    .toContain('Ona tego potrzebuje.')
})

test('while the connection is away the meeting goes on: words, actions and parked points wait and are stored once when it is back', async () => {
  const local = await openLocal({ page: 'teams' })
  local.ignore(/ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load resource/)
  const { frame, page } = local
  const review = await nextReview(local)
  await goTo(local, `live/${review.key}/child`)
  const speakers = frame.getByRole('group', { name: 'Who is speaking' })
  await speakers.getByRole('button').first().click()
  const box = frame.getByRole('textbox', { name: / says$/ })
  await box.pressSequentially('i was')
  await frame.getByText('Kept as you type').waitFor()
  await page.context().setOffline(true)
  await box.pressSequentially(' going to say')
  await page.keyboard.press('Control+Enter')
  await frame
    .getByText(/^Not saved: you are offline\. The words are kept here and tried again by itself/)
    .waitFor()
  await local.shot('meeting-offline')
  expect(await box.inputValue()).toBe('i was going to say')
  await frame.getByRole('textbox', { name: 'Park this' }).fill('Ask about the bus')
  await frame.getByRole('button', { name: 'Park it' }).click()
  await frame.getByText(/It is kept here; press the button again/).waitFor()
  expect(await frame.getByRole('textbox', { name: 'Park this' }).inputValue()).toBe('Ask about the bus')
  await page.context().setOffline(false)
  await expect
    .poll(
      async () =>
        (await recordsOf(local).store(View).about('review', review.key)).records
          .filter(({ how }) => how === 'meeting')
          .map(({ words }) => words),
      { timeout: 25_000 },
    )
    .toEqual(['i was going to say'])
  await frame.getByRole('button', { name: 'Park it' }).click()
  await frame.getByText('Parked (1)').waitFor()
  expect(await frame.getByText(/^Not saved/).count()).toBe(0)
})

test('a head who only reads sees the meeting as text, without a box or a button that would fail', async () => {
  const local = await openLocal({ page: 'teams', persona: 'head' })
  local.ignore(/403/)
  const { frame } = local
  const { records: reviews } = await recordsOf(local).store(Review).all()
  const views = (await recordsOf(local).store(View).all()).records
  const review = reviews.find(({ key }) => views.some((view) => view.review === key))!
  const pupil = await recordsOf(local).store(Pupil).byKey(review.pupil)
  await goTo(local, `live/${review.key}/child`)
  await heading(local, 'child').waitFor()
  await frame.getByText(/You can read these records but not change them/).waitFor()
  const controls = frame.locator('main').locator('textarea:visible, input:visible, [role=radiogroup]:visible')
  for (const part of [
    'child',
    'people',
    'outcomes',
    'recommendation',
    'actions',
    'changes',
    'close',
  ] as const) {
    await goTo(local, `live/${review.key}/${part}`)
    await heading(local, part).waitFor()
    await expect.poll(() => controls.count(), { message: part }).toBe(0)
    expect(
      await frame
        .getByRole('button', { name: /^(Start|End) the meeting|^Park it|^Edit$|^Change$|^Add / })
        .count(),
      part,
    ).toBe(0)
    await local.shot(`meeting-head-${part}`)
  }
  // One key hides who it is.
  await frame.getByRole('heading', { name: /^Meeting/ }).focus()
  await local.page.keyboard.press('h')
  await frame.getByRole('button', { name: 'Show details' }).waitFor()
  expect(await frame.locator('body').innerText()).not.toContain(fullName(pupil))
})
