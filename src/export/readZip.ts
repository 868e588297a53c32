import { Inflate } from 'fflate'

/** Why a file is not taken, as a sentence for the person who chose it. */
export class NotTaken extends Error {}

export type ZipEntry = { readonly name: string; readonly size: number }
export type ZipReader = {
  readonly entries: readonly ZipEntry[]
  /** The bytes of one entry; NotTaken where they are not what the zip says. */
  read(name: string): Uint8Array
}
export type ZipLimits = {
  readonly entries: number
  /** Bytes of one file and of all, unpacked. */
  readonly file: number
  readonly whole: number
}

type Place = ZipEntry & { readonly packed: number; readonly method: number; readonly offset: number }

const broken = () => new NotTaken('The file is damaged or not whole. Take a fresh copy of it and try again.')
const endMark = 0x06054b50
const directoryMark = 0x02014b50
const localMark = 0x04034b50
const utf8 = new TextDecoder()

/** A path that can't leave the folder that it is unpacked into, on any system. */
export const isSafePath = (name: string): boolean =>
  name.length <= 400 &&
  !/[\\:\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(name) &&
  name.split('/').every((part) => part !== '' && !/^\.+$/.test(part) && !/[. ]$/.test(part))

const endOfDirectory = (view: DataView): number => {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1)
    if (view.getUint32(at, true) === endMark && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at
  throw new NotTaken('This is not a zip file, or it was cut short on its way.')
}

const placesIn = (view: DataView, bytes: Uint8Array, limits: ZipLimits): Place[] => {
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new NotTaken('The file holds more files than a school’s copy could.')
  const places: Place[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryMark) throw broken()
    const name = view.getUint16(at + 28, true)
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new NotTaken('The file is locked with a password. Unpack it and pack it again without one.')
    places.push({
      name: utf8.decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return places
}

const inflated = (packed: Uint8Array, size: number): Uint8Array => {
  const whole = new Uint8Array(size)
  let at = 0
  const inflate = new Inflate((piece) => {
    // What a zip says of a size is only its word: what comes out is counted as it comes.
    if (at + piece.length > size) throw broken()
    whole.set(piece, at)
    at += piece.length
  })
  try {
    for (let from = 0; from === 0 || from < packed.length; from += 65_536)
      inflate.push(packed.subarray(from, from + 65_536), from + 65_536 >= packed.length)
  } catch {
    throw broken()
  }
  if (at !== size) throw broken()
  return whole
}

/**
 * Opens a .zip without unpacking it. Refused with NotTaken before anything is unpacked: names that lead out of a
 * folder, two files of one name, more or larger files than the limits, passwords. While a file is unpacked its real
 * size is counted, so that one which lies about it fills no memory.
 */
export const openZip = (bytes: Uint8Array, limits: ZipLimits): ZipReader => {
  if (bytes.length < 22) throw new NotTaken('This is not a zip file, or it was cut short on its way.')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = new Map<string, Place>()
  const folded = new Set<string>()
  let whole = 0
  for (const place of placesIn(view, bytes, limits)) {
    if (place.name.endsWith('/') && place.size === 0 && isSafePath(place.name.slice(0, -1))) continue
    const fold = place.name.normalize('NFC').toLowerCase()
    if (!isSafePath(place.name) || folded.has(fold))
      throw new NotTaken('The file holds names that a copy made by Goldthread never has, so it is not read.')
    folded.add(fold)
    whole += place.size
    if (place.size > limits.file || whole > limits.whole)
      throw new NotTaken('The file unpacks to more than a school’s copy could hold, so it is not read.')
    places.set(place.name, place)
  }
  const read = (name: string): Uint8Array => {
    const place = places.get(name)
    if (!place) throw new NotTaken(`The file “${name}” is missing from it.`)
    const { offset, packed, size, method } = place
    if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localMark) throw broken()
    const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    if (from + packed > bytes.length) throw broken()
    const held = bytes.subarray(from, from + packed)
    if (method === 8) return inflated(held, size)
    if (method !== 0 || packed !== size) throw broken()
    return held
  }
  return { entries: [...places.values()].map(({ name, size }) => ({ name, size })), read }
}
