import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Audience } from '../domain/record.ts'
import { writeCopy } from '../export/schoolCopy.ts'
import type { Command } from './command.ts'
import { openSchools } from './openSchools.ts'
import { needed } from './options.ts'
import { notFound } from './stop.ts'

/** `copy`: one school as a .zip, written as it is made; a copy that breaks off leaves no file of that name. */
export const copy: Command = async (asked, { log, print }) => {
  const out = resolve(needed(asked, 'out'))
  const opened = await openSchools(asked.given, log)
  const begun = `${out}.part`
  try {
    const { school, connection } = opened.schools[0]!
    await mkdir(dirname(out), { recursive: true })
    const file = createWriteStream(begun)
    const whole = finished(file)
    whole.catch(() => undefined)
    const { displayName } = await connection.me()
    const index = await writeCopy(
      {
        school,
        audiences: Object.keys(school.sites) as Audience[],
        records: connection.records,
        files: connection.files,
        madeBy: displayName,
        now: () => new Date(),
        versions: asked.given['versions'] !== undefined,
        progress: ({ doing, step, steps }) => log(`${step} of ${steps}: ${doing}`),
      },
      (piece) => file.write(piece),
    )
    file.end()
    await whole.catch(() => {
      throw notFound(`${out} can’t be written: choose another place.`)
    })
    await rename(begun, out)
    for (const { list, rows, archived, unreadable } of index.lists)
      print(
        `${list}: ${rows}${archived ? `, ${archived} of them archived` : ''}${unreadable ? `, and ${unreadable} that can’t be read` : ''}`,
      )
    for (const { what, why } of index.leftOut) print(`Left out: ${what}: ${why}`)
    const records = index.lists.reduce((sum, { rows }) => sum + rows, 0)
    print(`${asked.given['out']}: ${records} records and ${index.documents} documents of ${school.name}`)
    return 0
  } finally {
    await rm(begun, { force: true })
    await opened.close()
  }
}
