import { beforeAll, describe, expect, test } from 'vitest'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import type { FormField } from '../../src/documents/form/fields.ts'
import { type FormFile, readForm } from '../../src/documents/form/formFile.ts'
import type { Line } from '../../src/documents/form/lines.ts'
import {
  type FormMap,
  lineAt,
  mapOf,
  type Place,
  placeAt,
  rootOf,
  shownOf,
} from '../../src/documents/form/where.ts'
import { openFile } from '../../src/host/openFile.ts'
import { onSelection, readClicked, showPlace } from '../../src/host/wordForm.ts'
import { paragraphsIn } from '../../src/emulator/office/word/blockText.ts'
import { textAt } from '../../src/emulator/office/word/edit.ts'
import type { WordHost } from '../../src/emulator/office/word/openWord.ts'
import { placesIn } from '../../src/emulator/office/word/search.ts'
import { eastmarch } from '../documents/forms/eastmarch.ts'
import { fenwick } from '../documents/forms/fenwick.ts'
import { loxley } from '../documents/forms/loxley.ts'
import { openDocument, startOffice } from './wordHost.ts'

beforeAll(startOffice)

/** Puts the cursor into a paragraph of the open document, behind so many of its characters. */
const click = (host: WordHost, paragraph: number, offset: number): void => {
  const places = placesIn(paragraphsIn(host.word.body)[paragraph]!)
  let before = 0
  for (const [at, place] of places.entries()) {
    const { length } = textAt(place)
    if (offset <= before + length || at === places.length - 1) {
      const here = Math.min(Math.max(offset - before, 0), length)
      return host.select({ place, from: here, to: here })
    }
    before += length
  }
}

const idOf = (place: Place | null) =>
  place?.is === 'field' ? place.field.id : place?.is === 'table' ? `${place.table.id} ${place.column}` : null

const clickedPlace = async (map: FormMap): Promise<string | null> => {
  const clicked = await readClicked()
  const line = lineAt(map, clicked)
  return line && idOf(placeAt(map, line, clicked))
}

const opened = async (bytes: Uint8Array): Promise<{ host: WordHost; file: FormFile; map: FormMap }> => {
  const host = openDocument(bytes)
  const file = readForm(await openFile('Reading this form'))
  return { host, file, map: mapOf(file.form, rootOf(file.form)!) }
}

const heldIn = ({ held }: FormMap, line: Line) => held.get(line.paragraph) ?? []

describe.each([
  ...exampleForms.map(({ authority, file }) => [authority, file] as const),
  ['Eastmarch', eastmarch] as const,
  ['Loxley', loxley] as const,
  ['Fenwick', fenwick] as const,
])('%s', (_, make) => {
  test('is read from the open document as it would be from its file', async () => {
    const { file } = await opened(make())
    const labels = (fields: readonly FormField[]) => fields.map(({ id, label, takes }) => [id, label, takes])
    expect(labels(file.form.fields)).toEqual(labels(readForm(make()).form.fields))
  })

  test('has every place where it is clicked', async () => {
    const { host, file, map } = await opened(make())
    const reached = new Set<string>()
    for (const line of map.lines)
      for (const { place, from, to } of heldIn(map, line)) {
        click(host, line.index, Number.isFinite(to) ? Math.ceil((from + to) / 2) : from)
        const id = idOf(place)!
        expect([line.index, await clickedPlace(map)]).toEqual([line.index, id])
        reached.add(id)
      }
    const wanted = [
      ...file.form.fields.map(({ id }) => id),
      ...file.form.tables.flatMap(({ id, columns }) => columns.map((column) => `${id} ${column.id}`)),
    ]
    expect(wanted.filter((id) => !reached.has(id))).toEqual([])
  })

  test('shows each place that is picked, or the line in which it stands', async () => {
    const { file, map } = await opened(make())
    for (const { id } of [...file.form.fields, ...file.form.tables]) {
      expect(await showPlace(shownOf(map, id)!)).toBe(true)
      const line = lineAt(map, await readClicked())!
      const here = heldIn(map, line).map(({ place }) =>
        place.is === 'field' ? place.field.id : place.table.id,
      )
      expect(here).toContain(id)
    }
  })
})

test('a click is told to the pane, and no longer once it has stopped listening', async () => {
  const { host } = await opened(exampleForms[0].file())
  let told = 0
  const stop = onSelection(() => told++)
  click(host, 3, 0)
  await expect.poll(() => told).toBe(1)
  stop()
  click(host, 4, 0)
  await new Promise((done) => setTimeout(done, 50))
  expect(told).toBe(1)
})

test('where Word can’t tell the cell, the place is found without it', async () => {
  const { host, map } = await opened(eastmarch())
  const { TableCell } = await import('../../src/emulator/office/word/tableCell.ts')
  const known = Object.getOwnPropertyDescriptor(TableCell.api.members, 'cellIndex')!
  Object.defineProperty(TableCell.api.members, 'cellIndex', { value: undefined, configurable: true })
  try {
    for (const line of map.lines.filter((one) => one.cell && heldIn(map, one).length === 1)) {
      click(host, line.index, 0)
      expect(await clickedPlace(map)).toBe(idOf(heldIn(map, line)[0]!.place))
    }
  } finally {
    Object.defineProperty(TableCell.api.members, 'cellIndex', known)
  }
})
