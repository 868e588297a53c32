/** What a program says of itself and of what it can do. */
export type HostFacts = {
  readonly program: 'Teams' | 'Word' | 'Excel' | 'browser'
  /** As the program names them: `web`, `desktop`, `OfficeOnline`, `16.0.18407.20002`. Null where it says nothing. */
  readonly platform: string | null
  readonly version: string | null
  /** Whether the program itself recommends that an app signs in through it; null where it doesn't say. */
  readonly nestedSignIn: boolean | null
  /** Requirement sets asked for at run time: name, and the highest version of each that is there, or null. */
  readonly sets: readonly { readonly name: string; readonly highest: string | null; readonly asked: string }[]
}

/** The requirement sets that Microsoft has named so far, with the newest version of each that is asked for. */
const newest: readonly {
  readonly name: string
  readonly version: string
  readonly app?: 'Word' | 'Excel'
}[] = [
  { name: 'WordApi', version: '1.9', app: 'Word' },
  { name: 'WordApiDesktop', version: '1.5', app: 'Word' },
  { name: 'ExcelApi', version: '1.21', app: 'Excel' },
  { name: 'ExcelApiDesktop', version: '1.1', app: 'Excel' },
  { name: 'CustomXmlParts', version: '1.1', app: 'Word' },
  { name: 'DocumentEvents', version: '1.1' },
  { name: 'File', version: '1.1' },
  { name: 'Settings', version: '1.1' },
  { name: 'NestedAppAuth', version: '1.1' },
  { name: 'AddinCommands', version: '1.1' },
]

/** Asks for every version of each set: a program may lack one in the middle, so the highest without a gap counts. */
export const setsOf = (
  app: 'Word' | 'Excel',
  supports: (set: string, version: string) => boolean,
): HostFacts['sets'] =>
  newest
    .filter((each) => each.app === undefined || each.app === app)
    .map(({ name, version }) => {
      const last = Number(version.split('.')[1])
      let highest: string | null = null
      for (let minor = 1; minor <= last && supports(name, `1.${minor}`); minor += 1) highest = `1.${minor}`
      return { name, highest, asked: version }
    })

/** A page without a program around it. */
export const browserAlone: HostFacts = {
  program: 'browser',
  platform: null,
  version: null,
  nestedSignIn: null,
  sets: [],
}
