import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { collected, zipTo } from '../../export/writeZip.ts'
import { addInXml } from './addInXml.ts'
import type { PackageFor } from './appIds.ts'
import { type Asked, asked } from './asked.ts'
import { installPlan } from './installPlan.ts'
import { installScript, installScriptName } from './installScript.ts'
import { unifiedManifest } from './unified.ts'

const folder = resolve(import.meta.dirname, '../../..')

type Say = (text: string) => void

/** The script for IT, where config.json is given. */
const writeScript = async ({ host, config, out }: Asked, version: string, say: Say): Promise<void> => {
  if (!config) {
    say('No script for IT was made: give --config config.json for that.\n')
    return
  }
  const file = join(out, installScriptName)
  await writeFile(file, await installScript(installPlan({ host, config, version })))
  say(`${file}
  for IT: prints what it would do; registers the app, makes sites, lists, groups and permissions (docs/install-script.md)
`)
}

/** Both packages from manifest/manifest.json: a zip for Teams and Microsoft 365, an XML for iPad and Office LTSC. */
const packageApp = async (values: PackageFor, out: string, version: string, say: Say): Promise<void> => {
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
  say(`${zipFile}
  for Teams, Word and Excel: Teams admin centre, and Integrated apps in the Microsoft 365 admin centre
${xmlFile}
  for Word and Excel on iPad and Office LTSC: Integrated apps, “Upload custom app”

Pages      https://${values.host}/tab/index.html and /taskpane/index.html
App id     ${values.appId}
Add-in id  ${values.addInId}
The registration needs the single-page redirects https://${values.host}/redirect.html and brk-multihub://${values.host}.`)
}

/** `npm run package`: makes what `args` ask for, and says each file and what it is for. */
export const makePackages = async (args: readonly string[], say: Say): Promise<void> => {
  const what = await asked(args)
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  await mkdir(what.out, { recursive: true })
  await writeScript(what, version, say)
  if (what.ids) await packageApp(what.ids, what.out, version, say)
  else
    say(
      'The packages for Teams and Word come next: run the script, put the client id that it tells into config.json, then run this again.',
    )
}
