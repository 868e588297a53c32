import { beforeAll, expect, test } from 'vitest'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { mergedLetters } from '../../src/documents/letters/letters.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { draftSupportPlan, draftWarning } from '../../src/documents/papers/draftSupportPlan.ts'
import { paperName } from '../../src/documents/papers/paper.ts'
import {
  profileLooks,
  type ProfileLook,
  type ProfilePage,
  profilePage,
} from '../../src/documents/papers/profilePage.ts'
import { reviewSummary } from '../../src/documents/papers/reviewSummary.ts'
import { noticeAddressees, supportNotice } from '../../src/documents/papers/supportNotice.ts'
import { type PlanFile, planShapes, supportPlan } from '../../src/documents/papers/supportPlan.ts'
import { yearSummary } from '../../src/documents/papers/yearSummary.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import type { AnyRecordType, RecordOf, Stored } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { CycleTarget } from '../../src/domain/records/cycleTarget.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Provision } from '../../src/domain/records/provision.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { School } from '../../src/domain/records/school.ts'
import { TermDate } from '../../src/domain/records/termDate.ts'
import { View } from '../../src/domain/records/view.ts'
import { meetingHeld } from '../../src/domain/rules/reviewMoves.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'
import { settingsOn } from '../../src/domain/rules/settings.ts'
import type { SchoolRecords } from '../../src/graph/storeTypes.ts'
import { gatherReview } from '../../src/ui/gatherReview.ts'
import { letterFile } from '../../src/ui/letters/letterFile.ts'
import { gatherYear } from '../../src/ui/papers/gatherYear.ts'
import { generatedRecords } from './generated.ts'
import { hasLibreOffice, hasValidator, type Made, onDisk, pagesOf, validatorFindings } from './programs.ts'

const today = '2026-11-20'
const schools = [
  ['primary', generatedRecords('primary', 11, today).records],
  ['secondary', generatedRecords('secondary', 12, today).records],
] as const

type Paper = Made & { readonly kind: string; readonly pupil: Stored<Pupil>; readonly text: string }
const all: Paper[] = []
const profiles: (Paper & { readonly onePage: boolean })[] = []
const adults = new Set<string>()
const pupilsOf = new Map<string, readonly Stored<Pupil>[]>()

const keep = (school: string, kind: string, pupil: Stored<Pupil>, content: DocumentContent): Paper => {
  const paper = {
    kind: `${school} ${kind}`,
    name: `${school} ${all.length} ${kind}.docx`,
    bytes: docxOf(content),
    pupil,
    text: paragraphsOf(content)
      .map(({ text }) => text)
      .join('\n'),
  }
  all.push(paper)
  return paper
}

const reading = (records: SchoolRecords) => {
  const rows = async <R extends AnyRecordType>(type: R): Promise<readonly Stored<RecordOf<R>>[]> =>
    (await records.store(type).all()).records
  const of = async <R extends AnyRecordType>(type: R, pupil: string) =>
    (await rows(type)).filter((row) => (row as Record<string, unknown>)['pupil'] === pupil)
  return { rows, of }
}

