import { Status } from './dispatch.ts'
import type { FireEvent, OfficeHost } from './officeHost.ts'

/** office.js reads arrays from the desktop as Visual Basic arrays. */
const vbArray = (given: unknown): unknown =>
  Array.isArray(given)
    ? { toArray: () => given.map(vbArray), dimensions: () => 1, ubound: () => given.length }
    : given

const appTypes = { Excel: 1, Word: 2 } as const

const contextOf = (host: OfficeHost): Record<string, () => unknown> => ({
  GetAppType: () => appTypes[host.app],
  GetSolutionRef: () => '00000000-0000-0000-0000-000000000001',
  GetAppVersionMajor: () => 16,
  GetAppVersionMinor: () => 1,
  GetAppUILocale: () => host.locale,
  GetAppDataLocale: () => host.locale,
  GetDocUrl: () => host.url,
  GetAppCapabilities: () => (host.document.mode?.() === 'readOnly' ? 1 : 0),
  GetActivationMode: () => 2,
  GetControlIntegrationLevel: () => 1,
  GetSolutionToken: () => '',
  GetCorrelationId: () => '',
  GetInstanceId: () => host.instanceId,
  GetTouchEnabled: () => false,
  GetCommerceAllowed: () => false,
  GetSupportedMatrix: () => JSON.stringify(host.matrix),
  GetHostCustomMessage: () => undefined,
  GetHostFullVersion: () => '16.0.17000.10000',
  GetDialogRequirementMatrix: () => '{}',
  GetFeaturesForSolution: () => '',
  GetInitialDisplayMode: () => 0,
  GetOfficeThemeInfo: () => JSON.stringify(host.theme),
  GetSettings: () => ({
    Read: (keys: string[], values: string[]) => {
      for (const [key, text] of host.document.settings) {
        keys.push(key)
        values.push(text)
      }
    },
    Write: (keys: string[], values: string[]) => {
      host.document.settings.clear()
      keys.forEach((key, at) => host.document.settings.set(key, values[at] ?? ''))
      host.document.settingsWritten?.()
      host.document.changed?.()
    },
  }),
})

const answerOf = async (host: OfficeHost, dispatch: number, parameters: unknown[]): Promise<unknown[]> => {
  try {
    const { status, payload } = await host.execute(dispatch, parameters)
    return [status, ...payload]
  } catch (fault) {
    host.fault(fault)
    return [Status.internal, null]
  }
}

type Callback = (answer: unknown) => void

/**
 * Puts the desktop's port (`window.external`) into a window, before office.js runs there.
 * Answers with a function that takes the window off the host's list of listeners.
 */
export const installDesktopPort = (pane: Window, host: OfficeHost): (() => void) => {
  const listeners = new Map<string, (event: number, payload: unknown) => void>()
  const fire: FireEvent = (event, target, payload) =>
    listeners.get(`${event}|${target}`)?.(event, vbArray(payload))
  host.panes.add(fire)
  const port = {
    GetHostInfo: () => `${host.app}|Win32|16.01|${host.locale}`,
    GetLoggingAllowed: () => false,
    GetContext: () => {
      host.document.backfill?.(pane)
      return contextOf(host)
    },
    Execute: async (dispatch: number, parameters: unknown[], callback: Callback): Promise<void> => {
      host.document.backfill?.(pane)
      callback(vbArray(await answerOf(host, dispatch, parameters)))
    },
    RegisterEvent: (
      event: number,
      target: string,
      handler: (event: number, payload: unknown) => void,
      callback: Callback,
    ) => {
      listeners.set(`${event}|${target}`, handler)
      callback(vbArray([Status.ok]))
    },
    UnregisterEvent: (event: number, target: string, callback: Callback) => {
      listeners.delete(`${event}|${target}`)
      callback(vbArray([Status.ok]))
    },
    MessageParent: () => {},
    MessageParent2: () => {},
  }
  Object.defineProperty(pane, 'external', { value: port, configurable: true, writable: true })
  return () => host.panes.delete(fire)
}
