const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const prime = 0x1000000000000000000013bn
const mask = (1n << 128n) - 1n

/** FNV-1a, 128 bits: spreads short texts well and needs no waiting. */
const hash = (text: string): bigint => {
  let sum = 0x6c62272e07bb014262b821756295c58dn
  for (const byte of new TextEncoder().encode(text)) sum = ((sum ^ BigInt(byte)) * prime) & mask
  return sum
}

/**
 * The key of the one record that belongs to these others, such as the progress of one outcome in one review: the same
 * each time and for everybody, so that two people who begin it make one record. Looks like any key, with the time of
 * the first, which is a key itself (or 26 noughts where there is none).
 */
export const derivedKey = (first: string, ...others: readonly string[]): string => {
  let sum = hash([first, ...others].join('/'))
  sum ^= sum >> 80n
  let end = ''
  for (let at = 0; at < 16; at++) {
    end = alphabet[Number(sum & 31n)]! + end
    sum >>= 5n
  }
  return first.slice(0, 10) + end
}