beforeAll(async () => {
  for (const [name, records] of schools) {
    const { rows, of } = reading(records)
    const [school, pupils, provisions, terms] = await Promise.all([
      rows(School).then((found) => settingsOn(found, today) ?? null),
      rows(Pupil),
      rows(Provision),
      rows(TermDate),
    ])
    pupilsOf.set(name, pupils)
    for (const { name: adult } of [...(await rows(Contact)), ...(await rows(Contributor))]) adults.add(adult)
    const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]))
    const base = (pupil: Stored<Pupil>) => ({ pupil, school, schoolName: name, today })
    for (const profile of (await rows(Profile)).slice(0, 40)) {
      const pupil = byKey.get(profile.pupil)!
      for (const look of profileLooks) {
        const page: ProfilePage = {
          ...base(pupil),
          profile,
          needs: await of(Need, pupil.key),
          outcomes: await of(Outcome, pupil.key),
          ticks: null,
          look,
          hasPhoto: false,
          photo: null,
        }
        const { content, onePage } = profilePage(page)
        profiles.push({ ...keep(name, `profile ${look}`, pupil, content), onePage })
      }
    }
    const cycles = await rows(Cycle)
    const calendar = calendarOf(terms)
    for (const cycle of cycles.filter((_, at) => at % 3 === 0)) {
      const pupil = byKey.get(cycle.pupil)!
      const plan: PlanFile = {
        ...base(pupil),
        cycle,
        context: {
          weeks: 12,
          calendar,
          hasPlan: pupil.status === 'E',
          all: cycles.filter((one) => one.pupil === pupil.key),
        },
        targets: await of(CycleTarget, pupil.key),
        outcomes: await of(Outcome, pupil.key),
        needs: await of(Need, pupil.key),
        allocations: await of(Allocation, pupil.key),
        provisions,
        views: await of(View, pupil.key),
      }
      for (const shape of planShapes) keep(name, `plan ${shape}`, pupil, supportPlan(plan, shape))
      const [profile = null] = await of(Profile, pupil.key)
      keep(name, 'draft', pupil, draftSupportPlan({ ...plan, profile }))
      const contacts = await of(Contact, pupil.key)
      const people = noticeAddressees(pupil, contacts, today)
      if (people.length > 0)
        keep(
          name,
          `notice to ${people[0]!.as}`,
          pupil,
          mergedLetters({
            kind: 'supportNotice',
            file: letterFile({ pupil, school, schoolName: name, contacts }, cycle),
            today,
            letters: people.map((to) => ({ to, body: supportNotice(plan) })),
            of: { name: 'cycle', key: cycle.key },
          }),
        )
    }
    for (const review of (await rows(Review)).filter(meetingHeld)) {
      const file = await gatherReview(records, review.key, { schoolName: name, today })
      keep(name, `summary ${review.stage}`, file.pupil, reviewSummary(file, today, 'usual'))
      keep(name, 'large summary', file.pupil, reviewSummary(file, today, 'large'))
    }
    for (const pupil of pupils.filter(({ status }) => status === 'E').slice(0, 12))
      keep(
        name,
        'year',
        pupil,
        yearSummary(await gatherYear(records, pupil, { schoolName: name, today }), 'usual'),
      )
  }
}, 240_000)

test('our own checker finds nothing in any paper of two schools', () => {
  expect(all.length).toBeGreaterThan(300)
  expect(all.flatMap(({ name, bytes }) => lintDocx(bytes).map((fault) => `${name}: ${fault}`))).toEqual([])
}, 240_000)

