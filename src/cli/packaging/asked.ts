import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, configFrom } from '../../config.ts'
import { recordTypes } from '../../domain/records/index.ts'
import { notFound, Stop } from '../stop.ts'
import { hostComplaint, type PackageFor, packageIds, readGuid } from './appIds.ts'
import type { InstallFor } from './installPlan.ts'

const usage = `npm run package -- --host NAME [--config config.json] [--client-id ID] [--out FOLDER] [--app-id ID] [--add-in-id ID]
  --host       where your school hosts the pages, without https://: goldthread.example.sch.uk
  --config     the config.json of the pages (tenant, schools, sites): makes the script for IT too. Without a client id
               in it or here only the script is made: it registers the app and tells the id
  --client-id  the application (client) id of your registration in Microsoft Entra
  --out        the folder for what is made (out)
  --app-id, --add-in-id  only where an app with another id is installed already; else they follow from --client-id`

const idIn = (name: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const read = readGuid(value)
  if (read !== null) return read
  throw notFound(`${name} is 32 digits and letters like 1b4e28ba-2fa1-11d2-883f-0016d3cca427.`)
}

/** `managers` is kept for lists to come. */
const audiences = new Set<string>([...recordTypes.map(({ audience }) => audience), 'managers'])

/** What a page could say nothing of but that sign-in fails, or a list isn’t there. */
const complaintOf = ({ tenantId, clientId, schools }: Config): string | null => {
  if (readGuid(tenantId) === null)
    return `tenantId is the directory id of your tenant, 32 digits and letters (Microsoft Entra, Overview): ${tenantId}`
  if (clientId !== none && readGuid(clientId) === null)
    return `clientId is the id that the script tells, 32 digits and letters, and blank until then: ${clientId}`
  const unknown = schools.flatMap(({ sites }) => Object.keys(sites)).find((name) => !audiences.has(name))
  return unknown === undefined ? null : `no site is called “${unknown}”: ${[...audiences].join(', ')}`
}

const none = 'none yet'

/** config.json, whose client id may still be blank. */
const configIn = async (path: string | undefined): Promise<InstallFor['config'] | null> => {
  if (path === undefined) return null
  const text = await readFile(resolve(path), 'utf8').catch(() => {
    throw notFound(`${path} can’t be read.`)
  })
  try {
    // Notepad puts a mark before the first letter.
    const json = JSON.parse(text.replace(/^\uFEFF/, '')) as { clientId?: unknown }
    const config = configFrom({ ...json, clientId: json.clientId || none })
    const wrong = complaintOf(config)
    if (wrong !== null) throw notFound(wrong)
    return { ...config, tenantId: readGuid(config.tenantId)!, clientId: readGuid(config.clientId) }
  } catch (thrown) {
    throw notFound(`${path}: ${(thrown as Error).message.replace(/^config\.json /, '')}`)
  }
}

/** What is to be made, and for whom. */
export type Asked = {
  readonly host: string
  readonly ids: PackageFor | null
  readonly config: InstallFor['config'] | null
  readonly out: string
}

/**
 * Reads the arguments of `npm run package` and the config.json that they name. Throws a Stop that says in words for
 * IT what is missing or wrong, before anything is made.
 */
export const asked = async (args: readonly string[]): Promise<Asked> => {
  if (args.includes('--help')) throw new Stop(usage, 0)
  const text = { type: 'string' } as const
  const options = {
    host: text,
    config: text,
    'client-id': text,
    out: text,
    'app-id': text,
    'add-in-id': text,
  }
  const typed = (() => {
    try {
      return parseArgs({ args: [...args], options }).values
    } catch (thrown) {
      throw notFound(`${(thrown as Error).message}\n\n${usage}`)
    }
  })()
  const { host, out = 'out' } = typed
  if (!host || (!typed['client-id'] && !typed.config))
    throw notFound(`--host and --client-id are needed, or --host and --config.\n\n${usage}`)
  const wrong = hostComplaint(host)
  if (wrong) throw notFound(wrong)
  const config = await configIn(typed.config)
  const clientId = idIn('--client-id', typed['client-id']) ?? config?.clientId ?? null
  if (config?.clientId && config.clientId !== clientId)
    throw notFound('--client-id is another than that of config.json.')
  const forScript = config && { ...config, clientId }
  if (clientId === null) return { host, ids: null, config: forScript, out: resolve(out) }
  const [appId, addInId] = [idIn('--app-id', typed['app-id']), idIn('--add-in-id', typed['add-in-id'])]
  const ids = packageIds(clientId, { ...(appId && { appId }), ...(addInId && { addInId }) })
  if (new Set([clientId, ids.appId, ids.addInId]).size < 3)
    throw notFound('The registration, the app and the add-in each have an id of their own: two are the same.')
  return { host, ids: { host, clientId, ...ids }, config: forScript, out: resolve(out) }
}
