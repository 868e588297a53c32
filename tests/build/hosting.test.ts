import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { azure, nginxHeaders, nginxServer } from '../../scripts/hosting/files.ts'
import { headersFor, sorryPath } from '../../scripts/hosting/policy.ts'

const paths = [
  '/tab/index.html',
  '/taskpane/index.html',
  '/redirect.html',
  '/relay.html',
  '/about/privacy.html',
  sorryPath,
  '/assets/part-abc123.js',
  '/icons/16.png',
  '/config.json',
]

type Azure = {
  globalHeaders: Record<string, string>
  routes: { route: string; headers?: Record<string, string>; statusCode?: number }[]
  responseOverrides: Record<string, { rewrite: string }>
}

/** As Azure does it: the first route that fits adds to, or replaces, what is said everywhere. */
const byAzure = (path: string): Record<string, string> => {
  const { globalHeaders, routes } = JSON.parse(azure()) as Azure
  const fits = ({ route }: { route: string }) =>
    route.endsWith('*') ? path.startsWith(route.slice(0, -1)) : path === route
  return { ...globalHeaders, ...routes.find(fits)?.headers }
}

/** As nginx does it: each `add_header`, with a variable's value from its map. */
const byNginx = (path: string): Record<string, string> => {
  const valueOf = (name: string): string => {
    const lines = new RegExp(`map \\$uri \\$${name} \\{([^}]*)\\}`).exec(nginxHeaders())![1]!
    const rules = [...lines.matchAll(/^ {2}(\S+) "([^"]*)";$/gm)].map(([, key, value]) => [key!, value!])
    const found = rules.find(([key]) => key!.startsWith('~') && new RegExp(key!.slice(1)).test(path))
    return (found ?? rules.find(([key]) => key === 'default'))![1]!
  }
  return Object.fromEntries(
    [...nginxServer().matchAll(/^add_header (\S+) (?:"([^"]*)"|\$(\w+))(?: always)?;$/gm)].map(
      ([, name, text, variable]) => [name!, text ?? valueOf(variable!)],
    ),
  )
}

test.each(paths)('%s has the same headers on either host', (path) => {
  expect(byAzure(path)).toEqual(headersFor(path))
  expect(byNginx(path)).toEqual(headersFor(path))
})

test('what is not there is answered with a page that needs nothing else, and is not kept as missing', () => {
  expect((JSON.parse(azure()) as Azure).responseOverrides).toEqual({ '404': { rewrite: sorryPath } })
  expect(nginxServer()).toContain(`error_page 403 404 500 502 503 504 ${sorryPath};`)
  expect(nginxServer()).toMatch(/^add_header Cache-Control \$goldthread_caching;$/m)
  const page = readFileSync(`src${sorryPath}`, 'utf8')
  expect(page).not.toMatch(/<script|src=|rel="stylesheet"|url\(/)
})

test('the host’s own files are not given out', () => {
  for (const file of ['nginx-headers.conf', 'nginx-server.conf']) {
    expect(nginxServer()).toContain(`location = /${file} { return 404; }`)
    expect((JSON.parse(azure()) as Azure).routes).toContainEqual({ route: `/${file}`, statusCode: 404 })
  }
})
