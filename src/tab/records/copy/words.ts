const number = (count: number) => count.toLocaleString('en-GB')

/** `1 record`, `2,028 records`. */
export const counted = (count: number, one: string): string =>
  `${number(count)} ${one}${count === 1 ? '' : 's'}`

/** `340 KB`, `12.4 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${number(Math.ceil(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
