/** An exact number: money is never reckoned in binary floats. `d` is above nothing and the two share no factor. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

export const fraction = (n: bigint, d: bigint = 1n): Fraction => {
  if (d === 0n) throw new RangeError('A fraction over nothing')
  const factor = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / factor, d: d / factor }
}

/** The decimal that a person typed, exactly: 12.5 is 25/2. */
export const exactly = (value: number): Fraction => {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (!found) throw new RangeError('Not a plain decimal number')
  const [, sign, whole = '0', places = ''] = found
  const size = BigInt(whole + places)
  return fraction(sign ? -size : size, 10n ** BigInt(places.length))
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, fraction(0n))

/** To the nearest whole number, halves away from nothing, as schools round pence. */
export const rounded = (a: Fraction): number => {
  const size = a.n < 0n ? -a.n : a.n
  const whole = Number((size * 2n + a.d) / (a.d * 2n))
  return a.n < 0n ? -whole : whole
}

/** For showing and for cached values only: the nearest binary float. */
export const approximately = (a: Fraction): number => Number((a.n * 10n ** 12n) / a.d) / 1e12
