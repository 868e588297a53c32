/** Share of a normal distribution below z, to about 15 places. Marsaglia, Evaluating the normal distribution, 2004. */
export const shareBelow = (z: number): number => {
  if (z < -8) return 0
  if (z > 8) return 1
  let sum = z
  let term = z
  for (let i = 3; Math.abs(term) > 1e-17; i += 2) {
    term *= (z * z) / i
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}
