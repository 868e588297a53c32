/** What a kind of page may load, send and be framed by; each value is a list of sources of a Content-Security-Policy. */
type Policy = Readonly<Record<string, readonly string[]>>

const self = "'self'"
const none = "'none'"

/**
 * Microsoft 365 in the browser, which frames the tab.
 * Source: learn.microsoft.com, Microsoft Teams "tab requirements" (frame ancestors).
 */
const teams = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
]

/** Word and Excel on the web, which frame the pane. The hosts are not documented: docs/verify-in-tenant.md. */
const office = [
  'https://*.cloud.microsoft',
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
  'https://*.office365.com',
  'https://*.office.com',
]

const signIn = 'https://login.microsoftonline.com'
/** Where Graph sends a large upload and a download of a document: the tenant's own SharePoint. */
const sharePoint = 'https://*.sharepoint.com'

const common: Policy = {
  'default-src': [none],
  'script-src': [self],
  // Fluent UI writes its rules at run time.
  'style-src': [self, "'unsafe-inline'"],
  'img-src': [self, 'data:', 'blob:'],
  'font-src': [self, 'data:'],
  'connect-src': [self, 'https://graph.microsoft.com', signIn, sharePoint],
  'frame-src': [self, signIn],
  'worker-src': [none],
  'manifest-src': [none],
  'media-src': [none],
  'object-src': [none],
  'base-uri': [none],
  'form-action': [none],
}

const tab: Policy = {
  ...common,
  // teams-js looks there for the names of Teams’ hosts when it loads; without it, its built-in list holds.
  'connect-src': [...common['connect-src']!, 'https://res.cdn.office.net'],
  'frame-ancestors': [self, ...teams],
}
const pane: Policy = {
  ...common,
  // office.js comes from Microsoft and fetches more of itself there; on old hosts it asks for MicrosoftAjax.js.
  'script-src': [self, 'https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'],
  'connect-src': [...common['connect-src']!, 'https://appsforoffice.microsoft.com'],
  'style-src': [...common['style-src']!, 'https://appsforoffice.microsoft.com'],
  'frame-ancestors': [self, ...office],
}
/** The pages that a sign-in window comes back to: they hold nothing and run one script of ours. */
const signInPage: Policy = {
  ...common,
  'connect-src': [self, signIn],
  'frame-ancestors': [self],
}

/** What a web host answers where it has no page: text alone, readable wherever a page of ours is framed. */
const sorryPage: Policy = {
  ...common,
  'script-src': [none],
  'connect-src': [none],
  'frame-src': [none],
  'frame-ancestors': [self, ...new Set([...teams, ...office])],
}
/** Answered, with the status as it was, for whatever isn't there. */
export const sorryPath = '/about/unavailable.html'

const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')

/** The Content-Security-Policy for a path below the place where the pages lie. */
export const contentPolicies: readonly { readonly path: string; readonly policy: string }[] = [
  { path: '/taskpane/', policy: written(pane) },
  { path: '/redirect.html', policy: written(signInPage) },
  { path: '/relay.html', policy: written(signInPage) },
  { path: sorryPath, policy: written(sorryPage) },
  { path: '/', policy: written(tab) },
]

/** Said with every answer, whatever its path. */
export const everywhere: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
}

/** Office doesn't show icons that it may not keep. Parts of the build carry their content in their names and never change; everything else is asked for each time. */
const cachingOf = (path: string): string => caching.find(({ path: start }) => path.startsWith(start))!.for
export const caching = [
  { path: '/assets/', for: 'public, max-age=31536000, immutable' },
  { path: '/icons/', for: 'public, max-age=86400' },
  { path: '/', for: 'no-cache' },
] as const

/** Every header for a path such as `/tab/index.html`. */
export const headersFor = (path: string): Record<string, string> => ({
  'Content-Security-Policy': contentPolicies.find((each) => path.startsWith(each.path))!.policy,
  ...everywhere,
  'Cache-Control': cachingOf(path),
})
