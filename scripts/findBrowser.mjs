import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const onPath = () =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))

const usual = {
  linux: () => [
    ...onPath(),
    ...names.map((name) => `/usr/bin/${name}`),
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  darwin: () =>
    ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((app) =>
      ['/Applications', join(process.env.HOME ?? '', 'Applications')].map(
        (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
      ),
    ),
  win32: () =>
    [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
}

/** The path of an installed Chromium, Chrome or Edge; CHROME_PATH comes first. Null where there is none. */
export const findBrowser = () => {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? named : null
  return (usual[process.platform] ?? usual.linux)().find((path) => existsSync(path)) ?? null
}

const succeeds = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0

const installDebian = () => {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return false
  const asRoot = process.getuid?.() === 0
  if (!asRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false
  const before = asRoot ? [] : ['sudo', '-n']
  const apt = (...args) => {
    const [command, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return succeeds(command, rest)
  }
  console.log('No Chromium, Chrome or Edge found: installing Debian’s chromium …')
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium')
  return install() || (apt('update') && install())
}

/** As findBrowser, but installs Debian's chromium where it may; throws one line that says what to install. */
export const ensureBrowser = () => {
  const found = findBrowser()
  if (found) return found
  if (process.env.CHROME_PATH) throw new Error(`CHROME_PATH names no file: ${process.env.CHROME_PATH}`)
  const installed = installDebian() ? findBrowser() : null
  if (installed) return installed
  throw new Error('No browser to test with: install Chromium, Chrome or Edge, or set CHROME_PATH to one.')
}
