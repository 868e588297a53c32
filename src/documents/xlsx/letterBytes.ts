const encoder = new TextEncoder()

/** What is written again and again, made into bytes once. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text)

// Each writes into room that its caller has made and answers with the place after it. Small functions of bytes and a
// place, and no object that holds both: the engine puts them into the loop over the cells and keeps both in registers.

export const putBytes = (into: Uint8Array, at: number, some: Uint8Array): number => {
  const { length } = some
  // Faster than `set` for the few bytes of a cell.
  for (let place = 0; place < length; place++) into[at + place] = some[place]!
  return at + length
}

/** A whole number from 0 to 2³¹ - 1, digit by digit: no string is made of it. Needs 10 bytes. */
export const putWhole = (into: Uint8Array, at: number, value: number): number => {
  let end = at + 1
  for (let left = value; left >= 10; left = (left / 10) | 0) end++
  let place = end
  let left = value
  do {
    const rest = (left / 10) | 0
    into[--place] = 48 + left - rest * 10
    left = rest
  } while (left > 0)
  return end
}

/** As UTF-8. Needs three bytes a character. */
export const putText = (into: Uint8Array, at: number, text: string): number => {
  const { length } = text
  for (let place = 0; place < length; place++) {
    const code = text.charCodeAt(place)
    if (code > 127)
      return at + place + encoder.encodeInto(text.slice(place), into.subarray(at + place)).written
    into[at + place] = code
  }
  return at + length
}
