import type { PackageFor } from './appIds.ts'

/** The stand-ins in manifest/manifest.json that a package puts real values in place of. */
const standIns = {
  host: 'goldthread.example',
  appId: '00000000-0000-4000-8000-000000000001',
  clientId: '00000000-0000-4000-8000-000000000002',
  addInId: '00000000-0000-4000-8000-000000000003',
} satisfies Record<keyof PackageFor, string>

/** The app's manifest as far as the packages are made of it. */
export type Manifest = {
  readonly manifestVersion: string
  readonly version: string
  readonly id: string
  readonly developer: { readonly name: string; readonly websiteUrl: string }
  readonly name: { readonly short: string; readonly full: string }
  readonly description: { readonly short: string; readonly full: string }
  readonly icons: Readonly<Record<'color' | 'outline' | 'color32x32', string>>
  readonly validDomains: readonly string[]
  readonly extensions: readonly Extension[]
}
type Extension = {
  readonly runtimes: readonly Runtime[]
  readonly ribbons: readonly Ribbon[]
  readonly alternates: readonly {
    readonly hide: { readonly customOfficeAddin: { readonly officeAddinId: string } }
    readonly alternateIcons: Readonly<Record<'icon' | 'highResolutionIcon', Icon>>
  }[]
}
type OfficeScope = 'document' | 'workbook'
type Runtime = {
  readonly requirements: { readonly scopes: readonly OfficeScope[] }
  readonly code: { readonly page: string }
  readonly actions: readonly { readonly id: string; readonly view: string; readonly displayName: string }[]
}
type Ribbon = {
  readonly requirements: { readonly scopes: readonly OfficeScope[] }
  readonly tabs: readonly { readonly builtInTabId: string; readonly groups: readonly Group[] }[]
}
export type Icon = { readonly size: number; readonly url: string }
export type Group = {
  readonly id: string
  readonly label: string
  readonly icons: readonly Icon[]
  readonly controls: readonly {
    readonly id: string
    readonly label: string
    readonly icons: readonly Icon[]
    readonly supertip: { readonly title: string; readonly description: string }
    readonly actionId: string
  }[]
}

/** The manifest with every stand-in replaced: nothing of the source's host or ids is left in it. */
export const unifiedManifest = (source: string, values: PackageFor, version: string): Manifest => {
  const filled = (Object.keys(standIns) as (keyof PackageFor)[]).reduce(
    (text, name) => text.replaceAll(standIns[name], values[name]),
    source,
  )
  return { ...(JSON.parse(filled) as Manifest), version }
}
