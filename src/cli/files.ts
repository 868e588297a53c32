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

/** Where a text stops being JSON, for whoever wrote it by hand or had a program write it: `: line 3 …`. */
const whereNotJson = (text: string, message: string): string => {
  const lineOf = (at: number) => text.slice(0, at).split('\n').length
  if (text.trim() === '') return ': it is empty'
  // What programs write for a sum that failed; within quotation marks it would be words.
  const blanked = text.replace(/"(?:[^"\\\n]|\\.)*"/g, (words) => ' '.repeat(words.length))
  const failed = /-?\b(?:NaN|Infinity|undefined)\b/.exec(blanked)
  if (failed) return `: line ${lineOf(failed.index)} says ${failed[0]}, where a number in digits is needed`
  const at = /position (\d+)/.exec(message)
  if (at) return `: it goes wrong in line ${lineOf(Number(at[1]))}`
  return /end of JSON|Unterminated/.test(message) ? ': it ends before it is complete' : ''
}

/** A list of objects in a JSON file; `what` names one of them, as `Case`. Throws Stop, exit 2, in a sentence. */
export const readList = async (path: string, what: string): Promise<Record<string, unknown>[]> => {
  const bytes = await readIn(path)
  // No text can be longer than this in Node.
  if (bytes.length > constants.MAX_STRING_LENGTH)
    throw notFound(`${path} is too long to be read at once: part it into several files.`)
  const text = new TextDecoder().decode(bytes)
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch (thrown) {
    throw notFound(`${path} is not JSON${whereNotJson(text, (thrown as Error).message)}.`)
  }
  if (!Array.isArray(list))
    throw notFound(`${path} is not a list of ${what.toLowerCase()}s: it should begin with [.`)
  list.forEach((each: unknown, i) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each))
      throw notFound(`${what} ${i + 1} is not an object.`)
  })
  return list as Record<string, unknown>[]
}
