import { loadOfficeJs, switchboard } from '../../src/emulator/office/loadOfficeJs.ts'
import { nodeXml } from '../../src/emulator/office/nodeXml.ts'
import { openWord, type WordHost } from '../../src/emulator/office/word/openWord.ts'
import { blankDocument } from '../../src/emulator/office/word/blank.ts'

export const faults: unknown[] = []
type Options = Parameters<typeof openWord>[2]

const open = (bytes: Uint8Array, options: Options = {}): WordHost =>
  openWord(bytes, nodeXml(), { onFault: (fault) => faults.push(fault), ...options })

let current = open(blankDocument())

const board = switchboard(() => current.host)

/** The real office.js in this test file, talking to whichever document was opened last. */
export const startOffice = (): Promise<void> => loadOfficeJs(board)

export const openDocument = (bytes: Uint8Array = blankDocument(), options: Options = {}): WordHost => {
  current = open(bytes, options)
  current.host.panes = board.panes
  return current
}

/** The error that Word.run gives for a batch; fails when there is none. */
export const refusal = async (
  batch: (context: Word.RequestContext) => Promise<void>,
): Promise<OfficeExtension.Error> => {
  try {
    await Word.run(batch)
  } catch (thrown) {
    if (thrown instanceof OfficeExtension.Error) return thrown
    throw thrown
  }
  throw new Error('Word.run was not refused')
}
