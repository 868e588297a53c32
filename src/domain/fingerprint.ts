const primes: number[] = []
for (let number = 2; primes.length < 64; number++)
  if (primes.every((prime) => number % prime !== 0)) primes.push(number)

/** The first 32 bits behind the point. */
const fraction = (number: number) => ((number - Math.floor(number)) * 0x1_0000_0000) | 0
const starts = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const rounds = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by))
const words = new Int32Array(64)
const encoder = new TextEncoder()

const mix = (state: Int32Array, view: DataView, at: number): void => {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i)
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15]!
    const y = words[i - 2]!
    const first = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
    const second = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
    words[i] = words[i - 16]! + first + words[i - 7]! + second
  }
  // Said one by one: taking the eight apart as a list costs more than a round.
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const one =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i]! + words[i]!) | 0
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as 32 bytes, at once: the browser's own can only be waited for, and a
 * document of 700 fields is made in one go.
 */
export const fingerprint = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes = encoder.encode(text)
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  const state = Int32Array.from(starts)
  for (let at = 0; at < padded.length; at += 64) mix(state, view, at)
  const result = new DataView(new ArrayBuffer(32))
  for (let i = 0; i < 8; i++) result.setInt32(4 * i, state[i]!)
  return new Uint8Array(result.buffer)
}
