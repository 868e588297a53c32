import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { collected, zipTo } from '../export/writeZip.ts'
import { addInXml } from './packaging/addInXml.ts'
import { hostComplaint, type PackageFor, packageIds, readGuid } from './packaging/appIds.ts'
import { unifiedManifest } from './packaging/unified.ts'
import { notFound, Stop } from './stop.ts'

const usage = `npm run package -- --host NAME --client-id ID [--out FOLDER] [--app-id ID] [--add-in-id ID]
  --host       where your school hosts the pages, without https://: goldthread.example.sch.uk
  --client-id  the application (client) id of your registration in Microsoft Entra
  --out        the folder for the two packages (out)
  --app-id, --add-in-id  only where an app with another id is installed already; else they follow from --client-id`

const folder = resolve(import.meta.dirname, '../..')

const asked = (args: readonly string[]): { values: PackageFor; out: string } => {
  const text = { type: 'string' } as const
  const options = { host: text, 'client-id': text, out: text, 'app-id': text, 'add-in-id': text }
  const typed = (() => {
    try {
      return parseArgs({ args: [...args], options }).values
    } catch (thrown) {
      throw notFound(`${(thrown as Error).message}\n\n${usage}`)
    }
  })()
  const { host, 'client-id': client, out = 'out' } = typed
  if (!host || !client) throw notFound(`--host and --client-id are needed.\n\n${usage}`)
  const wrong = hostComplaint(host)
  if (wrong) throw notFound(wrong)
  const id = (option: 'client-id' | 'app-id' | 'add-in-id'): string | undefined => {
    const value = typed[option]
    if (value === undefined) return undefined
    const read = readGuid(value)
    if (read === null)
      throw notFound(`--${option} is 32 digits and letters like 1b4e28ba-2fa1-11d2-883f-0016d3cca427.`)
    return read
  }
  const clientId = id('client-id')!
  const [appId, addInId] = [id('app-id'), id('add-in-id')]
  const ids = packageIds(clientId, { ...(appId && { appId }), ...(addInId && { addInId }) })
  if (new Set([clientId, ids.appId, ids.addInId]).size < 3)
    throw notFound('The registration, the app and the add-in each have an id of their own: two are the same.')
  return { values: { host, clientId, ...ids }, out: resolve(out) }
}

/** Both packages from manifest/manifest.json: a zip for Teams and Microsoft 365, an XML for iPad and Office LTSC. */
const packageApp = async (args: readonly string[]): Promise<void> => {
  const { values, out } = asked(args)
  const source = await readFile(join(folder, 'manifest/manifest.json'), 'utf8')
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const manifest = unifiedManifest(source, values, version)
  const { sink, bytes } = collected()
  const zip = zipTo(sink)
  await zip.add('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`))
  for (const icon of Object.values(manifest.icons))
    await zip.add(icon, await readFile(join(folder, 'manifest', icon)))
  zip.end()
  await mkdir(out, { recursive: true })
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

try {
  await packageApp(process.argv.slice(2))
} catch (thrown) {
  if (!(thrown instanceof Stop)) throw thrown
  console.error(thrown.message)
  process.exitCode = thrown.exitCode
}
