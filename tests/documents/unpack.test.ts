import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { staysInside, unpack, Unpackable } from '../../src/documents/unpack.ts'

const limits = { part: 1_000_000, whole: 1_500_000, parts: 50 }
const all = () => true
const why = (work: () => unknown): string => {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof Unpackable) return thrown.message
    throw thrown
  }
  return 'unpacked'
}

const put32 = (bytes: Uint8Array, at: number, value: number) =>
  new DataView(bytes.buffer).setUint32(at, value, true)
/** The same archive, whose heads and directory say that each part comes to `size` bytes. */
const lying = (archive: Uint8Array, size: number): Uint8Array => {
  const bytes = Uint8Array.from(archive)
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    const sign = new DataView(bytes.buffer).getUint32(at, true)
    if (sign === 0x04034b50) put32(bytes, at + 22, size)
    if (sign === 0x02014b50) put32(bytes, at + 24, size)
  }
  return bytes
}

test('whatever was packed comes out as it was, packed or stored, and only what is wanted', () => {
  const parts = fc.dictionary(
    fc
      .string({ minLength: 1, maxLength: 20 })
      .filter((name) => staysInside(name) && !name.endsWith('/') && name !== '__proto__'),
    fc.tuple(fc.uint8Array({ maxLength: 3000 }), fc.constantFrom(0, 6)),
    { maxKeys: 8 },
  )
  fc.assert(
    fc.property(parts, (given) => {
      const archive = zipSync(
        Object.fromEntries(
          Object.entries(given).map(([name, [bytes, level]]) => [name, [bytes, { level: level as 0 | 6 }]]),
        ),
      )
      const plain = Object.fromEntries(Object.entries(given).map(([name, [bytes]]) => [name, bytes]))
      expect(unpack(archive, all, limits)).toEqual(plain)
      const one = Object.keys(plain)[0]
      if (one !== undefined)
        expect(unpack(archive, (name) => name === one, limits)).toEqual({ [one]: plain[one] })
    }),
    { numRuns: 200 },
  )
})

test('a part that comes to more than it may is refused, whatever it says of its size', () => {
  const bomb = zipSync({ a: new Uint8Array(60_000_000) })
  expect(bomb.length).toBeLessThan(100_000)
  expect(why(() => unpack(bomb, all, limits))).toBe('a part is too large')
  expect(why(() => unpack(lying(bomb, 10), all, limits))).toBe('a part is too large')
  expect(unpack(bomb, (name) => name === 'b', limits)).toEqual({})
})

test('many parts that are small alone and large together, and too many parts, are refused', () => {
  const parts = (count: number, size: number) =>
    zipSync(Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, new Uint8Array(size)])))
  expect(why(() => unpack(parts(20, 100_000), all, limits))).toBe('a part is too large')
  expect(why(() => unpack(parts(51, 1), all, limits))).toBe('there are too many parts')
})

test.each(['../x', 'a/../../x', '/etc/x', 'C:\\x', 'a\\..\\..\\x', 'x\0y'])(
  'a part named %j is refused',
  (name) => {
    expect(why(() => unpack(zipSync({ [name]: strToU8('x') }), all, limits))).toBe(
      'a part leads out of the archive',
    )
  },
)

test('a part that is there twice is refused', () => {
  const archive = zipSync({ 'aa/1': strToU8('one'), 'aa/2': strToU8('two') })
  const text = Buffer.from(archive).toString('latin1').replaceAll('aa/2', 'aa/1')
  expect(why(() => unpack(Uint8Array.from(Buffer.from(text, 'latin1')), all, limits))).toBe(
    'a part is there twice',
  )
})

test('bytes that are no archive, or are cut or changed anywhere, are refused or give just what was in it', () => {
  const archive = zipSync({ a: strToU8('hello '.repeat(200)), b: [strToU8('there'), { level: 0 }] })
  const whole = unpack(archive, all, limits)
  fc.assert(
    fc.property(
      fc.nat(archive.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.boolean(),
      (at, byte, cut) => {
        const bytes = cut ? archive.subarray(0, at) : Uint8Array.from(archive)
        if (!cut) bytes[at] = byte
        let parts: Record<string, Uint8Array> = {}
        if (why(() => (parts = unpack(bytes, all, limits))) !== 'unpacked') return
        // A byte may change a text or a name unseen: zip's own sum is for accidents. Nothing grows or appears.
        expect(Object.keys(parts).length).toBeLessThanOrEqual(2)
        for (const part of Object.values(parts))
          expect(part.length).toBeLessThanOrEqual(whole['a']!.length + 300)
      },
    ),
    { numRuns: 1500 },
  )
  expect(why(() => unpack(strToU8('no archive at all'), all, limits))).toBe('it is no archive')
})
