/** A number as people read it: `2,028`. */
export const showCount = (count: number): string => count.toLocaleString('en-GB')

/** A number with what it counts: `1 record`, `2,028 records`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${showCount(count)} ${count === 1 ? one : many}`
