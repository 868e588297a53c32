const encoder = new TextEncoder()

/** What is written again and again, made into bytes once. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text)

/**
 * UTF-8 written straight into bytes: a string a cell, joined and then encoded, would cost twice the time. The loops
 * work on local names, which the engine keeps in registers.
 */
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
    bytes: (some: Uint8Array): void => {
      const { length } = some
      room(length)
      const into = bytes
      const start = at
      // Faster than `set` for the few bytes of a cell.
      for (let place = 0; place < length; place++) into[start + place] = some[place]!
      at += length
    },
    /** A whole number from 0 to 2³¹ - 1, digit by digit: no string is made of it. */
    whole: (value: number): void => {
      room(10)
      let digits = 1
      for (let left = value; left >= 10; left = (left / 10) | 0) digits++
      at += digits
      const into = bytes
      let place = at
      let left = value
      do {
        const rest = (left / 10) | 0
        into[--place] = 48 + left - rest * 10
        left = rest
      } while (left > 0)
    },
    text: (text: string): void => {
      const { length } = text
      room(length * 3)
      const into = bytes
      const start = at
      let place = 0
      for (; place < length; place++) {
        const code = text.charCodeAt(place)
        if (code > 127) break
        into[start + place] = code
      }
      at += place
      if (place < length) at += encoder.encodeInto(text.slice(place), bytes.subarray(at)).written
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
