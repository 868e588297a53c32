import { t } from '../../words/t.ts'
import { recordTypesVersion } from '../../domain/record.ts'
import type { Audience } from '../../domain/record.ts'
import type { Drift, ListReport } from '../../graph/connect.ts'
import type { Checked, SiteChecked } from './gather.ts'
import { type Addresses, inTheWay, type Line } from './line.ts'

const names: Record<Audience, string> = {
  senco: t`SENCO site`,
  staff: t`Staff site`,
  managers: t`Line managers’ site`,
  governors: t`Governors’ site`,
}

const driftWords: Record<Drift['what'], string> = {
  missing: t`is missing`,
  retyped: t`has another type`,
  renamed: t`has another heading`,
  notIndexed: t`has no index`,
  notUnique: t`takes the same value twice`,
  choicesMissing: t`lacks choices`,
}

const reachLine = ({ audience, address, reached }: SiteChecked, shown: Addresses): Line => {
  const line = { id: `site:${audience}`, what: names[audience] }
  if (address === null || reached === null)
    return audience === 'senco' || audience === 'staff'
      ? {
          ...line,
          result: t`None`,
          mark: 'look',
          todo: t`Name the site in config.json to publish anything to its readers.`,
        }
      : {
          ...line,
          result:
            audience === 'governors'
              ? t`None: needed only to send figures to governors and the trust`
              : t`None: nothing is kept there yet`,
          mark: 'told',
        }
  const where = shown(address.replace(':', ''))
  if ('milliseconds' in reached)
    return { ...line, result: t`${where}: reached in ${reached.milliseconds} ms`, mark: 'good' }
  const refused = reached.trouble === 'noAccess' || reached.trouble === 'notSetUp'
  return {
    ...line,
    result: `${where}: ${inTheWay[reached.trouble].toLowerCase()}`,
    mark: refused && audience !== 'senco' ? 'look' : 'wrong',
    todo: refused
      ? t`Either this person is no member of the site, or the app has no grant on it (Sites.Selected, role write), or config.json names another address. SharePoint answers all three alike.`
      : t`Run the checks again in a few minutes.`,
  }
}

const oneList = ({ list, drift }: ListReport): string =>
  `${list} (${drift.map(({ column, what }) => `${column} ${driftWords[what]}`).join(', ')})`

const listLine = ({ audience, lists }: SiteChecked): Line[] => {
  if (lists === null) return []
  const line = { id: `lists:${audience}`, what: t`Lists of the ${names[audience]}` }
  if ('trouble' in lists) {
    const todo = t`Look at the permissions of the lists in this site: one of them can’t be read.`
    return [{ ...line, result: inTheWay[lists.trouble], mark: 'wrong', todo }]
  }
  if (lists.length === 0) return [{ ...line, result: t`None are needed yet`, mark: 'told' }]
  const missing = lists.filter(({ state }) => state === 'missing')
  const harmed = lists.filter(({ drift }) => drift.some(({ what }) => what !== 'renamed'))
  const renamed = lists.filter((each) => each.drift.length > 0 && !harmed.includes(each))
  const unmarked = lists.filter(({ state, marked }) => state !== 'missing' && !marked)
  const found = [
    ...(missing.length > 0 ? [t`not there: ${missing.map(({ list }) => list).join(', ')}`] : []),
    ...(harmed.length > 0 ? [t`differing: ${harmed.map(oneList).join('; ')}`] : []),
    ...(unmarked.length > 0
      ? [t`not seen whole by this person: ${unmarked.map(({ list }) => list).join(', ')}`]
      : []),
    ...(renamed.length > 0
      ? [t`headings changed, which does no harm: ${renamed.map(oneList).join('; ')}`]
      : []),
  ]
  if (missing.length + harmed.length + unmarked.length === 0)
    return [
      {
        ...line,
        result: [
          lists.length === 1
            ? t`It is there and as it should be`
            : t`All ${lists.length} are there and as they should be`,
          ...found,
        ].join('; '),
        mark: 'good',
      },
    ]
  return [
    {
      ...line,
      result: t`${lists.length} wanted; ${found.join('; ')}`,
      mark: 'wrong',
      todo: t`An owner of the site presses “Set up or update the lists” under School, Lists in SharePoint: it adds what lacks and removes nothing. A column of another type, or a list that shows people only their own rows, has to be put right in the list’s settings in SharePoint.`,
    },
  ]
}

/** For which record types the lists were last set up, where their marker rows say it. */
const schemaLine = ({ audience, lists }: SiteChecked): Line[] => {
  if (!Array.isArray(lists)) return []
  const versions = (lists as readonly ListReport[]).flatMap(({ setUpFor }) => setUpFor?.app ?? [])
  if (versions.length === 0) return []
  const [oldest, most] = [Math.min(...versions), Math.max(...versions)]
  const line = {
    id: `schema:${audience}`,
    what: t`Version of the lists of the ${names[audience]}`,
    result: t`Record types ${oldest === most ? oldest : t`${oldest} to ${most}`}; this page knows ${recordTypesVersion}`,
  }
  if (most > recordTypesVersion)
    return [
      { ...line, mark: 'wrong', todo: t`Put the newer pages on the web host, then load this page again.` },
    ]
  return oldest < recordTypesVersion
    ? [{ ...line, mark: 'look', todo: t`An owner of the site presses “Set up or update the lists”.` }]
    : [{ ...line, mark: 'good' }]
}

const versionLine = ({ audience, versions, lists }: SiteChecked): Line[] => {
  if (!Array.isArray(lists) || lists.length === 0) return []
  const line = { id: `versions:${audience}`, what: t`Earlier versions in the ${names[audience]}` }
  if (versions === null)
    return [
      {
        ...line,
        result: t`No record was changed here yet, so it can’t be told`,
        mark: 'open',
        todo: t`Run the checks again once somebody has changed a record that is kept there.`,
      },
    ]
  return [
    versions
      ? { ...line, result: t`Kept`, mark: 'good' }
      : {
          ...line,
          result: t`Not kept`,
          mark: 'wrong',
          todo: t`Switch versioning on in the list settings of every Goldthread list: without it History is empty, and nothing can be put back.`,
        },
  ]
}

/** Each site: reached or not, its lists, whether earlier versions are kept. */
export const siteLines = ({ sites }: Checked, address: Addresses): Line[] =>
  sites.flatMap((site) => [
    reachLine(site, address),
    ...listLine(site),
    ...schemaLine(site),
    ...versionLine(site),
  ])
