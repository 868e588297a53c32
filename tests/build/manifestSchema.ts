import AjvDraft04 from 'ajv-draft-04'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Manifest = Record<string, unknown> & { icons: Record<string, string>; manifestVersion: string }

const schemaFor = (version: string): object => {
  const packageFile = createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json')
  const schemas = join(dirname(packageFile), 'build', 'json-schemas', 'teams')
  return JSON.parse(
    readFileSync(join(schemas, `v${version}`, 'MicrosoftTeams.schema.json'), 'utf8'),
  ) as object
}

/** What Microsoft’s schema of the manifest’s own version finds wrong with it. */
export const complaints = (manifest: Manifest): string[] => {
  const check = new AjvDraft04({ strict: false, allErrors: true, logger: false }).compile(
    schemaFor(manifest.manifestVersion),
  )
  check(manifest)
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}
