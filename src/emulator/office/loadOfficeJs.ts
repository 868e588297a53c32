import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import vm from 'node:vm'
import { installDesktopPort } from './desktopPort.ts'
import type { OfficeHost } from './officeHost.ts'

const dist = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
  'dist',
)
const base = 'https://office.example/'

const memory = (): Storage => {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, String(text)),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
}

type Script = { src: string; onload?: () => void; onerror?: () => void }

/** The few parts of a browser that office.js asks for while it starts. */
const shims = (append: (script: Script) => void): Record<string, unknown> => {
  const head = { appendChild: append }
  const address = 'https://pane.example/'
  return {
    window: globalThis,
    parent: globalThis,
    top: globalThis,
    self: globalThis,
    name: '',
    opener: null,
    location: {
      href: address,
      search: '',
      hash: '',
      protocol: 'https:',
      origin: address,
      hostname: 'pane.example',
    },
    navigator: { userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/120.0 Safari/537.36', platform: 'Win32' },
    history: {},
    sessionStorage: memory(),
    localStorage: memory(),
    addEventListener: () => {},
    removeEventListener: () => {},
    attachEvent: undefined,
    document: {
      domain: 'pane.example',
      getElementsByTagName: (tag: string) =>
        tag === 'script' ? [{ src: `${base}office.debug.js`, getAttribute: () => null }] : [head],
      createElement: () => ({ setAttribute: () => {} }),
      addEventListener: () => {},
      querySelectorAll: () => [],
      body: null,
      cookie: '',
      URL: address,
    },
  }
}

/**
 * Loads the real office.js, unmodified, from node_modules into this process, talking to `host`, and waits for
 * Office.onReady. Once a process (one test file): then `Office`, `Word` and `Excel` are globals. Give it a host that
 * passes calls on (`switchboard`) to change documents between tests. Outside a browser only.
 */
export const loadOfficeJs = async (host: OfficeHost): Promise<void> => {
  const run = (name: string): void => {
    vm.runInThisContext(readFileSync(join(dist, name), 'utf8'), { filename: join(dist, name) })
  }
  const append = (script: Script): void =>
    queueMicrotask(() => {
      try {
        run(script.src.slice(base.length))
        script.onload?.()
      } catch (fault) {
        host.fault(fault)
        script.onerror?.()
      }
    })
  for (const [name, shim] of Object.entries(shims(append)))
    Object.defineProperty(globalThis, name, { value: shim, configurable: true, writable: true })
  installDesktopPort(globalThis as unknown as Window, host)
  run('office.debug.js')
  await Office.onReady()
}

/** A host for `loadOfficeJs` that stands for whichever host is current, so that each test has its own document. */
export const switchboard = (current: () => OfficeHost): OfficeHost => {
  const panes: OfficeHost['panes'] = new Set()
  const here = (): OfficeHost => Object.assign(current(), { panes })
  return new Proxy({} as OfficeHost, {
    get: (_, name) => Reflect.get(here(), name) as unknown,
    set: (_, name, next) => Reflect.set(here(), name, next),
  })
}
