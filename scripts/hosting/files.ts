import type { Plugin } from 'vite'
import { caching, contentPolicies, everywhere, headersFor } from './policy.ts'

/** `staticwebapp.config.json` of Azure Static Web Apps. */
const azure = (): string =>
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
        { route: '/nginx-headers.conf', statusCode: 404 },
      ],
    },
    null,
    2,
  )

const escaped = (path: string) => path.replaceAll('.', '\\.')

/** For nginx: `include` it inside `http { … }`, and `add_header` lines stand in the server as its head says. */
const nginx = (): string =>
  [
    '# Headers for Goldthread. Include this file inside http { … }, and put these lines into the server:',
    '#   add_header Content-Security-Policy $goldthread_policy always;',
    '#   add_header Cache-Control $goldthread_caching always;',
    ...Object.entries(everywhere).map(([name, value]) => `#   add_header ${name} "${value}" always;`),
    '#   location = /nginx-headers.conf { return 404; }',
    '# A location with an add_header of its own loses all of these: repeat them there.',
    'map $uri $goldthread_policy {',
    `  default "${contentPolicies.at(-1)!.policy}";`,
    ...contentPolicies.slice(0, -1).map(({ path, policy }) => `  ~^${escaped(path)} "${policy}";`),
    '}',
    'map $uri $goldthread_caching {',
    `  default "${caching.at(-1)!.for}";`,
    ...caching.slice(0, -1).map((each) => `  ~^${each.path} "${each.for}";`),
    '}',
    '',
  ].join('\n')

/** Puts the header files of a web host beside the built pages. */
export const hostingFiles = (): Plugin => ({
  name: 'goldthread-hosting-files',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'staticwebapp.config.json', source: azure() })
    this.emitFile({ type: 'asset', fileName: 'nginx-headers.conf', source: nginx() })
  },
})
