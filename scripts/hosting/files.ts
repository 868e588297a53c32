import type { Plugin } from 'vite'
import { caching, contentPolicies, everywhere, headersFor, sorryPath } from './policy.ts'

/** For web servers, not for browsers. */
const kept = ['nginx-headers.conf', 'nginx-server.conf']

/** `staticwebapp.config.json` of Azure Static Web Apps. */
export const azure = (): string =>
  JSON.stringify(
    {
      globalHeaders: headersFor('/'),
      routes: [
        ...caching
          .filter(({ path }) => path !== '/')
          .map((each) => ({ route: `${each.path}*`, headers: { 'Cache-Control': each.for } })),
        ...contentPolicies
          .filter(({ path }) => path !== '/')
          .map(({ path, policy }) => ({
            route: path.endsWith('/') ? `${path}*` : path,
            headers: { 'Content-Security-Policy': policy },
          })),
        ...kept.map((file) => ({ route: `/${file}`, statusCode: 404 })),
      ],
      responseOverrides: { '404': { rewrite: sorryPath } },
    },
    null,
    2,
  )

const escaped = (path: string) => path.replaceAll('.', '\\.')
const map = (name: string, fallback: string, lines: readonly (readonly [path: string, value: string])[]) => [
  `map $uri $${name} {`,
  `  default "${fallback}";`,
  ...lines.map(([path, value]) => `  ~^${escaped(path)} "${value}";`),
  '}',
]

/** Which page has which policy and may be kept for how long: nginx takes that inside `http { … }` alone. */
export const nginxHeaders = (): string =>
  [
    '# Headers for Goldthread: include this file inside http { … }, and nginx-server.conf inside server { … }.',
    ...map(
      'goldthread_policy',
      contentPolicies.at(-1)!.policy,
      contentPolicies.slice(0, -1).map(({ path, policy }) => [path, policy] as const),
    ),
    ...map(
      'goldthread_caching',
      caching.at(-1)!.for,
      caching.slice(0, -1).map((each) => [each.path, each.for] as const),
    ),
    '',
  ].join('\n')

/** What the server of the pages does with them. */
export const nginxServer = (): string =>
  [
    '# Goldthread: include this file inside the server { … } whose root is the folder with the pages, and',
    '# nginx-headers.conf inside http { … }.',
    '# A location with an add_header of its own loses all of these: repeat them there.',
    'add_header Content-Security-Policy $goldthread_policy always;',
    ...Object.entries(everywhere).map(([name, value]) => `add_header ${name} "${value}" always;`),
    '# Not "always": a part that is missing for a moment must not be kept as missing for a year.',
    'add_header Cache-Control $goldthread_caching;',
    'charset utf-8;',
    'charset_types text/css text/javascript application/javascript application/json;',
    'gzip on;',
    'gzip_types text/css text/javascript application/javascript application/json;',
    // 403 is what nginx says of the bare address, where no page lies.
    `error_page 403 404 500 502 503 504 ${sorryPath};`,
    ...kept.map((file) => `location = /${file} { return 404; }`),
    'location = /staticwebapp.config.json { return 404; }',
    '',
  ].join('\n')

/** Puts the header files of a web host beside the built pages. */
export const hostingFiles = (): Plugin => ({
  name: 'goldthread-hosting-files',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'staticwebapp.config.json', source: azure() })
    this.emitFile({ type: 'asset', fileName: 'nginx-headers.conf', source: nginxHeaders() })
    this.emitFile({ type: 'asset', fileName: 'nginx-server.conf', source: nginxServer() })
  },
})
