const encoder = new TextEncoder()

/** UTF-8 written straight into bytes: a string a cell, joined and then encoded, would cost twice the time. */
export const letterBytes = (size: number) => {
  let bytes = new Uint8Array(size + 4096)
  let at = 0
  const room = (count: number): void => {
    if (at + count <= bytes.length) return
    const more = new Uint8Array(Math.max(bytes.length * 2, at + count))
    more.set(bytes.subarray(0, at))
    bytes = more
  }
  return {
    /** Letters below 128 only. */
    ascii: (text: string): void => {
      const { length } = text
      if (at + length > bytes.length) room(length)
      for (let place = 0; place < length; place++) bytes[at++] = text.charCodeAt(place)
    },
    any: (text: string): void => {
      room(text.length * 3)
      at += encoder.encodeInto(text, bytes.subarray(at)).written
    },
    isFull: () => at >= size,
    /** What was written since the last time. */
    take: (): Uint8Array<ArrayBuffer> => {
      const taken = bytes.subarray(0, at)
      bytes = new Uint8Array(size + 4096)
      at = 0
      return taken
    },
  }
}
