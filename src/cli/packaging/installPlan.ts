import type { Config } from '../../config.ts'
import { type AnyRecordType, type Audience, recordTypesVersion } from '../../domain/record.ts'
import { recordTypes, recordTypesFor } from '../../domain/records/index.ts'
import { listDefinition } from '../../graph/listDefinition.ts'
import { markerFields, markerQuery } from '../../graph/marker.ts'
import { dailyScopes } from '../../graph/signIn.ts'
import { scopes } from '../dpia/scopes.ts'

/** Whom a site is for: its title behind the school's name, and who belongs in its groups. */
const audiences: Readonly<
  Record<
    Audience,
    {
      readonly title: string
      readonly people: readonly { readonly group: 'senco' | 'members' | 'visitors'; readonly who: string }[]
    }
  >
> = {
  senco: {
    title: 'SENCO',
    people: [{ group: 'senco', who: 'the SENCO, who keeps all records and reads the log of openings' }],
  },
  staff: {
    title: 'SEND for staff',
    people: [
      { group: 'senco', who: 'the SENCO, who publishes here and reads what staff say of pupils' },
      { group: 'members', who: 'teachers, teaching assistants and everybody else who supports pupils' },
    ],
  },
  managers: {
    title: 'SEND for line managers',
    people: [{ group: 'members', who: 'line managers of support staff' }],
  },
  governors: {
    title: 'SEND for governors',
    people: [{ group: 'senco', who: 'the SENCO, who sends the school’s figures here' }],
  },
}

/** Names that SharePoint gives its permission levels on a site in English, and those that the script makes. */
const roles = {
  full: 'Full Control',
  edit: 'Edit',
  write: 'Contribute',
  read: 'Read',
  addOnly: 'Goldthread add only',
  sencoGroup: 'Goldthread SENCO',
}

export type InstallFor = {
  readonly host: string
  /** Blank as long as there is no registration: the script makes one. */
  readonly config: Omit<Config, 'clientId'> & { readonly clientId: string | null }
  readonly version: string
}

export type InstallPlan = ReturnType<typeof installPlan>

/**
 * All that the install script does, as data: from the record types, the scopes that the app asks for and the school's
 * config.json. The script adds nothing of its own but the order.
 */
export const installPlan = ({ host, config, version }: InstallFor) => {
  const sites = config.schools.flatMap(({ name, sites: at }) =>
    (Object.entries(at) as [Audience, string][])
      .filter(([audience]) => recordTypesFor(audience).length > 0)
      .map(([audience, address]) => ({
        school: name,
        audience,
        address,
        url: `https://${address.replace(':', '')}`,
        title: `${name} ${audiences[audience].title}`,
        people: audiences[audience].people,
      })),
  )
  const used = [...new Set(sites.map(({ audience }) => audience))]
  return {
    version,
    recordTypesVersion,
    host,
    tenantId: config.tenantId,
    adminUrl: `https://${sites[0]!.address.split(':')[0]!.replace('.sharepoint.com', '-admin.sharepoint.com')}`,
    app: {
      displayName: 'Goldthread',
      clientId: config.clientId,
      // Microsoft Graph itself: the same id in every tenant.
      graphAppId: '00000003-0000-0000-c000-000000000000',
      redirectUris: [`https://${host}/redirect.html`, `brk-multihub://${host}`],
      scopes: dailyScopes.map(short),
      consent: ['openid', 'profile', 'offline_access', ...dailyScopes.map(short)].join(' '),
    },
    roles,
    versions: 500,
    sites,
    lists: Object.fromEntries(used.map((audience) => [audience, recordTypesFor(audience).map(listIn)])),
    columnTypes: [
      ...new Set(recordTypes.flatMap((type) => listDefinition(type).columns.flatMap(typesIn))),
    ].toSorted(),
    markerQuery,
    leftToYou: leftToYou(host),
  }
}

const short = (scope: string) => scope.replace('https://graph.microsoft.com/', '')
const notTypes = new Set(['name', 'displayName', 'description', 'indexed', 'enforceUniqueValues'])
const typesIn = (column: object) => Object.keys(column).filter((key) => !notTypes.has(key))

const listIn = (type: AnyRecordType) => ({
  definition: listDefinition(type),
  marker: markerFields(type),
  guard: type.guard ?? null,
})

const leftToYou = (host: string): string[] => [
  'Who is in each group. The script lets nobody in.',
  `The pages at https://${host}: the files of dist, and config.json with the client id that the script tells.`,
  'The packages in the Teams and Microsoft 365 admin centres (npm run package with that client id).',
  'What the school settles: under School in the app. There is also a set-up of lists, which finds these.',
  ...scopes()
    .filter(({ when }) => when !== 'Always')
    .map(({ scope, when }) => `${scope} is not consented to here. It is asked for: ${when}.`),
]
