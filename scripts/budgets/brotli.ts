import { brotliCompressSync, constants } from 'node:zlib'

/**
 * The bytes packed with brotli. Level 11 is what files pressed beforehand have, and what sizes are told in; a host
 * that packs while it answers mostly takes level 6 and sends about a tenth more.
 */
export const brotli = (content: string | Uint8Array, level: 6 | 11 = 11): Buffer => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}
