import { counted } from '../domain/counted.ts'
import { londonDay } from '../domain/rules/day.ts'
import {
  checkRows,
  matchHeadings,
  readExisting,
  readFile,
  type RowResult,
  runImport,
  sayResult,
} from '../importing/index.ts'
import { wordsOf } from '../ui/words.ts'
import { readIn } from './files.ts'
import type { Command } from './command.ts'
import { misused } from './options.ts'
import { openSchools } from './openSchools.ts'

const lastLine = (rows: readonly RowResult[]): string => {
  const count = (...outcomes: RowResult['outcome'][]) =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).length
  return `stored ${count('stored')}, unchanged ${count('unchanged')}, refused ${count('refused', 'notReached')}`
}

/** `import`: says what became of each row; the last line counts them. Exit 1 if any row was refused. */
export const importFile: Command = async (asked, { log, print }) => {
  const [path] = asked.rest
  if (path === undefined) throw misused('Say which file to import.')
  const file = readFile(await readIn(path))
  const refuse = (why: string) => {
    print(why)
    print(lastLine([]))
    return 1
  }
  if (file.kind === 'refused') return refuse(file.why)
  const mapping = matchHeadings(file.headings)
  const opened = await openSchools(asked.given, log)
  try {
    const { connection, school } = opened.schools[0]!
    const existing = await readExisting(connection.records)
    const plan = checkRows(file, mapping, existing, londonDay(new Date()))
    if (plan.missing.length > 0) {
      return refuse(
        `No heading for ${plan.missing.join(', ')} was found. The headings are: ${file.headings.filter(Boolean).join(', ')}.`,
      )
    }
    print(`${school.name}: ${counted(file.rows.length, 'row')}, read as ${file.readAs}`)
    const unreadable = existing.unreadable?.length ?? 0
    if (unreadable > 0)
      print(`${unreadable} pupils on record can’t be read; new rows that may be about them are refused`)
    const unused = file.headings.filter((heading, i) => heading !== '' && !mapping[i])
    if (unused.length > 0) print(`Left out, for want of a field: ${unused.join(', ')}`)
    const { rows, ended } = await runImport(plan, connection.records, (done, of) =>
      log(`${done} of ${of} written`),
    )
    for (const row of rows) print(sayResult(row))
    if (ended !== null && ended !== 'stopped') {
      const { title, todo } = wordsOf(ended.trouble)
      print(`The import ended early. ${title}. ${todo} Run it again: what is stored is not stored twice.`)
    }
    print(lastLine(rows))
    return rows.some(({ outcome }) => outcome === 'refused' || outcome === 'notReached') ? 1 : 0
  } finally {
    await opened.close()
  }
}
