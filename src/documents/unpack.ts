import { Inflate } from 'fflate'

export type UnpackLimits = {
  /** Bytes that one part may come to. */
  readonly part: number
  /** Bytes that the wanted parts may come to together. */
  readonly whole: number
  /** How many entries an archive may have, wanted or not. */
  readonly parts: number
}

const reasons = {
  noArchive: 'it is no archive',
  damaged: 'the archive is damaged',
  locked: 'a part is locked with a password',
  tooMany: 'there are too many parts',
  twice: 'a part is there twice',
  outside: 'a part leads out of the archive',
  tooLarge: 'a part is too large',
  missing: 'a part is missing',
} as const
export type WhyNot = keyof typeof reasons

/** Why an archive isn't unpacked; its message names no part. */
export class Unpackable extends Error {
  readonly why: WhyNot
  constructor(why: WhyNot, options?: ErrorOptions) {
    super(reasons[why], options)
    this.why = why
  }
}

/** A name that stays inside the folder that it is unpacked to: no `..`, no drive, no start at the root. */
export const staysInside = (name: string): boolean =>
  !/^[/\\]|^[a-z]:|\0/i.test(name) && !name.split(/[/\\]/).includes('..')

export type Archive = {
  /** The wanted parts, without folders, as the archive's directory lists them. `size`: bytes unpacked. */
  readonly parts: readonly { readonly name: string; readonly size: number }[]
  /** One part unpacked, each time anew. Throws Unpackable where it is not what the directory says. */
  read(name: string): Uint8Array
}

type Place = {
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly method: number
  readonly offset: number
}

/**
 * Opens a zip archive from outside by its directory, as Office does, without unpacking anything. Throws Unpackable for
 * what is no archive, for too many parts, names given twice or leading out of the archive, passwords, and parts that
 * say that they come to more than the limits. What a part really comes to is counted while it is read: it never
 * exceeds what it says.
 */
export const openArchive = (
  bytes: Uint8Array,
  limits: UnpackLimits,
  wanted: (name: string) => boolean = () => true,
): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = new Map<string, Place>()
  let whole = 0
  for (const place of placesIn(view, bytes, limits)) {
    if (places.has(place.name)) throw new Unpackable('twice')
    if (!staysInside(place.name)) throw new Unpackable('outside')
    places.set(place.name, place)
    if (!wanted(place.name)) continue
    whole += place.size
    if (place.size > limits.part || whole > limits.whole) throw new Unpackable('tooLarge')
  }
  const parts = [...places.values()].filter(
    ({ name, size }) => wanted(name) && !(name.endsWith('/') && size === 0),
  )
  return {
    parts: parts.map(({ name, size }) => ({ name, size })),
    read: (name) => {
      const place = places.get(name)
      if (!place || !wanted(name)) throw new Unpackable('missing')
      return partAt(view, bytes, place)
    },
  }
}

/** All wanted parts of a zip archive from outside. Throws Unpackable as `openArchive` and reading a part do. */
export const unpack = (
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: UnpackLimits,
): Record<string, Uint8Array> => {
  const { parts, read } = openArchive(bytes, limits, wanted)
  return Object.fromEntries(parts.map(({ name }) => [name, read(name)]))
}

const marks = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 }
const lengths = { end: 22, directory: 46, local: 30, longestComment: 65_535 }
const utf8 = new TextDecoder()

const endOfDirectory = (view: DataView): number => {
  const last = view.byteLength - lengths.end
  for (let at = last; at >= Math.max(0, last - lengths.longestComment); at -= 1)
    if (view.getUint32(at, true) === marks.end) return at
  throw new Unpackable('noArchive')
}

const placesIn = function* (view: DataView, bytes: Uint8Array, limits: UnpackLimits): Generator<Place> {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.parts) throw new Unpackable('tooMany')
  let at = view.getUint32(end + 16, true)
  for (let each = 0; each < count; each += 1) {
    if (at + lengths.directory > end || view.getUint32(at, true) !== marks.directory)
      throw new Unpackable('damaged')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Unpackable('locked')
    const name = at + lengths.directory
    const next = name + view.getUint16(at + 28, true)
    yield {
      name: utf8.decode(bytes.subarray(name, next)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    at = next + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}

const partAt = (view: DataView, bytes: Uint8Array, { offset, packed, size, method }: Place): Uint8Array => {
  if (offset + lengths.local > bytes.length || view.getUint32(offset, true) !== marks.local)
    throw new Unpackable('damaged')
  const from = offset + lengths.local + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (from + packed > bytes.length) throw new Unpackable('damaged')
  const held = bytes.subarray(from, from + packed)
  if (method === 8) return inflated(held, size)
  if (method !== 0 || packed !== size) throw new Unpackable('damaged')
  return held
}

/** Bytes unpacked at a time: a piece may come to a thousand times as much before it can be counted. */
const piece = 4096

const inflated = (packed: Uint8Array, size: number): Uint8Array => {
  const pieces: Uint8Array[] = []
  let come = 0
  const inflate = new Inflate((chunk) => {
    come += chunk.length
    if (come > size) throw new Unpackable('tooLarge')
    pieces.push(chunk)
  })
  try {
    for (let from = 0; from === 0 || from < packed.length; from += piece)
      inflate.push(packed.subarray(from, from + piece), from + piece >= packed.length)
  } catch (thrown) {
    throw thrown instanceof Unpackable ? thrown : new Unpackable('damaged', { cause: thrown })
  }
  if (come !== size) throw new Unpackable('damaged')
  return joined(pieces, size)
}

const joined = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  const [only] = pieces
  if (only && pieces.length === 1) return only
  const all = new Uint8Array(size)
  let at = 0
  for (const each of pieces) {
    all.set(each, at)
    at += each.length
  }
  return all
}
