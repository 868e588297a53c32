import { Unzip, UnzipInflate, unzipSync } from 'fflate'

export type UnpackLimits = {
  /** Bytes that one part may come to. */
  readonly part: number
  /** Bytes that the wanted parts may come to together. */
  readonly whole: number
  /** How many entries an archive may have, wanted or not. */
  readonly parts: number
}

/** Why an archive isn't unpacked; its message names no part. */
export class Unpackable extends Error {}

/** A name that stays inside the folder that it is unpacked to: no `..`, no drive, no start at the root. */
export const staysInside = (name: string): boolean =>
  !/^[/\\]|^[a-z]:|\0/i.test(name) && !name.split(/[/\\]/).includes('..')

/** A piece may unpack to a thousand times as much before it can be counted. */
const piece = 4096

/**
 * The wanted parts of a zip archive. What a part comes to is counted while it is unpacked, as an archive can say
 * anything of its own sizes; it ends at the first byte too many. Throws Unpackable for that, for names given twice,
 * names that lead out of the archive, and what is no archive.
 */
export const unpack = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: UnpackLimits,
): Record<string, Uint8Array> => {
  const names = namesIn(bytes, limits)
  const parts = new Map<string, Uint8Array>()
  let whole = 0
  let refusal: Unpackable | null = null
  const unzip = new Unzip((file) => {
    // Read by its own head; the archive's directory must know it too, as that is what other programs go by.
    if (!wanted(file.name) || !names.has(file.name)) return
    if (parts.has(file.name)) refusal ??= new Unpackable('a part is there twice')
    const pieces: Uint8Array[] = []
    let size = 0
    parts.set(file.name, new Uint8Array())
    file.ondata = (fault, chunk, final) => {
      if (refusal) return
      if (fault) {
        refusal = new Unpackable('the archive is damaged', { cause: fault })
        return
      }
      size += chunk.length
      whole += chunk.length
      if (size > limits.part || whole > limits.whole) refusal = new Unpackable('a part is too large')
      else pieces.push(chunk)
      if (final && !refusal) parts.set(file.name, joined(pieces, size))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length && !refusal; from += piece)
      unzip.push(bytes.subarray(from, from + piece), from + piece >= bytes.length)
  } catch (thrown) {
    refusal ??= new Unpackable('the archive is damaged', { cause: thrown })
  }
  if (refusal) throw refusal
  const missing = [...names].find((name) => wanted(name) && !name.endsWith('/') && !parts.has(name))
  if (missing !== undefined) throw new Unpackable('the archive is damaged')
  return Object.fromEntries(parts)
}

const namesIn = (bytes: Uint8Array, limits: UnpackLimits): Set<string> => {
  const names = new Set<string>()
  let seen = 0
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        seen += 1
        if (seen > limits.parts) throw new Unpackable('there are too many parts')
        if (names.has(name)) throw new Unpackable('a part is there twice')
        if (!staysInside(name)) throw new Unpackable('a part leads out of the archive')
        names.add(name)
        return false
      },
    })
  } catch (thrown) {
    throw thrown instanceof Unpackable ? thrown : new Unpackable('it is no archive', { cause: thrown })
  }
  return names
}

const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  const all = new Uint8Array(size)
  let at = 0
  for (const each of pieces) {
    all.set(each, at)
    at += each.length
  }
  return all
}
