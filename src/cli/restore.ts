import { readCopy } from '../export/readCopy.ts'
import { isWhole, type ListPlan } from '../export/compareCopy.ts'
import { runRestore } from '../export/restoreCopy.ts'
import { wordsOf } from '../ui/words.ts'
import type { Command } from './command.ts'
import { readIn } from './files.ts'
import { openSchools } from './openSchools.ts'
import { needed } from './options.ts'

const listLines = ({ type, differs, refused, unreadable, fresh, toArchive }: ListPlan): string[] => [
  ...refused.map(({ row, why }) => `${type.list}, row ${row} of the copy: not stored, ${why}`),
  ...differs.map(({ key, fields }) => `${type.list}, ${key}: left as it is, differs in ${fields.join(', ')}`),
  ...(unreadable > 0 ? [`${type.list}: ${unreadable} rows could not be read when the copy was made`] : []),
  ...(fresh.length > 0 ? [`${type.list}: ${fresh.length} are still missing`] : []),
  ...(toArchive.length > 0 ? [`${type.list}: ${toArchive.length} are still to be archived`] : []),
]

/** `restore`: brings a copy in and compares record by record; exit 1 unless all of it is there and equal. */
export const restore: Command = async (asked, { log, print }) => {
  const path = needed(asked, 'file')
  const read = await readCopy(await readIn(path))
  if ('refused' in read) {
    print(read.refused)
    return 1
  }
  const opened = await openSchools(asked.given, log, { whenEmpty: 'setUp' })
  try {
    const { school, connection } = opened.schools[0]!
    const result = await runRestore(read.copy, connection.records, connection.files, {
      progress: (done, of, doing) => log(`${done} of ${of}: ${doing}`),
    })
    for (const { list, key, why } of result.refused)
      print(`${list}, ${key}: not stored. ${wordsOf(why.trouble).title}`)
    for (const list of result.after?.lists ?? []) listLines(list).forEach((line) => print(line))
    for (const { document, is } of result.after?.documents ?? [])
      if (is === 'differs') print(`A document of the site ${document.audience}: left as it is, it differs`)
      else if (is === 'noSite') print(`A document: not stored, there is no site ${document.audience}`)
    if (result.ended && result.ended !== 'stopped') {
      const { title, todo } = wordsOf(result.ended.trouble)
      print(`It ended early. ${title}. ${todo} Run it again: what is stored is not stored twice.`)
    }
    const whole = result.after !== null && isWhole(result.after)
    const same = result.after?.lists.reduce((sum, list) => sum + list.same, 0) ?? 0
    print(
      `${school.name}: stored ${result.stored}, archived ${result.archived}, documents ${result.documents}; ${same} records compared and equal${whole ? '' : '; not all of the copy is here'}`,
    )
    return whole ? 0 : 1
  } finally {
    await opened.close()
  }
}
