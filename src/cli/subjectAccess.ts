import { unzipSync } from 'fflate'
import { join } from 'node:path'
import { AccessRequest } from '../domain/records/accessRequest.ts'
import { Withholding } from '../domain/records/withholding.ts'
import { writePackage } from '../export/accessPackage.ts'
import { gatherPupil } from '../export/pupilFile.ts'
import { candidatesOf } from '../export/candidates.ts'
import { standingOf } from '../export/redaction.ts'
import { collected } from '../export/writeZip.ts'
import type { Command } from './command.ts'
import { writeOut } from './files.ts'
import { findPupil } from './findPupil.ts'
import { openSchools } from './openSchools.ts'
import { needed } from './options.ts'
import { notFound } from './stop.ts'

/** `subject-access`: the folder for a pupil's open request; lists what is undecided by list and field, never its text. */
export const subjectAccess: Command = async (asked, { log, print }) => {
  const [upn, out] = [needed(asked, 'pupil'), needed(asked, 'out')]
  const opened = await openSchools(asked.given, log)
  try {
    const { at, pupil } = await findPupil(opened.schools, upn)
    const { records, files } = at.connection
    const requests = (await records.store(AccessRequest).about('pupil', pupil.key)).records
    const request = requests
      .filter(({ state }) => state === 'open')
      .toSorted((a, b) => (a.received < b.received ? -1 : 1))[0]
    if (!request) throw notFound('This pupil has no open request for access. Add one under Records first.')
    const file = await gatherPupil(records, files, pupil.key)
    const decisions = (await records.store(Withholding).about('request', request.key)).records
    const open = candidatesOf(file, decisions).filter((one) => standingOf(one, decisions).is !== 'decided')
    if (open.length > 0) {
      for (const { list, label, reasons } of open)
        print(`${list}, ${label}: ${reasons.map(({ why }) => why).join('; ')}`)
      print(`${open.length} still to be looked at; nothing was made`)
      return 1
    }
    const { sink, bytes } = collected()
    const index = await writePackage(
      { file, request, decisions, schoolName: at.school.name, files, now: new Date() },
      sink,
    )
    for (const [name, part] of Object.entries(unzipSync(bytes()))) await writeOut(join(out, name), part)
    for (const line of index.notIncluded) print(`Not in it: ${line}`)
    print(
      `${out}: ${index.lists.reduce((sum, { entries }) => sum + entries, 0)} entries, ${index.withheld} kept back`,
    )
    return 0
  } finally {
    await opened.close()
  }
}
