import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { shownControl } from '../../src/documents/shownControl.ts'
import { type Matrix, supports, wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { textAt } from '../../src/emulator/office/word/edit.ts'
import type { Selection } from '../../src/emulator/office/word/wordFile.ts'
import { readOpenDocument } from '../../src/host/word.ts'
import { goToControl, goToHeading, lookAtDocument, whenSelectionMoves } from '../../src/host/wordLive.ts'
import { control, paragraph, run, smallDocx, styles } from './smallDocx.ts'
import { openDocument, startOffice } from './wordHost.ts'

beforeAll(async () => {
  await startOffice()
})

afterEach(() => vi.restoreAllMocks())
/** The library asks only once what is advertised: here it is asked anew for each document. */
const openIn = (matrix: Matrix) => {
  vi.spyOn(Office.context.requirements, 'isSetSupported').mockImplementation((set, version) =>
    supports(matrix, `${set} ${version}`),
  )
  return openDocument(minutes, { matrix })
}
const marked = (name: string, text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="7" w:name="${name}"/>${run(text)}<w:bookmarkEnd w:id="7"/></w:p>`
const empty = '<w:showingPlcHdr/>'
const list = '<w:dropDownList><w:listItem w:displayText="Good" w:value="Good"/></w:dropDownList>'
const minutes = smallDocx(
  paragraph('See “Health and social care” below. Not rated yet.') +
    marked('health', 'Health and social care') +
    `<w:p>${control('rv.1.health', run('Hearing is normal'), '<w:text/>', 11)}</w:p>` +
    `<w:p>${control('op.1.rating', run('Not rated yet'), `${empty}${list}`, 12)}</w:p>` +
    `<w:p>${control('op.2.rating', run('Not rated yet'), `${empty}${list}`, 13)}</w:p>` +
    `<w:p>${control('rv.1.place', run('Place to be set'), `${empty}<w:text/>`, 14)}</w:p>`,
  [styles('<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>')],
)
/** What is selected: the text of its paragraph, cut where the selection begins and ends. */
const told = (at: Selection | null) => {
  const text = at ? textAt(at.place) : ''
  return at && [text.slice(0, at.from), text.slice(at.from, at.to), text.slice(at.to)].join('|')
}

test('a part is found by its bookmark, with the cursor before the heading and nothing selected', async () => {
  const { word, host } = openDocument(minutes)
  expect(await goToHeading('Health', 'Other words')).toBe(true)
  expect(told(word.selection)).toBe('||Health and social care')
  expect(host.rich.batches.length).toBeLessThanOrEqual(2)
})

test('where there is no bookmark, or Word knows none, the heading is found by its words, not the sentence that names it', async () => {
  for (const matrix of [wordMatrix.today, wordMatrix.low, { ...wordMatrix.low, WordApi: '1.1' }]) {
    const { word } = openIn(matrix)
    expect(await goToHeading('gone', 'Health and social care')).toBe(true)
    if (matrix.WordApi !== '1.1') expect(told(word.selection)).toBe('||Health and social care')
    expect(await goToHeading('gone', 'Nowhere')).toBe(false)
  }
})

test('an empty control is selected, in a filled one the cursor stands at the end', async () => {
  const { word } = openDocument(minutes)
  expect(await goToControl('rv.1.place', null, true)).toBe(true)
  expect(told(word.selection)).toBe('|Place to be set|')
  expect(await goToControl('rv.1.health', null, false)).toBe(true)
  expect(told(word.selection)).toBe('Hearing is normal||')
  expect(await goToControl('rv.1.nothing', null, true)).toBe(false)
})

test('a list that Word keeps to itself is found by what it shows, the right one of several that show the same', async () => {
  const { word } = openDocument(minutes)
  const document = await readOpenDocument()
  for (const tag of ['op.1.rating', 'op.2.rating']) {
    expect(await goToControl(tag, shownControl(document.xml, tag), true)).toBe(true)
    expect(word.controlIds().size).toBe(4)
    const holder = word.selection!.place.parent.parentNode as Element
    expect(holder.getElementsByTagName('w:tag')[0]!.getAttribute('w:val')).toBe(tag)
  }
})

test('in a Word before 1.5 every one of our controls is found so', async () => {
  const { word } = openIn(wordMatrix.low)
  const document = await readOpenDocument()
  expect(await goToControl('rv.1.place', shownControl(document.xml, 'rv.1.place'), true)).toBe(true)
  expect(told(word.selection)).toBe('|Place to be set|')
})

test('a look is one round trip, notices typing, and says what Word says of saving', async () => {
  const { host, word, document } = openDocument(minutes)
  const before = await lookAtDocument()
  expect(before.saved).toBe(true)
  await Word.run(async (context) => {
    context.document.body.paragraphs.getFirst().insertText('More. ', 'Start')
    await context.sync()
  })
  const batches = host.rich.batches.length
  const after = await lookAtDocument()
  expect(host.rich.batches.length).toBe(batches + 1)
  expect(after.text).not.toBe(before.text)
  expect([after.saved, document.saved, word.tracking]).toEqual([false, false, false])
})

test('the selection tells that something may have changed, until nobody listens', async () => {
  const { select } = openDocument(minutes)
  let moves = 0
  const stop = whenSelectionMoves(() => moves++)
  await expect.poll(() => (select(null), moves)).toBeGreaterThan(0)
  await goToHeading('health', 'Health')
  stop()
  await expect
    .poll(() => {
      const before = moves
      select(null)
      return moves - before
    })
    .toBe(0)
})
