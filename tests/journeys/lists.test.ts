import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, inject, test } from 'vitest'
import { readParagraphs } from '../../src/documents/readParagraphs.ts'
import type { Stored } from '../../src/domain/record.ts'
import { ClassTeacher } from '../../src/domain/records/classTeacher.ts'
import { fullName, Pupil } from '../../src/domain/records/pupil.ts'
import { StaffProfile } from '../../src/domain/records/staffProfile.ts'
import { madeUpXlsx, textSheet } from '../importing/madeUpXlsx.ts'
import { upnNumber } from '../importing/given.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const patience = 180_000
const scratch = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = join(inject('scratch'), name)
  await writeFile(path, bytes)
  return path
}
const onRoll = async (local: Local): Promise<Stored<Pupil>[]> =>
  (await recordsOf(local).store(Pupil).all()).records.filter(({ left }) => left === null)

const misHeadings = [
  'UPN',
  'Legal Surname',
  'Legal Forename',
  'DOB',
  'Year Group',
  'Reg',
  'SEN Status',
  'Leaving date',
]
const misRow = (pupil: Pupil): string[] => [
  pupil.upn ?? '',
  pupil.surname,
  pupil.forename,
  pupil.dateOfBirth,
  pupil.yearGroup ?? '',
  pupil.className ?? '',
  pupil.status,
  '',
]

