import { Problem } from '../domain/problem.ts'
import { unpack, Unpackable, type UnpackLimits } from './unpack.ts'

/** More than any document of a school; what comes to more is refused before it is unpacked. */
export const docxLimits: UnpackLimits = { part: 64_000_000, whole: 128_000_000, parts: 4_000 }

/** Problem `unsupported` for what was tried, such as `Reading this form`. */
export const unreadableFor =
  (what: string) =>
  (why: string, cause?: unknown): Problem =>
    new Problem({ code: 'unsupported', what }, why, cause)

/**
 * The parts of an Office file from outside, by name. Problem `unsupported`, naming what was tried, where the bytes are
 * no such file or come to more than the limits.
 */
export const docxParts = (
  bytes: Uint8Array,
  what: string,
  wanted: (name: string) => boolean = () => true,
): Record<string, Uint8Array> => {
  try {
    return unpack(bytes, wanted, docxLimits)
  } catch (thrown) {
    if (thrown instanceof Unpackable) throw unreadableFor(what)(thrown.message, thrown)
    throw thrown
  }
}
