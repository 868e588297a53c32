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

/** The cases of a JSON file: a list of objects. Throws Stop, exit 2, in a sentence. */
export const readCases = async (path: string): Promise<Record<string, unknown>[]> => {
  const text = new TextDecoder().decode(await readIn(path))
  let cases: unknown
  try {
    cases = JSON.parse(text)
  } catch {
    throw notFound(`${path} is not JSON.`)
  }
  if (!Array.isArray(cases)) throw notFound(`${path} is not a list of cases: it should begin with [.`)
  cases.forEach((each: unknown, i) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each))
      throw notFound(`Case ${i + 1} is not an object.`)
  })
  return cases as Record<string, unknown>[]
}