test(
  'the three lists are compared, fixes accepted from a preview as a job, one kept with a reason, and all of it undone',
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame } = local
    const pupils = await onRoll(local)
    const none = pupils.filter(({ status, upn }) => status === 'N' && upn)
    const [moved, gone, born] = none as [Stored<Pupil>, Stored<Pupil>, Stored<Pupil>]
    const plans = pupils.filter(({ status }) => status === 'E')
    const missing = plans.find(({ localAuthority }) => localAuthority === 'Ridingdale Council')!
    const rows = pupils.map((pupil) => {
      const row = misRow(pupil)
      if (pupil.key === moved.key) row[5] = 'Elm'
      if (pupil.key === gone.key) row[7] = '20/10/2026'
      if (pupil.key === born.key)
        row[3] = `${born.dateOfBirth.slice(0, 8)}${born.dateOfBirth.endsWith('28') ? '27' : '28'}`
      return row
    })
    const joiner = [upnNumber(900), 'Newcome', 'Nia', '2018-04-03', '4', 'Oak', 'K', '']
    const mis = await scratch(
      'mis.xlsx',
      madeUpXlsx([
        { name: 'Cover', xml: textSheet([['Pupils of our school']]) },
        { name: 'Pupils', xml: textSheet([misHeadings, ...rows, joiner]) },
        { name: 'Leavers', xml: textSheet([misHeadings, rows[0]!]) },
      ]),
    )
    const authority = await scratch(
      'authority.csv',
      `Child name,Date of birth,UPN,Plan start date\n${plans
        .filter(({ key }) => key !== missing.key)
        .map(
          (pupil) =>
            `"${pupil.surname}, ${pupil.forename}",${pupil.dateOfBirth},${pupil.upn ?? ''},${pupil.planIssued ?? ''}`,
        )
        .join('\n')}\n`,
    )
    await goTo(local, 'reconcile')
    await frame.getByLabel('MIS export', { exact: true }).locator('input[type=file]').setInputFiles(mis)
    await frame.getByText(/read as Excel, sheet “Pupils”/).waitFor()
    await frame
      .getByLabel('Authority’s list of EHC plans', { exact: true })
      .locator('input[type=file]')
      .setInputFiles(authority)
    await frame.getByRole('tab', { name: 'To put right here 3' }).waitFor()
    await frame.getByRole('tab', { name: 'To ask 2' }).waitFor()
    await local.shot('lists-write')
    const found = [await seriousOn(local, 'differences')]

    await frame.getByRole('button', { name: 'Tick all 3' }).click()
    await frame.getByRole('tab', { name: 'To ask 2' }).click()
    await frame
      .getByText(/Date of birth/)
      .first()
      .waitFor()
    await frame
      .getByRole('combobox', { name: 'What to do about Date of birth' })
      .selectOption({ label: 'Right as it is' })
    await frame.getByRole('button', { name: 'Settle 4 differences' }).click()
    await frame.getByText('1 difference still needs a day or a reason.').waitFor()
    await frame.getByLabel('Why it is right as it is').fill('Birth certificate seen')
    await local.shot('lists-ask')
    found.push(await seriousOn(local, 'to ask'))
    await frame.getByRole('button', { name: 'Settle 4 differences' }).click()
    await frame.getByRole('dialog').getByText(/Elm/).waitFor()
    await local.shot('lists-preview')
    await frame.getByRole('button', { name: 'Settle 4', exact: true }).click()
    await frame.getByText(/^Finished: /).waitFor()
    const after = (await recordsOf(local).store(Pupil).allWithArchived()).records
    const now = (key: string) => after.find((pupil) => pupil.key === key)!
    expect(now(moved.key).className).toBe('Elm')
    expect(now(gone.key)).toMatchObject({ left: '2026-10-20', archived: true })
    expect(now(born.key).dateOfBirth).toBe(born.dateOfBirth)
    expect(after.filter(({ surname }) => surname === 'Newcome')).toMatchObject([
      { status: 'K', className: 'Oak', archived: false },
    ])

    // The lists are still here, with the place where she was; what was settled is ticked no more.
    await goTo(local, 'reconcile')
    await frame.getByText(/read as Excel, sheet “Pupils”/).waitFor()
    await frame.getByRole('tab', { name: 'To ask 1', selected: true }).waitFor()
    await frame.getByRole('button', { name: 'Tick what to settle' }).waitFor()
    const telling = frame.getByRole('region', { name: 'To tell the authority' })
    await telling.getByRole('button', { name: 'Letter in Word' }).click()
    const coming = local.page.waitForEvent('download')
    await forWhom(local, 'Local authority')
    const letter = join(inject('scratch'), 'letter.docx')
    await (await coming).saveAs(letter)
    const { 'word/document.xml': body } = unzipSync(new Uint8Array(await readFile(letter)))
    const words = readParagraphs(strFromU8(body!))
      .map(({ text }) => text)
      .join('\n')
    expect(words).toContain(missing.surname)
    expect(words).toContain('This child has an EHC plan in our records and is not on your list.')
    expect(words).not.toContain(born.upn)
    await local.shot('lists-letter')
    await frame.getByRole('tab', { name: 'Settled before 1' }).click()
    await frame.getByText(/Birth certificate seen/).waitFor()
    await frame.getByRole('tab', { name: 'To put right here 0' }).waitFor()

    await goTo(local, 'records/jobs')
    await frame.getByRole('link', { name: /^Lists compared/ }).click()
    await frame.getByRole('button', { name: 'Undo' }).click()
    await frame.getByRole('dialog').getByRole('button', { name: /Undo/ }).click()
    await frame
      .getByText(/Undone|Finished: /)
      .first()
      .waitFor()
    await expect
      .poll(
        async () => {
          const back = (await recordsOf(local).store(Pupil).all()).records
          const again = (key: string) => back.find((pupil) => pupil.key === key)
          return [
            again(moved.key)?.className,
            again(gone.key)?.left,
            back.some(({ surname }) => surname === 'Newcome'),
          ]
        },
        { timeout: 30_000 },
      )
      .toEqual([moved.className, null, false])
    expect(found.flat()).toEqual([])
  },
  patience,
)

