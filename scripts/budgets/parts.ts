import type { Rolldown } from 'vite'
import { brotli } from './brotli.ts'
import type { Part, Parts } from './weigh.ts'

const partOf = (part: Rolldown.OutputChunk): Part => {
  let bytes: number | undefined
  return {
    source: part.facadeModuleId,
    imports: part.imports,
    // Packing takes longer than all the rest: only what is weighed is packed, and once.
    get bytes() {
      return (bytes ??= brotli(part.code).byteLength)
    },
    modules: Object.entries(part.modules).map(([name, { renderedLength }]) => ({
      name,
      length: renderedLength,
    })),
  }
}

/** The scripts of a build. */
export const partsOf = (built: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): Parts =>
  Object.fromEntries(
    built.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, partOf(part)] as const] : [])),
  )
