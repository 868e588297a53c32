/** How this Graph behaves where Microsoft's behaviour is not fixed by documentation, and what a test may switch on. */
export type Settings = {
  /** Milliseconds by which the server's clock is ahead of ours (behind when below 0). */
  clockAhead: number
  /** The time zone of every site, by which a date-only column falls on midnight; many were left in `America/Los_Angeles`. */
  timeZone: string
  /** Milliseconds before each answer. */
  latency: number
  /** Behaviour seen only by third parties (grade C): the list view threshold sent as 429, indexes refused on long lists. */
  cGrade: boolean
  /** Rows that a query's first clause may match before the list view threshold answers. */
  threshold: number
  /** The most rows that a page holds, whatever was asked for. */
  mostRows: number
  /** This part of all pages of rows holds fewer than were asked for, some none, and leads on all the same: 0 to 1. */
  thinPages: number
  /** Status for a second row with the same value in a unique column: not known for Graph. */
  duplicateStatus: 400 | 409 | 500
  /** What choosing a column that is not there does: nothing, or 400 as for a filter. Not known for Graph. */
  unknownSelect: 'ignored' | 'refused'
  /** How line breaks in long text come back. */
  lineBreaks: 'asSent' | 'crlf'
  /** Status for text longer than its column: not known for Graph. */
  tooLongStatus: 400 | 500
  /** SharePoint's own API takes a choice that is not among the choices; only its forms insist. */
  choicesEnforced: boolean
  /** How a list is refused whose own permissions leave a person out: as forbidden, or as if it were not there. */
  closedListStatus: 403 | 404
  /** Whether PATCH …/fields tells the new eTag. */
  etagInFields: boolean
  /** Whether lists keep earlier versions of their rows. */
  versioning: boolean
  /** Every call must carry a token that was fetched again with claims (`;cp1`). */
  claimsChallenge: boolean
  /** Headers that a page from another origin may read, beyond those every browser allows. */
  exposeHeaders: readonly string[]
  throttle: Throttle
}

export type Throttle = {
  /** The next so many requests are refused with 429. */
  next: number
  /** This part of all requests is refused with 429: 0 to 1. */
  rate: number
  /** Resource units a minute, or null for no limit; RateLimit headers come from 80% on. */
  unitsPerMinute: number | null
  /** Seconds told in Retry-After, or null for no such header. */
  retryAfter: number | null
  /** Retry-After as seconds, or as a moment by the server's own clock. */
  retryAfterAs: 'seconds' | 'date'
  /** The body that SharePoint really sends, or the one in Microsoft's documentation. */
  body: 'sharepoint' | 'documented'
}

export const defaultSettings: Settings = {
  clockAhead: 0,
  timeZone: 'Europe/London',
  latency: 0,
  cGrade: true,
  threshold: 5000,
  mostRows: 5000,
  thinPages: 0,
  duplicateStatus: 400,
  unknownSelect: 'ignored',
  lineBreaks: 'asSent',
  tooLongStatus: 400,
  choicesEnforced: false,
  closedListStatus: 403,
  etagInFields: true,
  versioning: true,
  claimsChallenge: false,
  exposeHeaders: [],
  throttle: {
    next: 0,
    rate: 0,
    unitsPerMinute: null,
    retryAfter: 1,
    retryAfterAs: 'seconds',
    body: 'sharepoint',
  },
}
