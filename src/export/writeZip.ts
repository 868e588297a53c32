import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { breathe } from '../domain/breathe.ts'

/** Takes the bytes of a file one piece after another. */
export type Sink = (piece: Uint8Array) => void

export type ZipWriter = {
  /** Packs one file. Its name is a path with `/`, checked by the caller. */
  add(name: string, bytes: Uint8Array): Promise<void>
  end(): void
}

const pieceSize = 1_000_000
/** The earliest moment that a zip can hold, so that the same content is always the same bytes. */
const zipTime = new Date(1980, 0, 1)
const packedAlready = /\.(docx|xlsx|pptx|zip|png|jpe?g|gif|webp|heic|mp[34]|m4a|mov)$/i

/** Writes a .zip piece by piece, so that a whole school needs no second copy of itself in memory. */
export const zipTo = (sink: Sink): ZipWriter => {
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault
    sink(piece)
  })
  return {
    add: async (name, bytes) => {
      const file = packedAlready.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      file.mtime = zipTime
      zip.add(file)
      for (let from = 0; from === 0 || from < bytes.length; from += pieceSize) {
        file.push(bytes.subarray(from, from + pieceSize), from + pieceSize >= bytes.length)
        await breathe()
      }
    },
    end: () => zip.end(),
  }
}

/** A sink that keeps everything, and what it kept as one. */
export const collected = (): { sink: Sink; bytes(): Uint8Array<ArrayBuffer> } => {
  const pieces: Uint8Array[] = []
  return {
    sink: (piece) => void pieces.push(piece),
    bytes: () => {
      const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
      let at = 0
      for (const piece of pieces) {
        all.set(piece, at)
        at += piece.length
      }
      return all
    },
  }
}