test('a paper names no other child, and nothing that is no word', () => {
  for (const { name, text, pupil } of all) {
    const [school] = name.split(' ')
    const others = pupilsOf
      .get(school!)!
      .filter((one) => one.key !== pupil.key && fullName(one) !== fullName(pupil))
      .filter((one) => text.includes(`${one.forename} ${one.surname}`))
      // A parent may have the name of a child of the school.
      .filter((one) => !adults.has(`${one.forename} ${one.surname}`))
    expect(
      others.map(({ key }) => key),
      name,
    ).toEqual([])
    expect(text, name).not.toMatch(/undefined|null|NaN|\[object|Invalid/)
  }
})

test('what is for families has no code of the census or letter of a section in our own words', () => {
  const families = all.filter(({ kind }) => /summary|year|notice/.test(kind))
  expect(families.length).toBeGreaterThan(60)
  for (const { name, text } of families) {
    // What people said stands as they said it.
    const ours = text.split('\n').filter((line) => !line.includes('“'))
    expect(ours.join('\n'), name).not.toMatch(/\((SLCN|ASD|SEMH|MLD|SPLD|PD)\)|Section [A-K]\b/)
  }
})

test('a draft layout says on every page that it is none of the law’s', () => {
  for (const { text } of all.filter(({ kind }) => kind.endsWith('draft')))
    expect(text.split(draftWarning).length).toBeGreaterThan(3)
})

test('no file’s name tells a child’s', () => {
  for (const pupil of pupilsOf.get('primary')!.slice(0, 50))
    expect(paperName('profile', { pupil, school: null, schoolName: '', today })).not.toContain(pupil.surname)
})

const oneOfEach = () => all.filter(({ kind }, at) => all.findIndex((one) => one.kind === kind) === at)

test.runIf(hasValidator)(
  'Microsoft’s validator finds nothing in papers of every kind',
  async () => {
    expect(oneOfEach().length).toBeGreaterThan(15)
    expect(await validatorFindings(onDisk(oneOfEach()))).toEqual([])
  },
  240_000,
)

/** Words of every length, the same each time. */
const wordsOf = (count: number, seed: number): string => {
  const some = [
    'I',
    'like',
    'to',
    'know',
    'what',
    'comes',
    'next',
    'before',
    'everybody',
    'else',
    'notices',
    'a',
    'mum',
  ]
  return Array.from({ length: count }, (_, at) => some[(at * 7 + seed * 5 + (at % 11)) % some.length]).join(
    ' ',
  )
}
/** Profiles of growing length, up to one that no page holds. */
const growing = (): (Made & { readonly onePage: boolean })[] => {
  const { pupil } = profiles[0]!
  const of = (count: number, look: ProfileLook): Made & { readonly onePage: boolean } => {
    const words = (part: number) =>
      Array.from({ length: (part % 3) + 1 }, (_, line) => wordsOf(Math.ceil(count / ((part % 3) + 1)), part + line)).join('\n') // prettier-ignore
    const { content, onePage } = profilePage({
      pupil,
      school: null,
      schoolName: 'Oakfield',
      today,
      profile: {
        ...pupil,
        pupil: pupil.key,
        from: today,
        goodAt: words(1),
        important: words(2),
        helps: words(3),
        avoid: words(4),
        strategies: words(5),
        communication: words(6),
        strengths: words(7),
        triggers: words(8),
        equipment: words(9),
        exams: null,
        pupilAgreed: true,
        parentAgreed: 'Sana Khan',
        staffAgreed: null,
        madeWith: null,
        reviewOn: null,
      },
      needs: [],
      outcomes: [],
      ticks: null,
      look,
      hasPhoto: false,
      photo: null,
    })
    return { name: `grown ${look} ${count}.docx`, bytes: docxOf(content), onePage }
  }
  return [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120].flatMap((count) => [
    of(count, 'plain'),
    of(count, 'pictures'),
  ])
}

test.runIf(hasLibreOffice)(
  'LibreOffice makes one page of each profile that is said to stand on one, and two of one that is not',
  () => {
    const made = [...profiles.filter((_, at) => at % 4 < 2).slice(0, 20), ...growing()]
    const pages = pagesOf(onDisk(made))
    const told = made.map(({ name, onePage }, at) => `${name}: ${onePage ? 'one' : 'two'}, ${pages[at]}`)
    expect(told.filter((line) => !/one, 1$|two, [12]$/.test(line))).toEqual([])
    expect(told.filter((line) => line.endsWith('two, 2')).length).toBeGreaterThan(2)
    // A page that is warned of and yet stands on one would cry wolf.
    expect(told.filter((line) => line.endsWith('two, 1')).length).toBeLessThan(5)
  },
  240_000,
)

test.runIf(hasLibreOffice)(
  'LibreOffice opens papers of every kind, none of them longer than one reads',
  () => {
    const made = oneOfEach()
    const pages = pagesOf(onDisk(made))
    expect(made.filter((_, at) => pages[at] === 0 || pages[at]! > 6).map(({ name }) => name)).toEqual([])
  },
  240_000,
)
