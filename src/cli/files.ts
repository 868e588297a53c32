import { constants } from 'node:buffer'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { notFound } from './stop.ts'

/** Writes a document, making the folder if it is not there. Throws Stop, exit 2, in a sentence. */
export const writeOut = async (path: string, bytes: Uint8Array): Promise<void> => {
  const full = resolve(path)
  try {
    await mkdir(dirname(full), { recursive: true })
    await writeFile(full, bytes)
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException
    throw notFound(
      code === 'EISDIR'
        ? `${path} is a folder: say the file’s name too.`
        : `${path} can’t be written (${code ?? 'unknown'}): choose another place.`,
    )
  }
}

/** The bytes of a file that was named. Throws Stop, exit 2, in a sentence. */
export const readIn = async (path: string): Promise<Uint8Array> => {
  const found = await stat(path).catch(() => null)
  if (!found) throw notFound(`There is no file ${path}.`)
  if (!found.isFile()) throw notFound(`${path} is not a file.`)
  return readFile(path)
}

/** A list of objects in a JSON file; `what` names one of them, as `Case`. Throws Stop, exit 2, in a sentence. */
export const readList = async (path: string, what: string): Promise<Record<string, unknown>[]> => {
  const bytes = await readIn(path)
  // No text can be longer than this in Node.
  if (bytes.length > constants.MAX_STRING_LENGTH)
    throw notFound(`${path} is too long to be read at once: part it into several files.`)
  let list: unknown
  try {
    list = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw notFound(`${path} is not JSON.`)
  }
  if (!Array.isArray(list))
    throw notFound(`${path} is not a list of ${what.toLowerCase()}s: it should begin with [.`)
  list.forEach((each: unknown, i) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each))
      throw notFound(`${what} ${i + 1} is not an object.`)
  })
  return list as Record<string, unknown>[]
}
