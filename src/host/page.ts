/** What the browser says of this page. */
export type PageFacts = {
  readonly browser: string
  readonly language: string
  readonly timeZone: string
  /** Width and height in CSS pixels, and how many of the screen's there are to one. */
  readonly size: readonly [number, number, number]
  readonly framed: boolean
  /** Hosts of the pages around this one, nearest first; null where the browser doesn't tell. */
  readonly around: readonly string[] | null
  /**
   * What the browser lets this page keep: nothing (blocked), apart from what the same page keeps elsewhere (in a
   * frame of another site), or as any page does.
   */
  readonly storage: 'blocked' | 'apart' | 'plain'
  readonly clipboard: boolean
}

const browserName = (): string => {
  type Hints = { readonly brands?: readonly { readonly brand: string; readonly version: string }[] }
  const { brands } = (navigator as { userAgentData?: Hints }).userAgentData ?? {}
  const named = brands?.filter(({ brand }) => !/not.?a.?brand/i.test(brand))
  const short = named?.map(({ brand, version }) => `${brand} ${version}`).join(', ')
  return short ? `${short}; ${navigator.userAgent}` : navigator.userAgent
}

const hostsAround = (): string[] | null => {
  const { ancestorOrigins } = window.location as { ancestorOrigins?: ArrayLike<string> }
  return ancestorOrigins ? Array.from(ancestorOrigins, (origin) => URL.parse(origin)?.host ?? '') : null
}

/** Whether a page around this one belongs to another site: reading its address is refused then. */
const inForeignFrame = (): boolean => {
  try {
    return window.top!.location.host !== window.location.host
  } catch {
    return true
  }
}

const storageHere = (): PageFacts['storage'] => {
  try {
    window.localStorage.getItem('')
  } catch {
    return 'blocked'
  }
  return window.parent !== window && inForeignFrame() ? 'apart' : 'plain'
}

export const pageFacts = (): PageFacts => ({
  browser: browserName(),
  language: navigator.language,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  size: [window.innerWidth, window.innerHeight, window.devicePixelRatio],
  framed: window.parent !== window,
  around: window.parent === window ? [] : hostsAround(),
  storage: storageHere(),
  clipboard: typeof navigator.clipboard?.writeText === 'function',
})

/** The headers of the place that serves these pages, for its clock; null where it can't be asked. */
export const ownServer = async (): Promise<Headers | null> => {
  const address = new URL('../config.json', document.baseURI)
  const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch(() => null)
  return answer?.headers ?? null
}
