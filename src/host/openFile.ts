import { inOffice } from './office.ts'

/** Codes of the Common API: this Word doesn't do it; the person may not. */
const commonCodes: Readonly<Record<number, string>> = {
  5000: 'NotSupported',
  5012: 'NotSupported',
  7000: 'AccessDenied',
}

const answered = <T>(call: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    call((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value)
      else reject({ code: commonCodes[result.error?.code] ?? String(result.error?.code ?? '') })
    })
  })

/** Office gives pieces of up to 4 MB. */
const sliceSize = 1024 * 1024

/**
 * The open document as its own file, with whatever is typed in it now. `what` names the work for a person. Problem `unsupported` where this Word doesn't
 * give files, `refused` where it may not be read.
 */
export const openFile = (what: string): Promise<Uint8Array<ArrayBuffer>> =>
  inOffice(what, async () => {
    const file = await answered<Office.File>((done) =>
      Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, done),
    )
    try {
      const bytes = new Uint8Array(file.size)
      let at = 0
      for (let index = 0; index < file.sliceCount; index++) {
        const slice = await answered<Office.Slice>((done) => file.getSliceAsync(index, done))
        bytes.set(slice.data as ArrayLike<number>, at)
        at += slice.size
      }
      return bytes
    } finally {
      // Office holds no more than two files: one that stays open would shut the next out.
      await answered<void>((done) => file.closeAsync(done)).catch(() => undefined)
    }
  })
