import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { DocumentDesign } from '../../src/domain/records/documentDesign.ts'
import { MinutesLayout } from '../../src/domain/records/minutesLayout.ts'
import { Review } from '../../src/domain/records/review.ts'
import { layoutIn } from '../../src/domain/rules/minutesLayout.ts'
import { letterhead, png } from '../documents/templates.ts'
import { seriousOn } from './axe.ts'
import { forWhom, goTo, type Local, openLocal } from './harness.ts'
import { recordsOf } from './tabRecords.ts'

const minutesOf = async (local: Local): Promise<Record<string, Uint8Array>> => {
  const { frame, page } = local
  const [review] = (await recordsOf(local).store(Review).all()).records.filter(
    ({ meetingDate }) => meetingDate !== null,
  )
  await goTo(local, `review/${review!.key}`)
  await frame.getByRole('button', { name: 'Download minutes' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), forWhom(local, 'Local authority')])
  const path = join(local.server.data, 'minutes.docx')
  await download.saveAs(path)
  return unzipSync(await readFile(path))
}
const file = (name: string, bytes: Uint8Array, mimeType = 'application/octet-stream') => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
})

test('a school’s template is tried, used for the minutes, and given up again with one click', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'school/minutes')
  const template = frame.getByLabel('A Word template of the school')
  await frame.getByRole('button', { name: 'Choose a Word template' }).waitFor()
  await template.setInputFiles(file('Holiday.pdf', Buffer.from('%PDF-1.7')))
  await frame.getByText('This is a PDF.').waitFor()
  await template.setInputFiles(file('Letterhead.dotx', letterhead()))
  await frame.getByText('Links in the header and footer stay as text.').waitFor()
  await local.shot('look-tried')
  expect(await seriousOn(local)).toEqual([])
  const [example] = await Promise.all([
    page.waitForEvent('download'),
    frame.getByRole('button', { name: 'Download an example' }).click(),
  ])
  expect(example.suggestedFilename()).toBe('Example of documents.docx')
  await frame.getByRole('button', { name: 'Use this template' }).click()
  await frame.getByText(/Your template “Letterhead.dotx”/).waitFor()
  const [row] = (await recordsOf(local).store(DocumentDesign).all()).records
  expect(row).toMatchObject({ kind: 'template', file: 'Letterhead.dotx' })
  expect(row!.chosenBy).toBeTruthy()

  const parts = await minutesOf(local)
  expect(strFromU8(parts['word/header1.xml']!)).toContain('logo')
  expect(strFromU8(parts['word/styles.xml']!)).toContain('Georgia')
  expect(strFromU8(parts['word/footer1.xml']!)).toContain('Acorn Lane')

  await goTo(local, 'school/minutes')
  await frame.getByRole('button', { name: 'Back to Goldthread’s own look' }).click()
  await frame.getByText('Goldthread’s own, since').waitFor()
  expect(Object.keys(await minutesOf(local))).not.toContain('word/header1.xml')

  await goTo(local, 'school/minutes')
  await frame
    .getByLabel('The school’s logo')
    .setInputFiles(
      file(
        'crest.svg',
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="green"/></svg>',
        ),
        'image/svg+xml',
      ),
    )
  await frame.getByRole('button', { name: 'Use this logo' }).click()
  await frame.getByText(/Your logo “crest.png”/).waitFor()
  const withLogo = await minutesOf(local)
  expect(strFromU8(withLogo['word/header1.xml']!)).toMatch(/descr="[^"]+ logo"/)
  expect(withLogo['word/media/design1.png']!.slice(1, 4)).toEqual(png(1, 1).slice(1, 4))
})

test('the order of the minutes is changed by keys alone, kept, and followed by the next document', async () => {
  const local = await openLocal({ page: 'teams' })
  const { frame, page } = local
  await goTo(local, 'school/minutes')
  const down = frame.getByRole('button', { name: 'Move down: What we decided' })
  await down.focus()
  await page.keyboard.press('Enter')
  await frame.getByText('What we decided: now 2 of 24').waitFor()
  await page.keyboard.press('Enter')
  await frame.getByText('What we decided: now 3 of 24').waitFor()
  await frame.getByRole('button', { name: 'Rename: Who was there' }).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Present and apologies')
  await page.keyboard.press('Enter')
  await frame.getByRole('button', { name: 'Leave out: Funding' }).click()
  expect(await frame.getByRole('button', { name: 'Leave out: Present and apologies' }).count()).toBe(0)
  await local.shot('order-changed')
  expect(await seriousOn(local)).toEqual([])
  await frame.getByRole('button', { name: 'Keep this order' }).click()
  await frame.getByText('Minutes have this order.').waitFor()
  const [row] = (await recordsOf(local).store(MinutesLayout).all()).records
  const layout = layoutIn(row!.parts)!
  expect(layout.slice(0, 3).map(({ part }) => part)).toEqual(['people', 'child', 'recommendation'])
  expect(layout.find(({ part }) => part === 'funding')?.out).toBe(true)
  const body = strFromU8((await minutesOf(local))['word/document.xml']!)
  expect(body).toContain('Present and apologies')
  expect(body.indexOf('w:name="people"')).toBeLessThan(body.indexOf('w:name="recommendation"'))
  expect(body).not.toContain('w:name="funding"')

  await goTo(local, 'school/minutes')
  await frame.getByRole('button', { name: 'Save for other schools' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    forWhom(local, 'Another school or college'),
  ])
  expect(download.suggestedFilename()).toBe('Order of minutes.json')
})
