import { openArchive, Unpackable, type UnpackLimits, type WhyNot } from '../documents/unpack.ts'

/** Why a file is not taken, as a sentence for the person who chose it. */
export class NotTaken extends Error {}

export type ZipReader = {
  readonly entries: readonly { readonly name: string; readonly size: number }[]
  /** The bytes of one entry; NotTaken where they are not what the zip says. */
  read(name: string): Uint8Array
}

/** A path that can't leave the folder that it is unpacked into, on any system. */
export const isSafePath = (name: string): boolean =>
  name.length <= 400 &&
  !/[\\:\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name) &&
  name.split('/').every((part) => part !== '' && !/^\.+$/.test(part) && !/[. ]$/.test(part))

const strangeNames = 'The file holds names that a copy made by Goldthread never has, so it is not read.'
const words: Readonly<Record<Exclude<WhyNot, 'missing'>, string>> = {
  noArchive: 'This is not a zip file, or it was cut short on its way.',
  damaged: 'The file is damaged or not whole. Take a fresh copy of it and try again.',
  locked: 'The file is locked with a password. Unpack it and pack it again without one.',
  tooMany: 'The file holds more files than a school’s copy could.',
  twice: strangeNames,
  outside: strangeNames,
  tooLarge: 'The file unpacks to more than a school’s copy could hold, so it is not read.',
}

const told = <T>(work: () => T, name = ''): T => {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof Unpackable)) throw thrown
    throw new NotTaken(
      thrown.why === 'missing' ? `The file “${name}” is missing from it.` : words[thrown.why],
    )
  }
}

/**
 * Opens a copy's .zip without unpacking it. Stricter with names than other archives, as they become names of files:
 * NotTaken for those that no system may be given and for two that differ in their case alone.
 */
export const openZip = (bytes: Uint8Array, limits: UnpackLimits): ZipReader => {
  const { parts, read } = told(() => openArchive(bytes, limits))
  const folded = new Set(parts.map(({ name }) => name.normalize('NFC').toLowerCase()))
  if (folded.size < parts.length || !parts.every(({ name }) => isSafePath(name)))
    throw new NotTaken(strangeNames)
  return { entries: parts, read: (name) => told(() => read(name), name) }
}