test(
  'a teacher with a small phone sees the profiles of her own classes first, and only what is published',
  async () => {
    const local = await openLocal({
      page: 'teams',
      persona: 'teacher',
      viewport: { width: 320, height: 640 },
    })
    const { frame } = local
    const records = recordsOf(local)
    const profiles = (await records.store(StaffProfile).all()).records
    const own = (await records.store(ClassTeacher).all()).records
      .filter(({ userPrincipalName }) => userPrincipalName === 'priya.nair@oakfieldtrust.example')
      .map(({ className }) => className)
    const mine = profiles.filter(({ className }) => className !== null && own.includes(className))
    expect(mine.length).toBeGreaterThan(0)
    expect(mine.length).toBeLessThan(profiles.length)
    await frame.getByRole('button', { name: `My classes: ${own.join(', ')}`, pressed: true }).waitFor()
    await frame.getByText(`${mine.length} of ${profiles.length} profiles`).waitFor()
    for (const { surname } of mine)
      await frame
        .getByRole('link', { name: new RegExp(surname) })
        .first()
        .waitFor()
    await frame.getByText(/the filters only shorten the list/).waitFor()
    await local.shot('my-classes-phone')
    expect(await seriousOn(local, 'my classes')).toEqual([])
    const wide = await frame.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth)
    expect(wide, 'nothing lies beyond the edge').toBe(false)
    await frame.getByRole('button', { name: 'Everybody' }).click()
    await frame.getByText(`${profiles.length} of ${profiles.length} profiles`).waitFor()
    await goTo(local, 'register')
    await frame.getByRole('alert').waitFor()
    const published = new Set(profiles.map(({ surname }) => surname))
    const pupils = (await records.store(Pupil).all()).records
    const text = (await frame.locator('body').textContent()) ?? ''
    expect(
      pupils.filter((pupil) => !published.has(pupil.surname)).some((pupil) => text.includes(fullName(pupil))),
    ).toBe(false)
  },
  patience,
)

test(
  'pupils come in from one sheet of a workbook and from pasted cells, and class staff from a list',
  async () => {
    const local = await openLocal({ page: 'teams' })
    const { frame } = local
    const sheet = (surname: string) => textSheet([['UPN', 'Surname', 'Forename', 'DOB', 'Year', 'SEN Status'], [upnNumber(901), surname, 'Ada', '2018-01-09', '4', 'K']]) // prettier-ignore
    const path = await scratch('pupils.xlsx', madeUpXlsx([{ name: 'This year', xml: sheet('Firstsheet') }, { name: 'Last year', xml: sheet('Othersheet') }])) // prettier-ignore
    await goTo(local, 'import')
    await frame.getByLabel('List of pupils').setInputFiles(path)
    await frame.getByText('Firstsheet').waitFor()
    await frame.getByRole('combobox', { name: 'Sheet' }).click()
    await frame.getByRole('option', { name: 'Last year' }).click()
    await frame.getByText('Othersheet').waitFor()
    await local.shot('import-sheets')
    await frame.getByRole('button', { name: 'Import 1 pupil' }).click()
    await frame.getByRole('heading', { name: /^1 stored/ }).waitFor()
    await frame.getByRole('button', { name: 'Import another file' }).click()
    await frame.getByRole('button', { name: 'Paste cells from Excel instead' }).click()
    await frame
      .getByLabel('Cells copied from Excel')
      .fill(
        `UPN\tSurname\tForename\tDOB\n${upnNumber(902)}\tPasted\tBo\t10/01/2018\n\tPasted\tCy\t31/02/2018\n`,
      )
    await frame.getByRole('button', { name: 'Read these cells' }).click()
    await frame.getByRole('tab', { name: 'Refused 1' }).waitFor()
    await frame.getByRole('button', { name: 'Import 1 pupil' }).click()
    await frame.getByRole('heading', { name: /^1 stored, 0 unchanged, 1 refused/ }).waitFor()

    await goTo(local, 'school/classes')
    await frame.getByText(/Class Yew has \d+ pupils but nobody is put down for it/).waitFor()
    await local.shot('classes')
    expect(await seriousOn(local, 'classes')).toEqual([])
    await frame.getByRole('button', { name: 'Import a list of classes and staff' }).click()
    await frame.getByRole('button', { name: 'Paste cells from Excel instead' }).click()
    await frame.getByLabel('Cells copied from Excel').fill('Class\tTeacher\tEmail\nYew\tAda Reed\tada.reed@oakfieldtrust.example\nYew\t\tx@y.example\n') // prettier-ignore
    await frame.getByRole('button', { name: 'Read these cells' }).click()
    await frame.getByText('2 rows: 1 new, 0 changed, 0 as they are, 1 not usable.').waitFor()
    await frame.getByRole('button', { name: 'Store 1 row' }).click()
    await frame.getByRole('dialog').getByRole('button', { name: 'Store 1 row' }).click()
    await frame.getByText(/^Finished: /).waitFor()
    await goTo(local, 'school/classes')
    await frame.getByText('Ada Reed').waitFor()
    expect(await frame.getByText(/Class Yew has/).count()).toBe(0)
  },
  patience,
)
