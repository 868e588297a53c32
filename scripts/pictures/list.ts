import type { FrameLocator, Page } from 'playwright-core'
import { Review } from '../../src/domain/records/review.ts'
import { schoolWeekdays, Slot } from '../../src/domain/records/slot.ts'
import { addDays, londonDay, weekdayOf } from '../../src/domain/rules/day.ts'
import type { Connection } from '../../src/graph/connect.ts'

/** The records of the made-up school, to find a place to show. */
export type School = Connection['records']
type Shown = { readonly page: Page; readonly frame: FrameLocator; readonly school: School }

export type Picture = {
  /** Its file in docs/images, without .png. */
  readonly name: string
  readonly page: 'teams' | 'word' | 'excel'
  /** Who is signed in; the SENCO unless said. */
  readonly as?: string
  readonly size?: { readonly width: number; readonly height: number }
  /** A place in the tab, such as `register`. */
  readonly place?: string | ((school: School) => Promise<string>)
  /** Waits until what is to be seen is there. */
  act(shown: Shown): Promise<void>
}

/** What a picture in a guide may weigh, in bytes. */
export const heaviest = 150_000

/** A phone that is held upright. */
const phone = { width: 360, height: 700 }

const settled = async ({ frame }: Shown): Promise<void> => {
  await frame.getByRole('heading', { level: 1 }).first().waitFor()
  await frame.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** The first review that is being planned and has a day for its meeting. */
const review = async (school: School) => {
  const { records } = await school.store(Review).all()
  return records
    .filter(({ stage, meetingDate }) => stage === 'planning' && meetingDate !== null)
    .toSorted((a, b) => (a.meetingDate! < b.meetingDate! ? -1 : 1))[0]!
}

/** The last school day, today or before, on which the assistant who is signed in has sessions by their weekday. */
const sessionDay = async (school: School): Promise<string> => {
  const today = londonDay(new Date())
  const { records } = await school.store(Slot).all()
  const mine = new Set(
    records.flatMap(({ userPrincipalName, weekday }) =>
      userPrincipalName?.startsWith('tom.bright@') ? [Object.keys(schoolWeekdays).indexOf(weekday) + 1] : [],
    ),
  )
  return (
    [0, 1, 2, 3, 4, 5, 6].map((back) => addDays(today, -back)).find((day) => mine.has(weekdayOf(day))) ??
    today
  )
}

/** Rows as an MIS exports them, one with a day that no calendar has. */
const exported = `UPN,Surname,Forename,DOB,Year,Reg,SEN Status,SEN Need 1
Z999204421901,Haigh,Ann,09/01/2018,4,Oak,K,SLCN
,Clegg,Jo,31/02/2018,4,Oak,K,SEMH
,Farouk,Sami,14/06/2017,5,Elm,E,ASD
`

/** The pictures of README and the guides, in the order of their being seen. */
export const pictures: readonly Picture[] = [
  { name: 'today', page: 'teams', place: 'today', act: settled },
  { name: 'register', page: 'teams', place: 'register', act: settled },
  {
    name: 'import',
    page: 'teams',
    place: 'import',
    act: async (shown) => {
      await settled(shown)
      await shown.frame
        .getByLabel('List of pupils')
        .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(exported) })
      await shown.frame.getByRole('button', { name: /^Import \d+ pupils?$/ }).waitFor()
    },
  },
  {
    name: 'pupil',
    page: 'teams',
    place: async (school) => `pupil/${(await review(school)).pupil}`,
    act: async (shown) => {
      await shown.frame.getByRole('link', { name: 'Chronology' }).first().waitFor()
      await settled(shown)
    },
  },
  {
    name: 'review',
    page: 'teams',
    place: async (school) => `review/${(await review(school)).key}/child`,
    act: async (shown) => {
      await shown.frame.getByRole('navigation', { name: 'Parts of the review' }).waitFor()
      await settled(shown)
    },
  },
  {
    name: 'word',
    page: 'word',
    act: async ({ page, frame }) => {
      await frame.getByRole('main').getByRole('listitem').first().getByRole('button').click()
      await frame.getByRole('button', { name: 'Insert minutes' }).click()
      await frame.getByRole('status').getByText('Minutes inserted').waitFor()
      const working = page.locator('[data-tag^="rv."][data-tag$=".working"]')
      await working.getByRole('textbox').first().fill('The quiet corner, and Mr Adeyemi’s group.')
      await frame.getByRole('button', { name: 'Read back' }).click()
      await frame.getByRole('article', { name: /What is working/ }).waitFor()
      await working.scrollIntoViewIfNeeded()
    },
  },
  { name: 'timetable', page: 'teams', place: 'provision/timetable', act: settled },
  { name: 'money', page: 'teams', place: 'provision/money', act: settled },
  {
    name: 'excel',
    page: 'excel',
    size: { width: 1040, height: 600 },
    act: async ({ page, frame }) => {
      await frame.getByRole('button', { name: 'Insert provision map' }).click()
      await frame.getByText('Provision map inserted').waitFor({ timeout: 180_000 })
      await page.locator('[role="gridcell"][aria-label^="A1 "]').waitFor()
    },
  },
  {
    name: 'publish',
    page: 'teams',
    place: async (school) => `pupil/${(await review(school)).pupil}/profile`,
    act: settled,
  },
  { name: 'log', page: 'teams', place: 'records/log', act: settled },
  { name: 'staff-profiles', page: 'teams', as: 'teacher', size: phone, place: 'profiles', act: settled },
  {
    name: 'staff-sessions',
    page: 'teams',
    as: 'ta',
    size: phone,
    place: async (school) => `sessions?day=${await sessionDay(school)}`,
    act: settled,
  },
  {
    name: 'staff-concern',
    page: 'teams',
    as: 'teacher',
    size: phone,
    place: 'concerns',
    act: async (shown) => {
      await settled(shown)
      await shown.frame.getByRole('button', { name: 'Raise a concern' }).click()
      await shown.frame.getByRole('form', { name: 'Send to the SENCO' }).waitFor()
    },
  },
]
