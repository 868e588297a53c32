import { ulid } from 'ulid'

/** A record's own key for life: 26 characters, unique without asking anybody, sorted by when it was made. */
export const newKey = (now: number = Date.now()): string => ulid(now)

export const isKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(value)
