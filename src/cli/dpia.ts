import { docxOf } from '../documents/docx.ts'
import { recordTypes } from '../domain/records/index.ts'
import type { Command } from './command.ts'
import { dpiaPack } from './dpia/pack.ts'
import { writeOut } from './files.ts'
import { needed } from './options.ts'

/** `dpia`: the pack for a data protection officer as a Word document to fill in. */
export const dpia: Command = async (asked, { print }) => {
  const out = needed(asked, 'out')
  await writeOut(out, docxOf(dpiaPack(recordTypes)))
  print(`${out}: ${recordTypes.length} lists`)
  return 0
}
