import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { configFrom } from '../config.ts'
import { collected, zipTo } from '../export/writeZip.ts'
import { addInXml } from './packaging/addInXml.ts'
import { hostComplaint, type PackageFor, packageIds, readGuid } from './packaging/appIds.ts'
import { type InstallFor, installPlan } from './packaging/installPlan.ts'
import { installScript, installScriptName } from './packaging/installScript.ts'
import { unifiedManifest } from './packaging/unified.ts'
import { notFound, Stop } from './stop.ts'

const usage = `npm run package -- --host NAME [--config config.json] [--client-id ID] [--out FOLDER] [--app-id ID] [--add-in-id ID]
  --host       where your school hosts the pages, without https://: goldthread.example.sch.uk
  --config     the config.json of the pages (tenant, schools, sites): makes the script for IT too. Without a client id
               in it or here only the script is made: it registers the app and tells the id
  --client-id  the application (client) id of your registration in Microsoft Entra
  --out        the folder for what is made (out)
  --app-id, --add-in-id  only where an app with another id is installed already; else they follow from --client-id`

const folder = resolve(import.meta.dirname, '../..')

const idIn = (name: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const read = readGuid(value)
  if (read !== null) return read
  throw notFound(`${name} is 32 digits and letters like 1b4e28ba-2fa1-11d2-883f-0016d3cca427.`)
}

/** config.json, whose client id may still be blank or a stand-in. */
const configIn = async (path: string | undefined): Promise<InstallFor['config'] | null> => {
  if (path === undefined) return null
  const text = await readFile(resolve(path), 'utf8').catch(() => {
    throw notFound(`${path} can’t be read.`)
  })
  try {
    const json = JSON.parse(text) as { clientId?: unknown }
    const clientId = typeof json.clientId === 'string' ? readGuid(json.clientId) : null
    return { ...configFrom({ ...json, clientId: clientId ?? 'none yet' }), clientId }
  } catch (thrown) {
    throw notFound(`${path}: ${(thrown as Error).message}`)
  }
}

type Asked = {
  readonly host: string
  readonly ids: PackageFor | null
  readonly config: InstallFor['config'] | null
  readonly out: string
}

const asked = async (args: readonly string[]): Promise<Asked> => {
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

/** The script for IT, where config.json is given. */
const writeScript = async ({ host, config, out }: Asked, version: string): Promise<void> => {
  if (!config) {
    console.log('No script for IT was made: give --config config.json for that.\n')
    return
  }
  const file = join(out, installScriptName)
  await writeFile(file, await installScript(installPlan({ host, config, version })))
  console.log(`${file}
  for IT: prints what it would do; registers the app, makes sites, lists, groups and permissions (docs/install-script.md)
`)
}

/** Both packages from manifest/manifest.json: a zip for Teams and Microsoft 365, an XML for iPad and Office LTSC. */
const packageApp = async (values: PackageFor, out: string, version: string): Promise<void> => {
  const source = await readFile(join(folder, 'manifest/manifest.json'), 'utf8')
  const manifest = unifiedManifest(source, values, version)
  const { sink, bytes } = collected()
  const zip = zipTo(sink)
  await zip.add('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`))
  for (const icon of Object.values(manifest.icons))
    await zip.add(icon, await readFile(join(folder, 'manifest', icon)))
  zip.end()
  const zipFile = join(out, `goldthread-${version}.zip`)
  const xmlFile = join(out, `goldthread-${version}-add-in.xml`)
  await writeFile(zipFile, bytes())
  await writeFile(xmlFile, addInXml(manifest, manifest.developer.websiteUrl))
  console.log(`${zipFile}
  for Teams, Word and Excel: Teams admin centre, and Integrated apps in the Microsoft 365 admin centre
${xmlFile}
  for Word and Excel on iPad and Office LTSC: Integrated apps, “Upload custom app”

Pages      https://${values.host}/tab/index.html and /taskpane/index.html
App id     ${values.appId}
Add-in id  ${values.addInId}
The registration needs the single-page redirects https://${values.host}/redirect.html and brk-multihub://${values.host}.`)
}

const run = async (args: readonly string[]): Promise<void> => {
  const what = await asked(args)
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  await mkdir(what.out, { recursive: true })
  await writeScript(what, version)
  if (what.ids) await packageApp(what.ids, what.out, version)
  else
    console.log(
      'The packages for Teams and Word come next: run the script, put the client id that it tells into config.json, then run this again.',
    )
}

try {
  await run(process.argv.slice(2))
} catch (thrown) {
  if (!(thrown instanceof Stop)) throw thrown
  console.error(thrown.message)
  process.exitCode = thrown.exitCode
}
